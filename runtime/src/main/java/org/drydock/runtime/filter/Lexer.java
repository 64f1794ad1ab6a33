package org.drydock.runtime.filter;

import java.util.Optional;

/** Reads the words of a condition, one after the other. */
final class Lexer {
    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    int offset() {
        return at;
    }

    void back(int offset) {
        at = offset;
    }

    Place place() {
        return place(at);
    }

    Place place(int offset) {
        int line = 0;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(offset, line, offset - start);
    }

    ConditionException wrong(String message) {
        return new ConditionException(message, place());
    }

    private char peek(int offset) {
        return offset < text.length() ? text.charAt(offset) : 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\b' || c == '\r' || c == '\n';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    /** Skips blanks; whether there were any. */
    boolean blank() {
        int start = at;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /** Takes a piece of text if it is next. */
    boolean take(String piece) {
        if (text.startsWith(piece, at)) {
            at += piece.length();
            return true;
        }
        return false;
    }

    /** Takes a word if it is next and a blank, a parenthesis, or the end follows. */
    boolean takeWord(String word) {
        int end = at + word.length();
        if (text.startsWith(word, at) && (end == text.length() || isBlank(peek(end)) || peek(end) == '(')) {
            at = end;
            return true;
        }
        return false;
    }

    private int wordEnd(int from) {
        if (!isLetter(peek(from))) {
            return from;
        }
        int end = from + 1;
        while (isWordPart(peek(end))) {
            end++;
        }
        return end;
    }

    /** The name of a macro, a list or a transformer. */
    Optional<String> identifier() {
        return piece(wordEnd(at));
    }

    /** The name of a field: words joined by dots, of which there is at least one. */
    Optional<String> fieldName() {
        int end = wordEnd(at);
        int dots = 0;
        while (end > at && peek(end) == '.' && wordEnd(end + 1) > end + 1) {
            end = wordEnd(end + 1);
            dots++;
        }
        return dots == 0 ? Optional.empty() : piece(end);
    }

    /** The argument of a field, without quotes: all up to a bracket, a quote or a blank. */
    Optional<String> argument() {
        int end = at;
        while (end < text.length() && "[]\"'".indexOf(text.charAt(end)) < 0 && !isSpace(text.charAt(end))) {
            end++;
        }
        return piece(end);
    }

    /** A value without quotes. */
    Optional<String> bare() {
        int end = at;
        while (end < text.length() && "()\"'=,".indexOf(text.charAt(end)) < 0 && !isSpace(text.charAt(end))) {
            end++;
        }
        return piece(end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** A number: {@code 0x1f}, or decimal. */
    Optional<String> number() {
        if (peek(at) == '0' && (peek(at + 1) == 'x' || peek(at + 1) == 'X')) {
            int end = at + 2;
            while (isDigit(peek(end)) || isLetter(peek(end))) {
                end++;
            }
            return end == at + 2 ? Optional.empty() : piece(end);
        }
        int end = peek(at) == '+' || peek(at) == '-' ? at + 1 : at;
        int digits = end;
        while (isDigit(peek(end))) {
            end++;
        }
        if (end == digits) {
            return Optional.empty();
        }
        if (peek(end) == '.') {
            end++;
            while (isDigit(peek(end))) {
                end++;
            }
        }
        int exponent = end + 2;
        if ((peek(end) == 'e' || peek(end) == 'E')
                && (peek(end + 1) == '+' || peek(end + 1) == '-')
                && isDigit(peek(exponent))) {
            while (isDigit(peek(exponent))) {
                exponent++;
            }
            end = exponent;
        }
        return piece(end);
    }

    /** A value in quotes, its escapes undone. */
    Optional<String> quoted() {
        char quote = peek(at);
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return Optional.of(value.toString());
            }
            if (c == '\\' && i + 1 < text.length()) {
                i = escape(i + 1, quote, value);
            } else {
                value.append(c);
            }
        }
        throw wrong("expected a closing quote");
    }

    /** Undoes the escape whose letter stands at {@code i}; the result is where its last character stands. */
    private int escape(int i, char quote, StringBuilder value) {
        char c = text.charAt(i);
        switch (c) {
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '\\', '/' -> value.append(c);
            case ' ' -> value.append('\\');
            case 'x' -> {
                int high = Character.digit(peek(i + 1), 16);
                int low = Character.digit(peek(i + 2), 16);
                if (high < 0 || low < 0) {
                    throw wrong("invalid \\x escape: two hexadecimal digits were expected");
                }
                value.append((char) (high * 16 + low));
                return i + 2;
            }
            default -> {
                if (c != quote) {
                    throw wrong("unknown escape \\" + c + " in a quoted string");
                }
                value.append(c);
            }
        }
        return i;
    }

    private Optional<String> piece(int end) {
        if (end <= at) {
            return Optional.empty();
        }
        String piece = text.substring(at, end);
        at = end;
        return Optional.of(piece);
    }
}
