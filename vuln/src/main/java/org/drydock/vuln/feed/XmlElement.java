package org.drydock.vuln.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document with all that is in it.
 *
 * @param name without its namespace's prefix
 * @param attributes by their names without prefixes
 * @param text its own characters, without those of its children
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {
    private static final XmlElement NONE = new XmlElement("", Map.of(), List.of(), "");

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The value of an attribute; empty if there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The first child of a name; an element without anything if there is none. */
    public XmlElement child(String child) {
        Optional<XmlElement> found =
                children.stream().filter(c -> c.name.equals(child)).findFirst();
        return found.orElse(NONE);
    }

    /** Every child of a name. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The text of a child, trimmed; empty if there is no such child. */
    public String childText(String child) {
        return child(child).text.strip();
    }
}
