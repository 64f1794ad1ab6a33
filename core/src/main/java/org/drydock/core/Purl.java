package org.drydock.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package URL: one name for a package across tools.
 *
 * @param type lower case, for example {@code deb}
 * @param namespace slash separated, empty if there is none
 * @param name as the type's rules normalise it
 * @param version empty if not given
 * @param qualifiers sorted by key; keys are lower case, no value is empty
 * @see <a href="https://github.com/package-url/purl-spec">The package URL specification</a>
 */
public record Purl(String type, String namespace, String name, String version, Map<String, String> qualifiers)
        implements Comparable<Purl> {
    private static final String UNESCAPED = "-._~:";

    public Purl {
        if (type.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a package URL needs a type and a name");
        }
        qualifiers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }

    public Purl(String type, String namespace, String name, String version) {
        this(type, namespace, name, version, Map.of());
    }

    /**
     * Reads {@code pkg:type/namespace/name@version?key=value}. A subpath is dropped: it names a file, not a package.
     *
     * @throws IllegalArgumentException if the text is not a package URL
     */
    public static Purl parse(String text) {
        if (!text.startsWith("pkg:")) {
            throw new IllegalArgumentException("not a package URL (it must start with pkg:): " + text);
        }
        String rest = text.substring("pkg:".length()).replaceFirst("^/+", "");
        rest = before(rest, rest.indexOf('#'));
        int question = rest.indexOf('?');
        Map<String, String> qualifiers = new TreeMap<>();
        if (question >= 0) {
            for (String pair : rest.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && equals < pair.length() - 1) {
                    qualifiers.put(
                            pair.substring(0, equals).toLowerCase(java.util.Locale.ROOT),
                            decode(pair.substring(equals + 1)));
                }
            }
            rest = rest.substring(0, question);
        }
        int slash = rest.indexOf('/');
        if (slash <= 0) {
            throw new IllegalArgumentException("a package URL needs a type and a name: " + text);
        }
        String type = rest.substring(0, slash).toLowerCase(java.util.Locale.ROOT);
        String path = rest.substring(slash + 1);
        int lastSlash = path.lastIndexOf('/');
        int at = path.lastIndexOf('@');
        String version = "";
        if (at > lastSlash && at > 0) {
            version = decode(path.substring(at + 1));
            path = path.substring(0, at);
        }
        lastSlash = path.lastIndexOf('/');
        String namespace = lastSlash < 0 ? "" : decode(path.substring(0, lastSlash));
        return new Purl(type, namespace, decode(path.substring(lastSlash + 1)), version, qualifiers);
    }

    @Override
    public int compareTo(Purl other) {
        return toString().compareTo(other.toString());
    }

    /** The canonical form. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("pkg:").append(type).append('/');
        if (!namespace.isEmpty()) {
            for (String segment : namespace.split("/", -1)) {
                encode(segment, out);
                out.append('/');
            }
        }
        encode(name, out);
        if (!version.isEmpty()) {
            out.append('@');
            encode(version, out);
        }
        char separator = '?';
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            out.append(separator).append(qualifier.getKey()).append('=');
            encode(qualifier.getValue(), out);
            separator = '&';
        }
        return out.toString();
    }

    private static String before(String text, int end) {
        return end < 0 ? text : text.substring(0, end);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void encode(String text, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || UNESCAPED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%');
                out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }
}
