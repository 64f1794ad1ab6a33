package org.drydock.inventory.java;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A project's own coordinates and licences in a {@code pom.xml}, as far as the file alone tells them. Document type
 * declarations and entities are not followed. Reading never fails: what stands before an error counts.
 *
 * @see <a href="https://maven.apache.org/pom.html">POM Reference</a>
 */
final class PomXml {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MAX_VALUE = 1024;
    private static final int MAX_DEPTH = 5;

    /** Text by path below {@code project}, for example {@code parent/version}. */
    private final Map<String, String> values = new HashMap<>();

    private final List<String> licenses = new ArrayList<>();

    private PomXml() {}

    static PomXml parse(byte[] bytes) {
        PomXml pom = new PomXml();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(text(bytes));
            try {
                pom.read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Not well-formed from here on; of some faults the JDK's reader tells by unchecked exceptions.
        }
        return pom;
    }

    /** Coordinates with placeholders resolved and the parent's where the project has none; empty where unknown. */
    Coordinates coordinates() {
        return new Coordinates(
                Coordinates.idOrEmpty(resolved(ownOrParents("groupId"))),
                Coordinates.idOrEmpty(resolved(value("artifactId"))),
                Coordinates.versionOrEmpty(resolved(ownOrParents("version"))));
    }

    /** The names of the licences, or their addresses where they have no name. */
    List<String> licenses() {
        return List.copyOf(licenses);
    }

    /** Whatever encoding it states: coordinates are ASCII, and one wrong byte elsewhere shall not end the reading. */
    private static StringReader text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        String[] path = new String[MAX_DEPTH];
        int depth = 0;
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth < MAX_DEPTH) {
                        path[depth] = reader.getLocalName();
                    }
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth <= MAX_DEPTH && text.length() < MAX_VALUE) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth <= MAX_DEPTH && path[0].equals("project")) {
                        keep(path, depth, text.toString().strip());
                    }
                    text.setLength(0);
                    depth--;
                }
                default -> {}
            }
        }
    }

    private void keep(String[] path, int depth, String value) {
        if (value.isEmpty() || value.length() > MAX_VALUE) {
            return;
        }
        if (depth == 2) {
            values.putIfAbsent(path[1], value);
        } else if (depth == 3 && (path[1].equals("parent") || path[1].equals("properties"))) {
            values.putIfAbsent(path[1] + "/" + path[2], value);
        } else if (depth == 4 && path[1].equals("licenses") && path[3].equals("name")) {
            licenses.add(value);
        }
    }

    private String value(String path) {
        return values.getOrDefault(path, "");
    }

    private String ownOrParents(String element) {
        String own = value(element);
        return own.isEmpty() ? value("parent/" + element) : own;
    }

    private String resolved(String text) {
        return Placeholders.resolve(text, this::property);
    }

    private String property(String name) {
        String path = name.startsWith("project.") ? name.substring("project.".length()) : name;
        return switch (path) {
            case "groupId", "version", "pom.groupId", "pom.version" ->
                ownOrParents(path.startsWith("pom.") ? path.substring("pom.".length()) : path);
            case "artifactId" -> value("artifactId");
            case "parent.groupId", "parent.version", "parent.artifactId" -> value(path.replace('.', '/'));
            default -> value("properties/" + name);
        };
    }

    /** A new one each time: factories are not said to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, related, location) -> {});
        return factory;
    }
}
