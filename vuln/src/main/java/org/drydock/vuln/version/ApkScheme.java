package org.drydock.vuln.version;

/**
 * The order of Alpine packages: {@code number{.number}{letter}{_suffix{number}}{~hash}{-rN}}.
 *
 * <p>As apk does, this orders every text: where the grammar ends, the rest is one more token that comes before all but
 * the suffixes of pre-releases. Two rests compare by their characters, except those of a revision, which are equal.
 *
 * <p>Numbers after the first that begin with zero come before all others and compare as texts, as fractions do.
 *
 * <p>Key: the tokens up to {@link #END}.
 *
 * @see <a href="https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd">apk-package(5)</a>
 */
final class ApkScheme implements VersionScheme {
    private static final int ALPHA = 1;
    private static final int BETA = 2;
    private static final int PRE = 3;
    private static final int RC = 4;
    private static final int MALFORMED = 5;
    private static final int END = 6;
    private static final int REVISION = 7;
    private static final int HASH = 8;
    private static final int SUFFIX_NUMBER = 9;
    private static final int CVS = 10;
    private static final int SVN = 11;
    private static final int GIT = 12;
    private static final int HG = 13;
    private static final int PATCH = 14;
    private static final int LETTER = 15;
    private static final int FRACTION = 16;

    @Override
    public String id() {
        return "apk";
    }

    @Override
    public VersionKey key(String version) {
        KeyBuilder key = new KeyBuilder();
        read(VersionText.require(id(), version), key);
        return key.build();
    }

    private static void read(String text, KeyBuilder key) {
        int i = Ascii.endOfDigits(text, 0);
        if (i == 0) {
            malformed(text, 0, key);
            return;
        }
        key.number(text, 0, i);
        while (i < text.length() && text.charAt(i) == '.') {
            int start = i + 1;
            i = Ascii.endOfDigits(text, start);
            if (i == start) {
                malformed(text, start - 1, key);
                return;
            }
            number(text, start, i, key);
        }
        if (i < text.length() && Ascii.isLower(text.charAt(i))) {
            key.marker(LETTER).marker(text.charAt(i++));
        }
        while (i < text.length() && text.charAt(i) == '_') {
            int start = i + 1;
            i = endOfLower(text, start);
            int suffix = suffix(text, start, i);
            if (suffix < 0) {
                malformed(text, start - 1, key);
                return;
            }
            key.marker(suffix);
            int digits = i;
            i = Ascii.endOfDigits(text, digits);
            if (i > digits) {
                key.marker(SUFFIX_NUMBER).number(text, digits, i);
            }
        }
        tail(text, i, key);
    }

    private static void number(String text, int from, int to, KeyBuilder key) {
        if (text.charAt(from) == '0') {
            key.marker(FRACTION).text(text, from, to);
        } else {
            key.number(text, from, to);
        }
    }

    private static void tail(String text, int from, KeyBuilder key) {
        int i = from;
        if (i < text.length() && text.charAt(i) == '~') {
            int start = i + 1;
            i = endOfHex(text, start);
            if (i == start) {
                malformed(text, start - 1, key);
                return;
            }
            key.marker(HASH).text(text, start, i);
        }
        if (text.startsWith("-r", i)) {
            revision(text, i + 2, key);
        } else if (i < text.length()) {
            malformed(text, i, key);
        } else {
            key.marker(END);
        }
    }

    /** Reads a revision; none at the end of the text is zero, and what follows one does not count. */
    private static void revision(String text, int from, KeyBuilder key) {
        int end = Ascii.endOfDigits(text, from);
        if (end == from) {
            key.notCovered();
        }
        if (end > from || end == text.length()) {
            key.marker(REVISION).number(text, from, end);
        }
        if (end < text.length()) {
            key.notCovered().marker(MALFORMED);
        } else {
            key.marker(END);
        }
    }

    private static void malformed(String text, int from, KeyBuilder key) {
        key.notCovered().marker(MALFORMED).text(text, from, text.length());
    }

    private static int endOfLower(String text, int from) {
        int i = from;
        while (i < text.length() && Ascii.isLower(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int endOfHex(String text, int from) {
        int i = from;
        while (i < text.length() && (Ascii.isDigit(text.charAt(i)) || isHexLetter(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static boolean isHexLetter(char c) {
        return c >= 'a' && c <= 'f';
    }

    private static int suffix(String text, int from, int to) {
        return switch (text.substring(from, to)) {
            case "alpha" -> ALPHA;
            case "beta" -> BETA;
            case "pre" -> PRE;
            case "rc" -> RC;
            case "cvs" -> CVS;
            case "svn" -> SVN;
            case "git" -> GIT;
            case "hg" -> HG;
            case "p" -> PATCH;
            default -> -1;
        };
    }
}
