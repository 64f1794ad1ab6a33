package org.drydock.inventory.zip;

import static org.drydock.inventory.zip.ZipLayout.u16;
import static org.drydock.inventory.zip.ZipLayout.u32;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the central directory lies.
 *
 * @param start of the first header
 * @param end behind the last one
 * @param archiveStart what is to be added to the offsets in it: the length of what was put in front of the archive, such
 *     as a start script, if the offsets do not count it
 */
record CentralDirectory(int start, int end, long archiveStart) {
    private static final int MAX_COMMENT = 0xFFFF;

    /** How many end records are followed before the directory counts as broken: each may cost a walk over it. */
    private static final int MAX_CANDIDATES = 4;

    /**
     * Finds the directory through the end record, searched from the end over the longest possible comment, as the Java
     * launcher does.
     *
     * @return null if there is no end record that leads to an unbroken directory
     */
    static @Nullable CentralDirectory find(ByteBuffer bytes) {
        int last = bytes.limit() - ZipLayout.END_RECORD;
        int candidates = 0;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT) && candidates < MAX_CANDIDATES; at--) {
            if (bytes.get(at) == 'P' && bytes.getInt(at) == ZipLayout.END_SIGNATURE) {
                candidates++;
                CentralDirectory found = fromEndRecord(bytes, at);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable CentralDirectory fromEndRecord(ByteBuffer bytes, int at) {
        int count = u16(bytes, at + 10);
        long size = u32(bytes, at + 12);
        long offset = u32(bytes, at + 16);
        if (count == ZipLayout.IN_ZIP64_16 || size == ZipLayout.IN_ZIP64_32 || offset == ZipLayout.IN_ZIP64_32) {
            int end64 = findEnd64(bytes, at);
            if (end64 >= 0) {
                return locate(bytes, end64, bytes.getLong(end64 + 40), bytes.getLong(end64 + 48));
            }
        }
        return locate(bytes, at, size, offset);
    }

    private static int findEnd64(ByteBuffer bytes, int endRecord) {
        int locator = endRecord - ZipLayout.LOCATOR64;
        if (!ZipLayout.hasSignature(bytes, locator, ZipLayout.LOCATOR64_SIGNATURE)) {
            return -1;
        }
        long stated = bytes.getLong(locator + 8);
        int adjacent = locator - ZipLayout.END64_RECORD;
        if (ZipLayout.hasSignature(bytes, adjacent, ZipLayout.END64_SIGNATURE)) {
            return adjacent;
        }
        boolean fits = stated >= 0 && stated <= adjacent;
        return fits && ZipLayout.hasSignature(bytes, stated, ZipLayout.END64_SIGNATURE) ? (int) stated : -1;
    }

    /** Ends at {@code end}, or else lies where its offset says. */
    private static @Nullable CentralDirectory locate(ByteBuffer bytes, int end, long size, long offset) {
        if (size < 0 || size > end || offset < 0) {
            return null;
        }
        int start = (int) (end - size);
        if (size == 0) {
            boolean hidesEntries = end > 0 && ZipLayout.hasSignature(bytes, 0, ZipLayout.LOCAL_SIGNATURE);
            return hidesEntries ? null : new CentralDirectory(start, end, 0);
        }
        if (isUnbroken(bytes, start, end)) {
            return new CentralDirectory(start, end, start - offset);
        }
        if (offset <= end - size && isUnbroken(bytes, (int) offset, (int) (offset + size))) {
            return new CentralDirectory((int) offset, (int) (offset + size), 0);
        }
        return null;
    }

    private static boolean isUnbroken(ByteBuffer bytes, int start, int end) {
        int at = start;
        while (at <= end - ZipLayout.CENTRAL_HEADER && bytes.getInt(at) == ZipLayout.CENTRAL_SIGNATURE) {
            at = next(bytes, at);
        }
        return at == end || (at > start && at < end && ZipLayout.hasSignature(bytes, at, ZipLayout.DIGITAL_SIGNATURE));
    }

    /** Where the header after the one at {@code at} begins; it may lie behind the buffer's end. */
    static int next(ByteBuffer bytes, int at) {
        int length = ZipLayout.CENTRAL_HEADER + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32);
        return (int) Math.min((long) at + length, Integer.MAX_VALUE);
    }
}
