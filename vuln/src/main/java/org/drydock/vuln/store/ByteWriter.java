package org.drydock.vuln.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Bytes in the store's encoding: numbers in seven-bit groups, lowest first; texts as UTF-8 after their length. */
final class ByteWriter {
    private byte[] bytes = new byte[256];
    private int size;

    ByteWriter number(long value) {
        long rest = value;
        ensure(10);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    ByteWriter text(String text) {
        return counted(text.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Bytes after their length. */
    ByteWriter counted(byte[] value) {
        return number(value.length).raw(value, 0, value.length);
    }

    ByteWriter raw(byte[] value, int offset, int length) {
        ensure(length);
        System.arraycopy(value, offset, bytes, size, length);
        size += length;
        return this;
    }

    /** A big-endian number of {@code width} bytes. */
    ByteWriter fixed(long value, int width) {
        ensure(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes without a copy; those from {@link #size} on mean nothing. */
    byte[] array() {
        return bytes;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), size + (size >> 1)));
        }
    }
}
