package org.drydock.vuln.version;

/**
 * The order of RubyGems: segments of digits or letters, where a word comes before every number, also before one that is
 * missing, so that a version with a word in it is a pre-release. A hyphen stands for {@code .pre.}. Zeros at the end,
 * and before the first word, do not count.
 *
 * <p>What is missing equals an endless row of zeros. So a run of zeros is written together with what follows it:
 * {@link #WORD} after few zeros, after many, {@link #END}, a number after many zeros, after few.
 *
 * @see <a href="https://docs.ruby-lang.org/en/master/Gem/Version.html">Gem::Version</a>
 */
final class GemScheme implements VersionScheme {
    private static final int WORD = 1;
    private static final int END = 2;
    private static final int ZEROS = 3;
    private static final String HYPHEN = "pre";

    @Override
    public String id() {
        return "gem";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        check(text);
        KeyBuilder key = new KeyBuilder();
        boolean words = false;
        int zeros = 0;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            char c = text.charAt(i);
            if (Ascii.isDigit(c)) {
                i = Ascii.endOfDigits(text, start);
                zeros = number(key, text, start, i, zeros);
                continue;
            }
            i = Math.max(start + 1, Ascii.endOfLetters(text, start));
            if (c != '.') {
                key.marker(WORD).number(words ? zeros : 0);
                key.text(c == '-' ? HYPHEN : text, c == '-' ? 0 : start, c == '-' ? HYPHEN.length() : i);
                words = true;
                zeros = 0;
            }
        }
        return key.marker(END).build();
    }

    /** Writes a number with the zeros before it, and answers how many zeros there are now to be written. */
    private static int number(KeyBuilder key, String text, int from, int to, int zeros) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        if (start == to) {
            return zeros + 1;
        }
        if (zeros > 0) {
            key.marker(ZEROS).descending(zeros);
        }
        key.number(text, start, to);
        return 0;
    }

    /** A number, segments behind dots, then perhaps a hyphen behind which hyphens are as letters. */
    private void check(String text) {
        int i = Ascii.endOfDigits(text, 0);
        boolean good = i > 0;
        while (good && i < text.length() && text.charAt(i) == '.') {
            int start = i + 1;
            i = endOfSegment(text, start, false);
            good = i > start;
        }
        boolean hyphen = good && i < text.length() && text.charAt(i) == '-';
        while (hyphen && good && i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == '-')) {
            int start = i + 1;
            i = endOfSegment(text, start, true);
            good = i > start;
        }
        if (!good || i < text.length()) {
            throw new InvalidVersionException(id(), text, "it is not a number with segments of letters or digits");
        }
    }

    private static int endOfSegment(String text, int from, boolean hyphens) {
        int i = from;
        while (i < text.length() && (Ascii.isLetterOrDigit(text.charAt(i)) || (hyphens && text.charAt(i) == '-'))) {
            i++;
        }
        return i;
    }
}
