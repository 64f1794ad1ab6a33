package org.drydock.inventory.document;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads small XML documents. There are no entities but the five of XML itself, and nothing outside is looked at. */
public final class XmlReader {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ELEMENTS = 500_000;

    private XmlReader() {}

    /**
     * An element.
     *
     * @param name without prefix
     * @param text its own characters, without spaces around them
     */
    public record Element(String name, Map<String, String> attributes, List<Element> children, String text) {
        public Element {
            attributes = Map.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** The children of that name. */
        public List<Element> all(String childName) {
            return children.stream().filter(c -> c.name.equals(childName)).toList();
        }

        /** The text of the first child of that name; empty if there is none. */
        public String textOf(String childName) {
            return children.stream()
                    .filter(c -> c.name.equals(childName))
                    .findFirst()
                    .map(Element::text)
                    .orElse("");
        }

        /** The attribute's value; empty if there is none. */
        public String attribute(String attributeName) {
            return attributes.getOrDefault(attributeName, "");
        }
    }

    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name) {
            this.name = name;
        }
    }

    /**
     * Reads a document and gives its root.
     *
     * @throws DocumentException if it is not XML or beyond the limits
     */
    public static Element read(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            Deque<Open> open = new ArrayDeque<>();
            int elements = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() == MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                            throw new DocumentException(
                                    "line " + reader.getLocation().getLineNumber()
                                            + ": nested too deeply, or too many elements");
                        }
                        Open started = new Open(reader.getLocalName());
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            started.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                        }
                        open.push(started);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().text.append(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Open ended = open.pop();
                        Element element = new Element(
                                ended.name,
                                ended.attributes,
                                ended.children,
                                ended.text.toString().strip());
                        if (open.isEmpty()) {
                            return element;
                        }
                        open.peek().children.add(element);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof DocumentException own ? own : new DocumentException("not valid XML: " + message(e), e);
        }
        throw new DocumentException("not valid XML: it has no element");
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage()).replace('\n', ' ').strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
