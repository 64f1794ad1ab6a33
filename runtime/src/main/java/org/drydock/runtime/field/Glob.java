package org.drydock.runtime.field;

/**
 * A pattern as {@code fnmatch(3)} with no flags reads it: {@code *} and {@code ?} also stand for slashes, brackets for a
 * set, a backslash takes the next character as it is. The time is bounded by pattern times text.
 */
public final class Glob {
    private final String pattern;
    private final boolean foldCase;

    private Glob(String pattern, boolean foldCase) {
        this.pattern = pattern;
        this.foldCase = foldCase;
    }

    public static Glob of(String pattern) {
        return new Glob(pattern, false);
    }

    /** A pattern that does not tell capital from small ASCII letters. */
    public static Glob ignoringCase(String pattern) {
        return new Glob(pattern, true);
    }

    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else {
                int next = p < pattern.length() ? one(p, text.charAt(t)) : -1;
                if (next >= 0) {
                    p = next;
                    t++;
                } else if (star >= 0) {
                    p = star + 1;
                    t = ++resume;
                } else {
                    return false;
                }
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on behind the part at {@code p} if that stands for the character; else -1. */
    private int one(int p, char c) {
        char at = pattern.charAt(p);
        if (at == '?') {
            return p + 1;
        }
        if (at == '[') {
            int end = endOfSet(p);
            if (end > 0) {
                return inSet(p, end, c) ? end + 1 : -1;
            }
        }
        if (at == '\\') {
            return p + 1 < pattern.length() && same(pattern.charAt(p + 1), c) ? p + 2 : -1;
        }
        return same(at, c) ? p + 1 : -1;
    }

    private int endOfSet(int p) {
        int at = p + 1;
        if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
            at++;
        }
        for (int first = at; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at + 2) > 0) {
                at = pattern.indexOf(":]", at + 2) + 1;
            } else if (pattern.charAt(at) == ']' && at > first) {
                return at;
            }
        }
        return -1;
    }

    private boolean inSet(int p, int end, char c) {
        int at = p + 1;
        boolean negated = pattern.charAt(at) == '!' || pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        boolean found = false;
        while (at < end) {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at + 2) > 0) {
                int close = pattern.indexOf(":]", at + 2);
                found |= inClass(pattern.substring(at + 2, close), c);
                at = close + 2;
                continue;
            }
            at += pattern.charAt(at) == '\\' && at + 1 < end ? 1 : 0;
            char low = pattern.charAt(at++);
            char high = low;
            if (at + 1 < end && pattern.charAt(at) == '-') {
                at++;
                at += pattern.charAt(at) == '\\' && at + 1 < end ? 1 : 0;
                high = pattern.charAt(at++);
            }
            found |= within(low, high, c) || (foldCase && (within(low, high, lower(c)) || within(low, high, upper(c))));
        }
        return found != negated;
    }

    private static boolean inClass(String name, char c) {
        boolean lower = within('a', 'z', c);
        boolean upper = within('A', 'Z', c);
        boolean digit = within('0', '9', c);
        return switch (name) {
            case "alpha" -> lower || upper;
            case "digit" -> digit;
            case "alnum" -> lower || upper || digit;
            case "lower" -> lower;
            case "upper" -> upper;
            case "xdigit" -> digit || within('a', 'f', c) || within('A', 'F', c);
            case "space" -> c == ' ' || within('\t', '\r', c);
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> within('!', '~', c) && !lower && !upper && !digit;
            case "print" -> within(' ', '~', c);
            case "graph" -> within('!', '~', c);
            case "cntrl" -> c < ' ' || c == 127;
            default -> false;
        };
    }

    private static boolean within(char low, char high, char c) {
        return c >= low && c <= high;
    }

    private boolean same(char a, char b) {
        return a == b || (foldCase && lower(a) == lower(b));
    }

    private static char lower(char c) {
        return within('A', 'Z', c) ? (char) (c + 32) : c;
    }

    private static char upper(char c) {
        return within('a', 'z', c) ? (char) (c - 32) : c;
    }
}
