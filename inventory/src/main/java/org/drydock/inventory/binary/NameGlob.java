package org.drydock.inventory.binary;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of file names: {@code *} stands for anything, {@code {f}} for a version.
 *
 * @param text as the table has it
 */
record NameGlob(String text) {
    private static final String VERSION = "{f}";

    /** Whether it is a name as such. */
    boolean isPlain() {
        return text.indexOf('*') < 0 && !text.contains(VERSION);
    }

    /** What all names begin with that it matches. */
    String prefix() {
        int star = text.indexOf('*');
        int version = text.indexOf(VERSION);
        int end = star < 0 ? version : version < 0 ? star : Math.min(star, version);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The version in a name, empty if there is none to be in it; null if the name is another one. */
    @Nullable
    String match(String name) {
        return match(0, name, 0);
    }

    private @Nullable String match(int from, String name, int at) {
        if (from == text.length()) {
            return at == name.length() ? "" : null;
        }
        if (text.startsWith(VERSION, from)) {
            for (int end = versionEnd(name, at); end > at; end--) {
                if (match(from + VERSION.length(), name, end) != null && Character.isDigit(name.charAt(end - 1))) {
                    return name.substring(at, end);
                }
            }
            return null;
        }
        if (text.charAt(from) == '*') {
            for (int end = at; end <= name.length(); end++) {
                String behind = match(from + 1, name, end);
                if (behind != null) {
                    return behind;
                }
            }
            return null;
        }
        return at < name.length() && name.charAt(at) == text.charAt(from) ? match(from + 1, name, at + 1) : null;
    }

    private static int versionEnd(String name, int from) {
        int at = from;
        while (at < name.length() && (Character.isDigit(name.charAt(at)) || (name.charAt(at) == '.' && at > from))) {
            at++;
        }
        return at;
    }
}
