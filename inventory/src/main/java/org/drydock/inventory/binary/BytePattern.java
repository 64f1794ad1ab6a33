package org.drydock.inventory.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.inventory.binary.VersionText.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with holes, written as text: {@code \0}, {@code \n}, {@code \t}, {@code \r} and {@code \xNN} are bytes, and in
 * braces stand
 *
 * <ul>
 *   <li>{@code {v}}, {@code {w}}, {@code {m}}, {@code {j}}, {@code {s}}: the version, of the {@link Shape}s in their order;
 *   <li>{@code {fv}}: the version, as {@code {v}}, which continues the one that the file's name has;
 *   <li>{@code {v:3.}}: the version, as {@code {v}}, which begins with {@code 3.};
 *   <li>{@code {n}}: digits;
 *   <li>{@code {*}}: up to 64 printable characters, as few as will do;
 *   <li>{@code {.}}: up to 32 bytes of any kind, as few as will do.
 * </ul>
 *
 * A version ends where no further digit or dot with a digit follows. What begins with a version must not follow a
 * digit or a dot.
 */
final class BytePattern {
    /** The most bytes that a match can have. */
    static final int LONGEST = 512;

    private static final int PRINTABLE_GAP = 64;
    private static final int ANY_GAP = 32;
    private static final int ANY_SECOND = -1;
    private static final int DIGIT_SECOND = -2;
    private static final int VERSION_FIRST = -3;

    private sealed interface Part {}

    private static final class Literal implements Part {
        private final byte[] bytes;

        Literal(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private record Version(Shape shape, boolean continuesName, String prefix) implements Part {}

    private record Digits() implements Part {}

    private record Gap(boolean printable) implements Part {}

    private final String text;
    private final List<Part> parts;
    private final int second;

    private BytePattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.second = second(parts);
    }

    /** Reads a pattern; throws if it is wrong, which is a defect of the table. */
    static BytePattern of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escaped = text.charAt(++i);
                if (escaped == 'x') {
                    literal.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                    i += 2;
                } else {
                    literal.append(unescaped(escaped));
                }
            } else if (c == '{') {
                int close = text.indexOf('}', i);
                flush(literal, parts);
                parts.add(hole(text.substring(i + 1, close)));
                i = close;
            } else {
                literal.append(c);
            }
        }
        flush(literal, parts);
        if (parts.isEmpty() || parts.getFirst() instanceof Gap || parts.getFirst() instanceof Digits) {
            throw new IllegalArgumentException("a pattern must begin with text or a version: " + text);
        }
        return new BytePattern(text, parts);
    }

    private static char unescaped(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\', '{', '}' -> escaped;
            default -> throw new IllegalArgumentException("no such escape: \\" + escaped);
        };
    }

    private static Part hole(String word) {
        return switch (word) {
            case "v" -> new Version(Shape.DOTTED, false, "");
            case "w" -> new Version(Shape.LETTERED, false, "");
            case "m" -> new Version(Shape.MAJOR, false, "");
            case "j" -> new Version(Shape.JAVA, false, "");
            case "s" -> new Version(Shape.STAMPED, false, "");
            case "fv" -> new Version(Shape.DOTTED, true, "");
            case "n" -> new Digits();
            case "*" -> new Gap(true);
            case "." -> new Gap(false);
            default -> {
                if (!word.startsWith("v:")) {
                    throw new IllegalArgumentException("no such hole: {" + word + "}");
                }
                yield new Version(Shape.DOTTED, false, word.substring(2));
            }
        };
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString().getBytes(StandardCharsets.ISO_8859_1)));
            literal.setLength(0);
        }
    }

    /** Whether it says which version. */
    boolean hasVersion() {
        return parts.stream().anyMatch(Version.class::isInstance);
    }

    /** Whether a match can begin at a byte, as far as it and those beside it tell: a cheap no for nearly all of them. */
    boolean mayBeginAt(byte[] bytes, int at) {
        if (second == VERSION_FIRST) {
            return at == 0 || !continuesVersion(bytes[at - 1]);
        }
        if (second == ANY_SECOND || at + 1 >= bytes.length) {
            return true;
        }
        byte next = bytes[at + 1];
        return second == DIGIT_SECOND ? VersionText.isDigit(next) : next == (byte) second;
    }

    private static int second(List<Part> parts) {
        if (!(parts.getFirst() instanceof Literal literal)) {
            return VERSION_FIRST;
        }
        if (literal.bytes.length > 1) {
            return literal.bytes[1] & 0xff;
        }
        return parts.size() > 1 && parts.get(1) instanceof Version ? DIGIT_SECOND : ANY_SECOND;
    }

    /** Whether a match can begin with this byte. */
    boolean canBeginWith(int first) {
        return parts.getFirst() instanceof Literal literal
                ? (literal.bytes[0] & 0xff) == first
                : first >= '0' && first <= '9';
    }

    /**
     * Looks for a match that begins at {@code at}, where {@link #mayBeginAt} does not say no.
     *
     * @param nameVersion the version in the file's name, empty if it has none
     * @return the version, empty text if the pattern has none; null if there is no match
     */
    @Nullable
    String match(byte[] bytes, int at, int limit, String nameVersion) {
        return match(0, bytes, at, limit, nameVersion, "");
    }

    private @Nullable String match(int index, byte[] bytes, int at, int limit, String nameVersion, String found) {
        if (index == parts.size()) {
            return found;
        }
        Part part = parts.get(index);
        if (part instanceof Literal literal) {
            return startsWith(bytes, at, limit, literal.bytes)
                    ? match(index + 1, bytes, at + literal.bytes.length, limit, nameVersion, found)
                    : null;
        }
        if (part instanceof Version version) {
            int end = VersionText.end(bytes, at, limit, version.shape);
            String text = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
            return end == at
                            || !text.startsWith(version.prefix)
                            || (version.continuesName && !continues(text, nameVersion))
                    ? null
                    : match(index + 1, bytes, end, limit, nameVersion, text);
        }
        if (part instanceof Digits) {
            int end = VersionText.digits(bytes, at, limit);
            return end == at ? null : match(index + 1, bytes, end, limit, nameVersion, found);
        }
        boolean printable = ((Gap) part).printable;
        int most = Math.min(limit, at + (printable ? PRINTABLE_GAP : ANY_GAP));
        for (int i = at; i <= most; i++) {
            String behind = match(index + 1, bytes, i, limit, nameVersion, found);
            if (behind != null) {
                return behind;
            }
            if (i < limit && printable && (bytes[i] < ' ' || bytes[i] > '~')) {
                return null;
            }
        }
        return null;
    }

    private static boolean continues(String version, String nameVersion) {
        return !nameVersion.isEmpty() && (version.equals(nameVersion) || version.startsWith(nameVersion + "."));
    }

    private static boolean continuesVersion(byte b) {
        return b == '.' || VersionText.isDigit(b);
    }

    private static boolean startsWith(byte[] bytes, int at, int limit, byte[] wanted) {
        if (wanted.length > limit - at) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
