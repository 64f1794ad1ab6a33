package org.drydock.report;

/**
 * Text from outside, made fit for GitHub Flavored Markdown: nothing in it is taken for markup, a link to an issue or a
 * person's name.
 *
 * @see <a href="https://github.github.com/gfm/#backslash-escapes">GFM, backslash escapes</a>
 */
public final class MarkdownText {
    private static final String MARKUP = "\\`*_[]<>|~&$";
    private static final char ZERO_WIDTH_SPACE = '\u200b';

    private MarkdownText() {}

    /** Running text of at most about {@code max} characters of the original. */
    public static String escape(String text, int max) {
        StringBuilder out = new StringBuilder();
        for (char c : cut(text, max).toCharArray()) {
            if (MARKUP.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
            if (c == '@' || c == '#') {
                out.append(ZERO_WIDTH_SPACE);
            }
        }
        return out.toString();
    }

    /** A piece of code, which a table's cell may hold; empty if the text is. A backslash would free the bar behind it. */
    public static String code(String text, int max) {
        String plain = cut(text, max).replace('`', '\'').replace("\\|", "\\ |").replace("|", "\\|");
        return plain.isEmpty() ? "" : "`" + plain + "`";
    }

    /** A link, or the text alone if there is no address. */
    public static String link(String text, String address, int max) {
        return VulnerabilityPage.isUsable(address)
                ? "[" + escape(text, max) + "](" + address.replace("(", "%28").replace(")", "%29") + ")"
                : code(text, max);
    }

    private static String cut(String text, int max) {
        String clean = PlainText.clean(text, true);
        return clean.length() <= max ? clean : clean.substring(0, end(clean, max - 1)) + "…";
    }

    private static int end(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
