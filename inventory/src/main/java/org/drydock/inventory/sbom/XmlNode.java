package org.drydock.inventory.sbom;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML document, with what is in it. Document type declarations are refused, entities not followed. */
final class XmlNode {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NODES = 20_000_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name) {
        this.name = name;
    }

    /**
     * Reads a document.
     *
     * @throws SbomException if it is not well-formed, has a document type declaration or is too deep
     */
    static XmlNode read(byte[] bytes, String place) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader, place);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new SbomException(place + (line > 0 ? ":" + line : "") + ": not well-formed XML", e);
        } catch (SbomException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SbomException(place + ": not well-formed XML", e);
        }
    }

    private static XmlNode read(XMLStreamReader reader, String place) throws XMLStreamException {
        XmlNode root = new XmlNode("");
        Deque<XmlNode> open = new ArrayDeque<>();
        open.push(root);
        int nodes = 0;
        while (reader.hasNext()) {
            XmlNode current = open.element();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > MAX_DEPTH || ++nodes > MAX_NODES) {
                        throw new SbomException(place + ": its XML is nested too deep, or has too many elements");
                    }
                    XmlNode child = new XmlNode(reader.getLocalName());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        child.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    String namespace = reader.getNamespaceURI();
                    if (open.size() == 1 && namespace != null) {
                        child.attributes.put("xmlns", namespace);
                    }
                    current.children.add(child);
                    open.push(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> current.text.append(reader.getText());
                case XMLStreamConstants.DTD ->
                    throw new SbomException(place + ": has a document type declaration, which is not read");
                default -> {}
            }
        }
        return root;
    }

    String name() {
        return name;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The text right inside the element. */
    String text() {
        return text.toString().strip();
    }

    List<XmlNode> children() {
        return children;
    }

    /** The first element inside that is called {@code wanted}; an empty one if there is none. */
    XmlNode child(String wanted) {
        for (XmlNode child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return new XmlNode(wanted);
    }
}
