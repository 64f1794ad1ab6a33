package org.drydock.vuln.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link ByteWriter} wrote. Every length is held against the bytes that are there. */
final class ByteReader {
    /** The bytes are not what the writer wrote. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    boolean atEnd() {
        return at == end;
    }

    int position() {
        return at;
    }

    long number() throws MalformedException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) {
                throw new MalformedException("a number is cut off");
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedException("a number is too long");
    }

    /** A number of things that take at least a byte each, so there cannot be more than bytes left. */
    int count() throws MalformedException {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new MalformedException("a length reaches beyond the end");
        }
        return (int) count;
    }

    String text() throws MalformedException {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    List<String> texts() throws MalformedException {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    byte[] bytes() throws MalformedException {
        int length = count();
        byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return copy;
    }

    void skip(int length) throws MalformedException {
        if (length < 0 || length > end - at) {
            throw new MalformedException("a length reaches beyond the end");
        }
        at += length;
    }
}
