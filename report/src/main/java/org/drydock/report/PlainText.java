package org.drydock.report;

/**
 * Text from outside, made fit for people's eyes. Names in an image are its maker's choice: a character that could move a
 * terminal's cursor, change colours, reverse the order of text or hide is shown as its code instead.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">UTR 36, Unicode Security Considerations</a>
 */
public final class PlainText {
    /** No more of a text than this is shown, in UTF-16 units. */
    private static final int MAX_LENGTH = 1000;

    private PlainText() {}

    /**
     * The text with everything harmful replaced, on one line, without blanks at its ends; of a very long one the middle is
     * left out.
     *
     * @param unicode whether characters beyond ASCII may be kept
     */
    public static String clean(String text, boolean unicode) {
        if (isClean(text)) {
            return text;
        }
        String bounded = text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH / 2) + "…" + text.substring(text.length() - MAX_LENGTH / 2);
        StringBuilder out = new StringBuilder(bounded.length());
        bounded.codePoints().forEach(c -> append(c, unicode, out));
        return out.toString().strip();
    }

    private static boolean isClean(String text) {
        int length = text.length();
        if (length == 0) {
            return true;
        }
        if (length > MAX_LENGTH || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static void append(int c, boolean unicode, StringBuilder out) {
        if (c >= ' ' && c < 0x7f) {
            out.append((char) c);
        } else if (isBlank(c)) {
            out.append(' ');
        } else if (isHarmful(c)) {
            out.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%x}".formatted(c));
        } else if (unicode) {
            out.appendCodePoint(c);
        } else {
            out.append(c == '…' ? "..." : "?");
        }
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
