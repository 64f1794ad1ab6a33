package org.drydock.vuln.version;

/**
 * The order of NuGet packages: up to four numbers, missing ones zero, then labels of a pre-release as in Semantic
 * Versioning but without regard to case. Build metadata does not count.
 *
 * <p>As in NuGet itself, a label is a number if it is one of 32 bits, with its sign: {@code -5} comes before
 * {@code -1}, and a time stamp of fourteen digits is a word. Zeros in front of a label are allowed, which later NuGet
 * clients refuse.
 *
 * @see <a href="https://learn.microsoft.com/nuget/concepts/package-versioning">NuGet package versioning</a>
 */
final class NugetScheme implements VersionScheme {
    private static final int NUMBERS = 4;
    private static final int PRERELEASE = 1;
    private static final int RELEASE = 2;
    private static final int END_OF_LABELS = 3;
    private static final int NEGATIVE = 4;
    private static final int WORD = 0xF1;
    private static final int SIGNIFICANT_DIGITS = 10;

    @Override
    public String id() {
        return "nuget";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        int i = numbers(text, key);
        int plus = text.indexOf('+', i);
        int end = plus < 0 ? text.length() : plus;
        if (i == end) {
            key.marker(RELEASE);
        } else if (text.charAt(i) == '-') {
            labels(text, i + 1, end, key);
        } else {
            throw new InvalidVersionException(id(), version, "there is something between the numbers and the labels");
        }
        if (end < text.length()) {
            check(text, end + 1, text.length());
        }
        return key.build();
    }

    /** Writes four numbers and answers where they end. A part without digits counts as zero. */
    private int numbers(String text, KeyBuilder key) {
        if (!Ascii.isDigit(text.charAt(0))) {
            throw new InvalidVersionException(id(), text, "it does not begin with a digit");
        }
        int position = 0;
        for (int i = 0; i < NUMBERS; i++) {
            int end = Ascii.endOfDigits(text, position);
            key.number(text, position, end);
            boolean dot = i < NUMBERS - 1 && end < text.length() && text.charAt(end) == '.';
            position = dot ? end + 1 : end;
            if (!dot) {
                fill(key, NUMBERS - 1 - i);
                break;
            }
        }
        return position;
    }

    private static void fill(KeyBuilder key, int zeros) {
        for (int i = 0; i < zeros; i++) {
            key.number(0);
        }
    }

    private void labels(String text, int from, int to, KeyBuilder key) {
        check(text, from, to);
        key.marker(PRERELEASE);
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '.') {
                label(text, start, i, key);
                start = i + 1;
            }
        }
        key.marker(END_OF_LABELS);
    }

    private static void label(String text, int from, int to, KeyBuilder key) {
        boolean sign = text.charAt(from) == '-';
        int digits = sign ? from + 1 : from;
        while (digits < to - 1 && text.charAt(digits) == '0') {
            digits++;
        }
        if (digits < to && to - digits <= SIGNIFICANT_DIGITS && Ascii.endOfDigits(text, digits) >= to) {
            long value = Long.parseLong(text, digits, to, 10) * (sign ? -1 : 1);
            if (value == (int) value) {
                number((int) value, key);
                return;
            }
        }
        key.marker(WORD).lowerText(text, from, to);
    }

    private static void number(int value, KeyBuilder key) {
        if (value < 0) {
            key.marker(NEGATIVE).descending(-(long) value);
        } else {
            key.number(value);
        }
    }

    private void check(String text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            char c = i == to ? '.' : text.charAt(i);
            if (c == '.' ? i == start : !(Ascii.isLetterOrDigit(c) || c == '-')) {
                throw new InvalidVersionException(id(), text, "labels are letters, digits or hyphens between dots");
            }
            start = c == '.' ? i + 1 : start;
        }
    }
}
