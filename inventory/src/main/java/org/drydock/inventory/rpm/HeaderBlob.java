package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the pieces of one record are put together, used again for the next record. It grows with the bytes that are
 * really there, never by a size that a database states.
 */
final class HeaderBlob {
    private final int most;
    private byte[] bytes = new byte[16 * 1024];
    private int length;

    /** @param most the most bytes to keep of one record */
    HeaderBlob(int most) {
        this.most = most;
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /**
     * Appends a piece of the database, as far as there is room.
     *
     * @return whether all of it found room
     */
    boolean append(ByteBuffer database, int offset, int count) {
        int taken = Math.min(count, most - length);
        if (taken > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(2L * bytes.length, (long) length + taken)));
        }
        database.get(offset, bytes, length, taken);
        length += taken;
        return taken == count;
    }

    /** Why a record was not kept whole when {@link #append} says so. */
    String tooLarge() {
        return "is larger than the limit of " + most + " bytes";
    }

    /** A view of what is here, big endian; valid until the next {@link #clear}. */
    ByteBuffer view(int offset, int count) {
        return ByteBuffer.wrap(bytes, offset, count).slice();
    }

    ByteBuffer view() {
        return view(0, length);
    }
}
