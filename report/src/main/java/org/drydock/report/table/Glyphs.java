package org.drydock.report.table;

/**
 * The columns of a terminal that text fills.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">UAX 11, East Asian Width</a>
 */
final class Glyphs {
    /** First and last code points of the blocks whose characters fill two columns. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900,
        0x1FAFF, 0x20000, 0x3FFFD
    };

    private Glyphs() {}

    /** How many columns a text fills. */
    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text cut to {@code width} columns by leaving out its middle, or its end. */
    static String fit(String text, int width, boolean keepEnd, boolean unicode) {
        if (width(text) <= width) {
            return text;
        }
        String mark = unicode ? "…" : "..";
        int room = width - mark.length();
        if (room <= 0) {
            return head(text, width);
        }
        if (!keepEnd) {
            return head(text, room).stripTrailing() + mark;
        }
        int tail = room * 3 / 4;
        return head(text, room - tail) + mark + tail(text, tail);
    }

    /** The longest beginning that fits. */
    static String head(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += width(c);
            if (used > width) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static String tail(String text, int width) {
        int used = 0;
        int start = text.length();
        while (start > 0) {
            int c = text.codePointBefore(start);
            used += width(c);
            if (used > width) {
                break;
            }
            start -= Character.charCount(c);
        }
        while (start < text.length() && width(text.codePointAt(start)) == 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }
}
