package org.drydock.inventory.java;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A manifest. Reading never fails: what is not an attribute is passed over.
 *
 * @param main the attributes of the main section
 * @param sections the first few of the others, each for a part of the archive
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/specs/jar/jar.html#jar-manifest">JAR File
 *     Specification</a>
 */
record JarManifest(Section main, List<Section> sections) {
    static final JarManifest EMPTY = new JarManifest(new Section(Map.of()), List.of());

    /** Signed archives have a section for each entry, which say nothing here; those that do are few. */
    private static final int MAX_SECTIONS = 64;

    /** Longer values are lists of packages and the like. */
    private static final int MAX_VALUE = 4096;

    JarManifest {
        sections = List.copyOf(sections);
    }

    /** Attributes, values by lower-case name; of repeated ones the first. */
    record Section(Map<String, String> attributes) {
        Section {
            attributes = Map.copyOf(attributes);
        }

        /** The value, empty if there is none. */
        String get(String name) {
            return attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /**
     * @param bytes UTF-8; lines end with CR, LF or both, and go on in the next line where that begins with a blank, even
     *     in the middle of a character
     */
    static JarManifest parse(byte[] bytes) {
        List<Section> sections = new ArrayList<>();
        Map<String, String> attributes = new HashMap<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length && sections.size() <= MAX_SECTIONS) {
            int end = lineEnd(bytes, at);
            boolean continued = bytes[at] == ' ' && line.size() > 0;
            if (!continued) {
                put(line, attributes);
                line.reset();
                if (end == at) {
                    keep(attributes, sections);
                }
            }
            int from = continued ? at + 1 : at;
            line.write(bytes, from, end - from);
            at = nextLine(bytes, end);
        }
        put(line, attributes);
        keep(attributes, sections);
        return sections.isEmpty() ? EMPTY : new JarManifest(sections.getFirst(), sections.subList(1, sections.size()));
    }

    /** An attribute of the main section, empty if there is none. */
    String get(String name) {
        return main.get(name);
    }

    boolean has(String name) {
        return !get(name).isEmpty();
    }

    private static void keep(Map<String, String> attributes, List<Section> sections) {
        if (!attributes.isEmpty()) {
            sections.add(new Section(attributes));
            attributes.clear();
        }
    }

    private static void put(ByteArrayOutputStream line, Map<String, String> attributes) {
        String text = line.toString(StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        if (colon > 0) {
            String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = text.substring(colon + 1).strip();
            if (value.length() <= MAX_VALUE) {
                attributes.putIfAbsent(name, value);
            }
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    private static int nextLine(byte[] bytes, int end) {
        boolean both = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return end + (both ? 2 : 1);
    }
}
