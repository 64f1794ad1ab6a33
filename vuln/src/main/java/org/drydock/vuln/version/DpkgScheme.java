package org.drydock.vuln.version;

/**
 * The order of Debian packages: an epoch, the upstream version, the revision after the last hyphen. A missing epoch or
 * revision is zero.
 *
 * <p>A part is a row of pairs of a text without digits and a number. In texts {@code ~} comes before the end of the
 * text, then come letters, then everything else. As dpkg does, this orders characters that Debian does not allow, and
 * versions that do not begin with a digit.
 *
 * <p>Key: the epoch, then for each part its pairs, where every text ends with {@link #END}. A part ends with a lone
 * {@link #END}, for what is missing equals an empty text and zero.
 *
 * @see <a href="https://manpages.debian.org/deb-version">deb-version(7)</a>
 */
final class DpkgScheme implements VersionScheme {
    private static final long MAX_EPOCH = Integer.MAX_VALUE;
    private static final int TILDE = 1;
    private static final int END = 2;
    private static final int NOT_ASCII = 0x40;
    private static final byte[] RANK = ranks();

    @Override
    public String id() {
        return "dpkg";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        int start = epoch(key, text);
        int hyphen = text.lastIndexOf('-');
        int end = hyphen >= start ? hyphen : text.length();
        if (end == start) {
            throw new InvalidVersionException(id(), version, "there is no upstream version");
        }
        if (end == text.length() - 1) {
            throw new InvalidVersionException(id(), version, "the revision is empty");
        }
        part(key, text, start, end);
        part(key, text, Math.min(end + 1, text.length()), text.length());
        return key.build();
    }

    /** Writes the epoch and answers where the upstream version begins. */
    private int epoch(KeyBuilder key, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            key.number(0);
            return 0;
        }
        if (colon == 0) {
            throw new InvalidVersionException(id(), text, "the epoch is empty");
        }
        long epoch = 0;
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            epoch = epoch * 10 + (c - '0');
            if (!Ascii.isDigit(c) || epoch > MAX_EPOCH) {
                throw new InvalidVersionException(id(), text, "the epoch is no number that dpkg allows");
            }
        }
        key.number(epoch);
        return colon + 1;
    }

    private void part(KeyBuilder key, String text, int from, int to) {
        int i = from;
        do {
            while (i < to && !Ascii.isDigit(text.charAt(i))) {
                character(key, text, text.charAt(i++));
            }
            key.marker(END);
            int digits = i;
            while (i < to && Ascii.isDigit(text.charAt(i))) {
                i++;
            }
            key.number(text, digits, i);
        } while (i < to);
        key.marker(END);
    }

    /** The bytes that dpkg would see; those beyond ASCII lie between the letters and the other characters. */
    private void character(KeyBuilder key, String text, char c) {
        if (c < 0x80) {
            if (RANK[c] == 0) {
                throw new InvalidVersionException(id(), text, "there is space or a control character in it");
            }
            key.marker(RANK[c]);
        } else if (c < 0x800) {
            key.marker(NOT_ASCII + (0x40 | (c >> 6))).marker(NOT_ASCII + (c & 0x3F));
        } else {
            key.marker(NOT_ASCII + (0x60 | (c >> 12)))
                    .marker(NOT_ASCII + ((c >> 6) & 0x3F))
                    .marker(NOT_ASCII + (c & 0x3F));
        }
    }

    /** Tilde, the end, letters, other characters; zero for those that dpkg refuses. */
    private static byte[] ranks() {
        byte[] ranks = new byte[0x80];
        int letter = END;
        int other = NOT_ASCII + 0x80;
        for (int c = '!'; c < 0x7F; c++) {
            if (Ascii.isLetter(c)) {
                ranks[c] = (byte) ++letter;
            } else if (!Ascii.isDigit(c)) {
                ranks[c] = (byte) other++;
            }
        }
        ranks['~'] = TILDE;
        return ranks;
    }
}
