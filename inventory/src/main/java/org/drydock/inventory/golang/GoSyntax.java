package org.drydock.inventory.golang;

import java.util.ArrayList;
import java.util.List;

/** The two ways of quoting that meet in build settings: Go's for a value, the go command's for a list of arguments. */
final class GoSyntax {
    private GoSyntax() {}

    /**
     * The value of a Go string literal; anything else comes back as it is.
     *
     * @see <a href="https://go.dev/ref/spec#String_literals">String literals</a>
     */
    static String unquote(String literal) {
        int last = literal.length() - 1;
        if (last < 1 || literal.charAt(0) != literal.charAt(last)) {
            return literal;
        }
        String inner = literal.substring(1, last);
        return switch (literal.charAt(0)) {
            case '`' -> inner;
            case '"' -> unescape(inner);
            default -> literal;
        };
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean escaped = c == '\\' && at + 1 < text.length();
            at = escaped ? escape(text, at + 1, out) : at + 1;
            if (!escaped) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Appends what the escape with its letter at {@code at} stands for, and says where the text goes on. */
    private static int escape(String text, int at, StringBuilder out) {
        char letter = text.charAt(at);
        switch (letter) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'x' -> {
                return codePoint(text, at, 2, out);
            }
            case 'u' -> {
                return codePoint(text, at, 4, out);
            }
            case 'U' -> {
                return codePoint(text, at, 8, out);
            }
            default -> out.append(letter);
        }
        return at + 1;
    }

    /** Reads {@code digits} hexadecimal digits after {@code at}; without them the letter stands for itself. */
    private static int codePoint(String text, int at, int digits, StringBuilder out) {
        int value = 0;
        for (int i = at + 1; i <= at + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                out.append(text.charAt(at));
                return at + 1;
            }
            value = value << 4 | digit;
        }
        out.appendCodePoint(Character.isValidCodePoint(value) ? value : '\uFFFD');
        return at + digits + 1;
    }

    /** Splits arguments at spaces; a field that starts with a quote ends at the next such quote. */
    static List<String> fields(String arguments) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at < arguments.length()) {
            char first = arguments.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
                continue;
            }
            boolean quoted = first == '\'' || first == '"';
            int start = quoted ? at + 1 : at;
            int end = start;
            while (end < arguments.length()
                    && (quoted ? arguments.charAt(end) != first : !Character.isWhitespace(arguments.charAt(end)))) {
                end++;
            }
            fields.add(arguments.substring(start, end));
            at = end + 1;
        }
        return fields;
    }
}
