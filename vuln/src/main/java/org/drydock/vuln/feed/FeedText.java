package org.drydock.vuln.feed;

import java.util.Locale;

/** Feeds' texts as Drydock keeps them: ids and names that cannot break a key or a terminal, summaries of one line. */
public final class FeedText {
    private static final int MAX_NAME = 1024;
    private static final int MAX_SUMMARY = 200;

    private FeedText() {}

    /** Whether {@code text} can be an id or a package's name. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_NAME) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return !text.isBlank();
    }

    /** Whether {@code text} is an address that a report can link to. */
    public static boolean isAddress(String text) {
        return (text.startsWith("https://") || text.startsWith("http://")) && isName(text);
    }

    /** One line of at most 200 characters, every run of white space and control characters being one space. */
    public static String oneLine(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_SUMMARY));
        boolean space = false;
        for (int i = 0; i < text.length() && out.length() <= MAX_SUMMARY; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                space = true;
                continue;
            }
            if (space && !out.isEmpty()) {
                out.append(' ');
            }
            space = false;
            out.append(c);
        }
        return cut(out);
    }

    /** The text as a part of a name of a data set: of lower-case letters, digits, dots, lines and hyphens. */
    public static String namePart(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            out.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0 ? c : '_');
        }
        return out.substring(0, Math.min(out.length(), 64));
    }

    /** The text with a question mark for each control character, as it can be shown. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(Character.isISOControl(text.charAt(i)) ? '?' : text.charAt(i));
        }
        return out.toString();
    }

    /** The first sentence of a longer text; headings of Markdown and code fences are not sentences. */
    public static String firstSentence(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, Math.min(end, start + 8 * MAX_SUMMARY))
                    .strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("```")) {
                int stop = line.indexOf(". ");
                return oneLine(stop < 0 ? line : line.substring(0, stop + 1));
            }
            start = end + 1;
        }
        return "";
    }

    private static String cut(StringBuilder line) {
        if (line.length() <= MAX_SUMMARY) {
            return line.toString();
        }
        int end = MAX_SUMMARY - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }
}
