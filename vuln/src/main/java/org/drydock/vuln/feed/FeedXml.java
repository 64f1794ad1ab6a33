package org.drydock.vuln.feed;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drydock.core.DrydockException;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds in XML record by record. Document types are refused, so there are no entities but the five that XML itself
 * has, and nothing outside of the document is ever read.
 *
 * @see <a href="https://www.w3.org/TR/xml/">XML 1.0</a>
 */
public final class FeedXml {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 2_000_000;
    private static final int MAX_DEPTH = 64;

    /** The JDK counts the characters that XML itself escapes as entities; there are no others, so its limits are lifted. */
    private static final List<String> ENTITY_LIMITS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private final String place;
    private final Set<String> records;
    private final Consumer<XmlElement> sink;
    private final RecordBudget budget;
    private final Deque<Open> open = new ArrayDeque<>();
    private int depth;

    private FeedXml(InputStream in, String place, Set<String> records, Consumer<XmlElement> sink) {
        this.place = place;
        this.records = records;
        this.sink = sink;
        this.budget = new RecordBudget(in, place, MAX_BYTES, MAX_VALUES, "<=");
    }

    /** An element whose end was not reached. */
    private record Open(String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {}

    /**
     * Passes on every element of one of these names that is in no other such one, when its end is reached.
     *
     * @param names local names
     * @throws FeedException if the text is not well-formed, has a document type, or a record is too large or too deep
     */
    public static void records(InputStream in, String place, Set<String> names, Consumer<XmlElement> record) {
        FeedXml xml = new FeedXml(in, place, names, record);
        @Nullable XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(xml.budget);
            xml.read(reader);
        } catch (XMLStreamException e) {
            throw xml.malformed(e);
        } finally {
            close(reader);
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        for (int event = next(reader); event != XMLStreamConstants.END_DOCUMENT; event = next(reader)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                Open element = open.peekLast();
                if (element != null) {
                    element.text.append(reader.getText());
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FeedException(place + ": it has a document type, which is not read");
            }
        }
    }

    /** The JDK's reader tells of some faults by unchecked exceptions. */
    private int next(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (DrydockException e) {
            throw e;
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    private void start(XMLStreamReader reader) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new FeedException(place + ": elements lie more than " + MAX_DEPTH + " deep");
        }
        String name = reader.getLocalName();
        if (open.isEmpty() && !records.contains(name)) {
            budget.next();
            return;
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.addLast(new Open(name, attributes, new ArrayList<>(), new StringBuilder()));
    }

    private void end() {
        depth--;
        if (open.isEmpty()) {
            return;
        }
        Open ended = open.removeLast();
        XmlElement element = new XmlElement(ended.name, ended.attributes, ended.children, ended.text.toString());
        Open parent = open.peekLast();
        if (parent == null) {
            sink.accept(element);
            budget.next();
        } else {
            parent.children.add(element);
        }
    }

    private FeedException malformed(Exception e) {
        return new FeedException(
                place + ": not well-formed XML: " + FeedText.oneLine(String.valueOf(e.getMessage())), e);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        for (String limit : ENTITY_LIMITS) {
            factory.setProperty(limit, "0");
        }
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        return factory;
    }

    private static void close(@Nullable XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // Nothing is open: the stream belongs to the caller.
        }
    }
}
