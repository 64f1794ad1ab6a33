package org.drydock.inventory.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Unsigned numbers at places in a file. Callers ask {@link #has} first; asking for what is not there is a defect of
 * theirs, and throws.
 */
public final class Bytes {
    private final ByteBuffer buffer;

    private Bytes(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** Big endian, from the buffer's first byte to its limit. */
    public static Bytes of(ByteBuffer buffer) {
        return new Bytes(buffer.duplicate().order(ByteOrder.BIG_ENDIAN));
    }

    public Bytes order(ByteOrder order) {
        return new Bytes(buffer.duplicate().order(order));
    }

    public int size() {
        return buffer.limit();
    }

    /** Whether {@code length} bytes lie at {@code place}; takes any numbers, also what was read as unsigned and is not. */
    public boolean has(long place, long length) {
        return place >= 0 && length >= 0 && place <= size() && length <= size() - place;
    }

    public int u8(long place) {
        return Byte.toUnsignedInt(buffer.get((int) place));
    }

    public int u16(long place) {
        return Short.toUnsignedInt(buffer.getShort((int) place));
    }

    public long u32(long place) {
        return Integer.toUnsignedLong(buffer.getInt((int) place));
    }

    /** Negative if it is beyond what a file can have. */
    public long u64(long place) {
        return buffer.getLong((int) place);
    }

    /** An address or an offset of 4 or 8 bytes. */
    public long word(long place, int bytes) {
        return bytes == Integer.BYTES ? u32(place) : u64(place);
    }

    public String text(long place, int length) {
        byte[] text = new byte[length];
        buffer.get((int) place, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A part of this file, as a file of its own. */
    public ByteBuffer slice(long place, long length) {
        return buffer.slice((int) place, (int) length);
    }
}
