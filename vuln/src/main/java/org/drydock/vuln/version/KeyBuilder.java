package org.drydock.vuln.version;

import java.util.Arrays;

/**
 * Writes the bytes of a {@link VersionKey}.
 *
 * <p>A key is a row of tokens, and each token's first byte says of which kind it is: numbers take 0x20 to 0xF0, schemes
 * give the bytes below and above to their markers, according to what comes before a number and what after it. Numbers,
 * texts and markers never are the beginning of one another, so that a comparison of bytes is one of tokens.
 */
final class KeyBuilder {
    /** Ends a text, and comes before every character. */
    private static final int TEXT_END = 0;

    private static final int NUMBER = 0x20;
    private static final int SMALL_NUMBERS = 200;
    private static final int LONG_NUMBER = NUMBER + SMALL_NUMBERS;
    private static final int DECIMAL_NUMBER = LONG_NUMBER + Long.BYTES;
    private static final int LONG_DIGITS = 18;

    private byte[] bytes = new byte[32];
    private int size;
    private int coveredBytes = VersionKey.ALL;

    KeyBuilder marker(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** A number of any length from the ASCII digits in {@code text}; without digits it is zero. */
    KeyBuilder number(CharSequence text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        if (to - start > LONG_DIGITS) {
            return decimal(text, start, to);
        }
        long value = 0;
        for (int i = start; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return number(value);
    }

    /** A number of at least zero. */
    KeyBuilder number(long value) {
        if (value < SMALL_NUMBERS) {
            return marker(NUMBER + (int) value);
        }
        int length = (71 - Long.numberOfLeadingZeros(value)) >> 3;
        marker(LONG_NUMBER + length - 1);
        for (int shift = (length - 1) * 8; shift >= 0; shift -= 8) {
            marker((int) (value >>> shift));
        }
        return this;
    }

    private KeyBuilder decimal(CharSequence text, int from, int to) {
        marker(DECIMAL_NUMBER).number(to - from);
        for (int i = from; i < to; i += 2) {
            int low = i + 1 < to ? text.charAt(i + 1) - '0' : 0;
            marker(((text.charAt(i) - '0') << 4) | low);
        }
        return this;
    }

    /** A number whose greater values come first. */
    KeyBuilder descending(long value) {
        int start = size;
        number(value);
        for (int i = start; i < size; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    /** The characters in the order of their UTF-16 units; a text comes before those that it begins. */
    KeyBuilder text(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            character(text.charAt(i));
        }
        return marker(TEXT_END);
    }

    /** As {@link #text}, with the ASCII letters as lower case. */
    KeyBuilder lowerText(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            character(Ascii.lower(text.charAt(i)));
        }
        return marker(TEXT_END);
    }

    private void character(char c) {
        if (c < 0x7F) {
            marker(c + 1);
        } else if (c < 0x800) {
            marker(0xC0 | (c >> 6)).marker(0x80 | (c & 0x3F));
        } else {
            marker(0xE0 | (c >> 12)).marker(0x80 | ((c >> 6) & 0x3F)).marker(0x80 | (c & 0x3F));
        }
    }

    /** Says that the grammar does not cover what is written from here on. */
    KeyBuilder notCovered() {
        coveredBytes = Math.min(coveredBytes, size);
        return this;
    }

    VersionKey build() {
        return new VersionKey(Arrays.copyOf(bytes, size), coveredBytes);
    }
}
