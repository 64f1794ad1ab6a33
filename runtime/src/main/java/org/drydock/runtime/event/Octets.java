package org.drydock.runtime.event;

import java.nio.charset.StandardCharsets;

/**
 * Text as the kernel has it: bytes, of no promised encoding. It is held as a string with one character a byte, so that
 * comparing, searching and hashing are those of strings and exact to the byte.
 */
public final class Octets {
    private Octets() {}

    /** Bytes as text, to the first NUL if there is one: a C string. */
    public static String cString(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** The bytes that text has in UTF-8. */
    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }

    /** Text for people: UTF-8, with U+FFFD for what is not valid. */
    public static String decode(String octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.charAt(i) > 127) {
                return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return octets;
    }
}
