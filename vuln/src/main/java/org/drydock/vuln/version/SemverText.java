package org.drydock.vuln.version;

/**
 * Reads versions in the manner of Semantic Versioning and writes their keys: the numbers, then {@link #PRERELEASE} with
 * its identifiers or {@link #RELEASE}. Build metadata is left out.
 */
final class SemverText {
    static final int PRERELEASE = 1;
    static final int RELEASE = 2;
    private static final int END_OF_IDENTIFIERS = 3;
    private static final int WORD = 0xF1;

    private final String scheme;
    private final String text;
    private final KeyBuilder key;
    private int position;

    SemverText(String scheme, String text, int from, KeyBuilder key) {
        this.scheme = scheme;
        this.text = text;
        this.key = key;
        this.position = from;
    }

    /** Where the version begins behind {@code v}, {@code =} or both. */
    static int skipPrefix(String text) {
        int i = text.startsWith("=") ? 1 : 0;
        return i < text.length() && Ascii.lower(text.charAt(i)) == 'v' ? i + 1 : i;
    }

    int position() {
        return position;
    }

    /** Reads up to {@code count} numbers and writes as many; a missing one is zero. */
    SemverText numbers(int count) {
        int end = Ascii.endOfDigits(text, position);
        if (end == position) {
            throw new InvalidVersionException(scheme, text, "it does not begin with a number");
        }
        key.number(text, position, end);
        position = end;
        for (int i = 1; i < count; i++) {
            if (anotherNumber()) {
                end = Ascii.endOfDigits(text, position + 1);
                key.number(text, position + 1, end);
                position = end;
            } else {
                key.number(0);
            }
        }
        return this;
    }

    /** Reads and writes the numbers that are left, except zeros at the end. */
    SemverText moreNumbers() {
        int zeros = 0;
        while (anotherNumber()) {
            int start = position + 1;
            position = Ascii.endOfDigits(text, start);
            if (isZero(start, position)) {
                zeros++;
                continue;
            }
            for (; zeros > 0; zeros--) {
                key.number(0);
            }
            key.number(text, start, position);
        }
        return this;
    }

    private boolean isZero(int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) == '0') {
            i++;
        }
        return i == to;
    }

    private boolean anotherNumber() {
        return position + 1 < text.length() && text.charAt(position) == '.' && Ascii.isDigit(text.charAt(position + 1));
    }

    /**
     * Reads the rest: identifiers up to {@code end} or the build metadata. A hyphen should come before them; where it is
     * a dot or nothing, as in {@code 1.2.3.4} or {@code 1.2.3rc1}, they count the same.
     */
    void prerelease(int end) {
        int plus = text.indexOf('+', position);
        int stop = plus < 0 ? end : Math.min(plus, end);
        if (position == stop) {
            key.marker(RELEASE);
            return;
        }
        char separator = text.charAt(position);
        if (separator != '-') {
            key.notCovered();
        }
        key.marker(PRERELEASE);
        int start = separator == '-' || separator == '.' ? position + 1 : position;
        for (int i = start; i <= stop; i++) {
            if (i == stop || text.charAt(i) == '.') {
                identifier(start, i);
                start = i + 1;
            }
        }
        key.marker(END_OF_IDENTIFIERS);
        position = stop;
    }

    private void identifier(int from, int to) {
        if (to > from && Ascii.endOfDigits(text, from) >= to) {
            key.number(text, from, to);
            return;
        }
        boolean covered = to > from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw new InvalidVersionException(scheme, text, "there is space or a character beyond ASCII in it");
            }
            covered &= Ascii.isLetterOrDigit(c) || c == '-';
        }
        if (!covered) {
            key.notCovered();
        }
        key.marker(WORD).text(text, from, to);
    }
}
