package org.drydock.runtime.rules;

import java.util.List;

/**
 * Puts the items of lists into conditions, as text and before anything is parsed: also within quotes. Rules depend on
 * that.
 */
final class ListExpansion {
    private static final String BLANKS = " \t\n\r";
    private static final String BOUNDS = BLANKS + "(),=";
    private static final int MAX_LENGTH = 8 << 20;

    private ListExpansion() {}

    /** The item with quotes if it has a blank and none yet. */
    static String quoted(String item) {
        boolean quoted = item.startsWith("\"") || item.startsWith("'");
        return item.indexOf(' ') >= 0 && !quoted ? '"' + item + '"' : item;
    }

    /** The condition with every mention of the list replaced; the same object if there is none. */
    static String expand(String condition, String name, List<String> items) {
        String result = condition;
        String all = String.join(", ", items);
        int at = name.isEmpty() ? -1 : result.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if (isBound(result, at - 1) && isBound(result, end)) {
                int start = at;
                while (start > 0 && BLANKS.indexOf(result.charAt(start - 1)) >= 0) {
                    start--;
                }
                while (end < result.length() && BLANKS.indexOf(result.charAt(end)) >= 0) {
                    end++;
                }
                if (all.isEmpty()) {
                    if (start > 0 && result.charAt(start - 1) == ',') {
                        start--;
                    } else if (end < result.length() && result.charAt(end) == ',') {
                        end++;
                    }
                }
                String before = start > 0 ? result.substring(0, start) + " " : "";
                result = before + all + " " + result.substring(end);
                at = before.length() + all.length();
                if (result.length() > MAX_LENGTH) {
                    return result.substring(0, MAX_LENGTH);
                }
            }
            at = result.indexOf(name, at + 1);
        }
        return result;
    }

    private static boolean isBound(String text, int at) {
        return at < 0 || at >= text.length() || BOUNDS.indexOf(text.charAt(at)) >= 0;
    }
}
