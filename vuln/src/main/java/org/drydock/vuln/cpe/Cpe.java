package org.drydock.vuln.cpe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a product, or a pattern of such names. Each attribute is text without escapes, {@link #ANY} or
 * {@link #NONE}.
 *
 * @param part {@code a} for applications, {@code o} for operating systems, {@code h} for hardware
 * @param update a patch level or pre-release of {@code version}, for example {@code update302}, {@code rc1}
 * @param edition also holds what CPE 2.2 packed into it
 * @param targetSoftware what it runs on or in, for example {@code wordpress}, {@code node.js}
 * @see <a href="https://csrc.nist.gov/pubs/ir/7695/final">CPE naming 2.3</a>
 */
public record Cpe(
        String part,
        String vendor,
        String product,
        String version,
        String update,
        String edition,
        String language,
        String softwareEdition,
        String targetSoftware,
        String targetHardware,
        String other) {
    /** Any value. */
    public static final String ANY = "*";

    /** The product has no such attribute. */
    public static final String NONE = "-";

    private static final String FORMATTED = "cpe:2.3:";
    private static final String URI = "cpe:/";
    private static final int ATTRIBUTES = 11;
    private static final int MAX_LENGTH = 2048;

    /** Reads a name in the formatted string of CPE 2.3 or the URI of CPE 2.2; empty if it is neither. */
    public static Optional<Cpe> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> parts;
        if (text.startsWith(FORMATTED)) {
            parts = split(text.substring(FORMATTED.length()));
        } else if (text.startsWith(URI)) {
            parts = unpacked(text.substring(URI.length()));
        } else {
            return Optional.empty();
        }
        if (parts.size() > ATTRIBUTES || parts.size() < 3) {
            return Optional.empty();
        }
        while (parts.size() < ATTRIBUTES) {
            parts.add(ANY);
        }
        if (!List.of("a", "o", "h").contains(parts.getFirst())
                || parts.get(1).isEmpty()
                || parts.get(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Cpe(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8),
                parts.get(9),
                parts.get(10)));
    }

    /** The same product in any version and update. */
    public Cpe anyVersion() {
        return new Cpe(
                part,
                vendor,
                product,
                ANY,
                ANY,
                edition,
                language,
                softwareEdition,
                targetSoftware,
                targetHardware,
                other);
    }

    /** The formatted string of CPE 2.3. */
    public String formatted() {
        StringBuilder out = new StringBuilder("cpe:2.3");
        for (String attribute : List.of(
                part,
                vendor,
                product,
                version,
                update,
                edition,
                language,
                softwareEdition,
                targetSoftware,
                targetHardware,
                other)) {
            out.append(':');
            if (attribute.equals(ANY) || attribute.equals(NONE)) {
                out.append(attribute);
            } else {
                escape(attribute, out);
            }
        }
        return out.toString();
    }

    private static void escape(String attribute, StringBuilder out) {
        for (int i = 0; i < attribute.length(); i++) {
            char c = attribute.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** Splits at the colons that no backslash protects, and takes the backslashes away. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                part.append(text.charAt(i));
            } else if (c == ':') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<String> unpacked(String uri) {
        List<String> parts = new ArrayList<>();
        for (String part : uri.split(":", -1)) {
            parts.add(part.isEmpty() ? ANY : decoded(part).toLowerCase(Locale.ROOT));
        }
        if (parts.size() > 5 && parts.get(5).startsWith("~")) {
            String[] packed = parts.get(5).split("~", -1);
            while (parts.size() < 7) {
                parts.add(ANY);
            }
            for (int i = 1; i < packed.length && i <= 5; i++) {
                String value = packed[i].isEmpty() ? ANY : packed[i];
                if (i == 1) {
                    parts.set(5, value);
                } else {
                    parts.add(value);
                }
            }
        }
        return parts;
    }

    private static String decoded(String part) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            int code = part.charAt(i) == '%' && i + 2 < part.length() ? hex(part.substring(i + 1, i + 3)) : -1;
            out.append(code < 0 ? part.charAt(i) : (char) code);
            i += code < 0 ? 0 : 2;
        }
        return out.toString();
    }

    private static int hex(String digits) {
        int high = Character.digit(digits.charAt(0), 16);
        int low = Character.digit(digits.charAt(1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
