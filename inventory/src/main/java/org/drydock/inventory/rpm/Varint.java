package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's integer of one to nine bytes: seven bits in each of the first eight, the highest first, and eight in the
 * ninth.
 *
 * @param end where the byte after it is
 */
record Varint(long value, int end) {
    private static final int LONGEST = 9;

    /** Null if it does not end before {@code bound}. */
    static @Nullable Varint read(ByteBuffer bytes, int start, int bound) {
        long value = 0;
        for (int i = 0; i < LONGEST && start + i < bound; i++) {
            byte next = bytes.get(start + i);
            if (i == LONGEST - 1) {
                return new Varint((value << 8) | (next & 0xff), start + LONGEST);
            }
            value = (value << 7) | (next & 0x7f);
            if (next >= 0) {
                return new Varint(value, start + i + 1);
            }
        }
        return null;
    }
}
