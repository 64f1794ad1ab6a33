package org.drydock.vuln.version;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How apk 3 goes through two versions token by token; where both are malformed at one place it calls them equal. */
final class PlainApk {
    private enum Token {
        FIRST,
        NUMBER,
        LETTER,
        SUFFIX,
        SUFFIX_NUMBER,
        HASH,
        REVISION,
        END,
        MALFORMED
    }

    private static final List<String> SUFFIXES =
            List.of("alpha", "beta", "pre", "rc", "-", "cvs", "svn", "git", "hg", "p");

    private String rest;
    private Token token = Token.FIRST;
    private String value = "";

    private PlainApk(String version) {
        this.rest = version;
        take(Token.FIRST, "[0-9]+");
    }

    /** The order, or null where both are malformed from the same place on. */
    static @Nullable Integer compare(String left, String right) {
        PlainApk a = new PlainApk(left);
        PlainApk b = new PlainApk(right);
        while (a.token == b.token && a.token.compareTo(Token.END) < 0) {
            int difference = a.compareValue(b);
            if (difference != 0) {
                return difference;
            }
            a.next();
            b.next();
        }
        if (a.token == b.token) {
            return a.token == Token.END ? 0 : null;
        }
        if (a.isBefore() || b.isBefore()) {
            return a.isBefore() ? -1 : 1;
        }
        return b.token.compareTo(a.token);
    }

    private boolean isBefore() {
        return token == Token.SUFFIX && SUFFIXES.indexOf(value) < SUFFIXES.indexOf("-");
    }

    private int compareValue(PlainApk other) {
        return switch (token) {
            case NUMBER ->
                value.startsWith("0") || other.value.startsWith("0")
                        ? value.compareTo(other.value)
                        : new BigInteger(value).compareTo(new BigInteger(other.value));
            case FIRST, SUFFIX_NUMBER, REVISION -> new BigInteger(value).compareTo(new BigInteger(other.value));
            case SUFFIX -> SUFFIXES.indexOf(value) - SUFFIXES.indexOf(other.value);
            case LETTER, HASH -> value.compareTo(other.value);
            case END, MALFORMED -> 0;
        };
    }

    private void next() {
        if (rest.isEmpty()) {
            token = Token.END;
            return;
        }
        char c = rest.charAt(0);
        boolean afterNumber = token.compareTo(Token.NUMBER) <= 0;
        if (Ascii.isLower(c) && afterNumber) {
            take(Token.LETTER, "[a-z]");
        } else if (c == '.' && afterNumber) {
            rest = rest.substring(1);
            take(Token.NUMBER, "[0-9]+");
        } else if (Ascii.isDigit(c) && token == Token.SUFFIX) {
            take(Token.SUFFIX_NUMBER, "[0-9]+");
        } else if (c == '_' && token.compareTo(Token.SUFFIX_NUMBER) <= 0) {
            rest = rest.substring(1);
            take(Token.SUFFIX, "[a-z]+");
            token = SUFFIXES.contains(value) ? token : Token.MALFORMED;
        } else if (c == '~' && token.compareTo(Token.HASH) < 0) {
            rest = rest.substring(1);
            take(Token.HASH, "[0-9a-f]+");
        } else if (rest.startsWith("-r") && token.compareTo(Token.REVISION) < 0) {
            rest = rest.equals("-r") ? "0" : rest.substring(2);
            take(Token.REVISION, "[0-9]+");
        } else {
            token = Token.MALFORMED;
        }
    }

    private void take(Token kind, String pattern) {
        String tail = rest.replaceFirst("^" + pattern, "");
        value = rest.substring(0, rest.length() - tail.length());
        rest = tail;
        token = value.isEmpty() ? Token.MALFORMED : kind;
    }
}
