package org.drydock.inventory.zip;

import java.nio.ByteBuffer;

/** Signatures and fixed sizes of the records that a zip archive is made of; buffers are little endian. */
final class ZipLayout {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int DIGITAL_SIGNATURE = 0x05054b50;
    static final int END_SIGNATURE = 0x06054b50;
    static final int END64_SIGNATURE = 0x06064b50;
    static final int LOCATOR64_SIGNATURE = 0x07064b50;
    static final int DESCRIPTOR_SIGNATURE = 0x08074b50;

    static final int LOCAL_HEADER = 30;
    static final int CENTRAL_HEADER = 46;
    static final int END_RECORD = 22;
    static final int END64_RECORD = 56;
    static final int LOCATOR64 = 20;

    /** Stands in a 16-bit field whose value is in the zip64 record. */
    static final int IN_ZIP64_16 = 0xFFFF;

    /** Stands in a 32-bit field whose value is in the zip64 record. */
    static final long IN_ZIP64_32 = 0xFFFFFFFFL;

    private static final int ZIP64_EXTRA = 0x0001;
    private static final int EXTRA_HEADER = 4;

    private ZipLayout() {}

    static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long u32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    static boolean hasSignature(ByteBuffer bytes, long at, int signature) {
        return at >= 0 && at <= bytes.limit() - Integer.BYTES && bytes.getInt((int) at) == signature;
    }

    /**
     * The {@code index}-th 64-bit value of the zip64 extra field.
     *
     * @param from where the extra fields begin
     * @param end where they end, inside the buffer
     * @return -1 if there is no such field, or it is shorter
     */
    static long zip64(ByteBuffer bytes, int from, int end, int index) {
        int at = from;
        while (at <= end - EXTRA_HEADER) {
            int size = u16(bytes, at + 2);
            int body = at + EXTRA_HEADER;
            if (u16(bytes, at) == ZIP64_EXTRA) {
                int value = body + index * Long.BYTES;
                return value - body + Long.BYTES <= Math.min(size, end - body) ? bytes.getLong(value) : -1;
            }
            if (size > end - body) {
                return -1;
            }
            at = body + size;
        }
        return -1;
    }
}
