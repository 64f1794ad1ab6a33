package org.drydock.vuln.version;

/**
 * The order of RPM packages: {@code epoch:version-release}. A missing epoch is zero; a missing release comes before
 * every release.
 *
 * <p>A part is a row of numbers and words; whatever else is in it only separates them. {@code ~} comes before the end,
 * {@code ^} after it, words after that and numbers last.
 *
 * <p>Key: the epoch, the tokens of the version, {@link #END}, those of the release, {@link #END}.
 *
 * @see <a href="https://rpm.org/docs/latest/man/rpm-version.7">rpm-version(7)</a>
 */
final class RpmScheme implements VersionScheme {
    private static final int NO_RELEASE = 1;
    private static final int TILDE = 2;
    private static final int END = 3;
    private static final int CARET = 4;
    private static final int WORD = 5;
    private static final String NO_EPOCH = "(none):";

    @Override
    public String id() {
        return "rpm";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        int start = epoch(key, text);
        int hyphen = text.lastIndexOf('-');
        int end = hyphen >= start ? hyphen : text.length();
        if (!part(key, text, start, end)) {
            throw new InvalidVersionException(id(), version, "there is no letter or digit in its version part");
        }
        if (end == text.length()) {
            return key.marker(NO_RELEASE).build();
        }
        part(key, text, end + 1, text.length());
        return key.build();
    }

    /** Writes the epoch and answers where the version begins. */
    private static int epoch(KeyBuilder key, String text) {
        if (text.startsWith(NO_EPOCH)) {
            key.number(0);
            return NO_EPOCH.length();
        }
        int end = Ascii.endOfDigits(text, 0);
        if (end == text.length() || text.charAt(end) != ':') {
            key.number(0);
            return 0;
        }
        key.number(text, 0, end);
        return end + 1;
    }

    /** Writes the tokens of a part and answers whether there are any. */
    private static boolean part(KeyBuilder key, String text, int from, int to) {
        boolean any = false;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            int start = i++;
            boolean token = true;
            if (Ascii.isDigit(c)) {
                i = Math.min(Ascii.endOfDigits(text, start), to);
                key.number(text, start, i);
            } else if (Ascii.isLetter(c)) {
                i = Math.min(Ascii.endOfLetters(text, start), to);
                key.marker(WORD).text(text, start, i);
            } else if (c == '~') {
                key.marker(TILDE);
            } else if (c == '^') {
                key.marker(CARET);
            } else {
                token = false;
            }
            any |= token;
        }
        key.marker(END);
        return any;
    }
}
