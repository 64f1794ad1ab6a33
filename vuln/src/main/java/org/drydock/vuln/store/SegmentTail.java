package org.drydock.vuln.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * The part of a {@linkplain SegmentFormat segment} behind its blocks: how long each block is, with what key it begins,
 * what there may be, and what the segment is. It is checked as a whole when it is read.
 */
final class SegmentTail {
    private final byte[] bytes;
    private final int blocks;
    private final long[] starts;
    private final int[] keyStarts;
    private final ByteBuffer filter;
    private final SegmentSummary summary;

    private SegmentTail(String name, Footer footer, byte[] bytes) {
        this.bytes = bytes;
        this.blocks = footer.blocks;
        this.starts = new long[blocks + 1];
        this.keyStarts = new int[blocks + 1];
        int rowBytes = blocks * SegmentFormat.ROW_BYTES;
        sumUp(name, rowBytes + footer.keyBytes, footer.blockBytes());
        int summaryStart = rowBytes + footer.keyBytes + footer.filterBytes;
        this.filter = ByteBuffer.wrap(bytes).slice(rowBytes + footer.keyBytes, footer.filterBytes);
        try {
            this.summary = SegmentSummary.read(new ByteReader(bytes, summaryStart, footer.summaryBytes));
        } catch (MalformedException e) {
            throw new DamagedStoreException(name, String.valueOf(e.getMessage()));
        }
    }

    /** Where one part of a block lies, how long it is packed and unpacked, and the checksum of its packed bytes. */
    record Part(long offset, int packed, int unpacked, int crc) {}

    private record Footer(int blocks, int keyBytes, int filterBytes, int summaryBytes, long fileBytes) {
        static Footer read(ByteBuffer bytes) {
            return new Footer(bytes.getInt(0), bytes.getInt(4), bytes.getInt(8), bytes.getInt(12), bytes.getLong(16));
        }

        long tailBytes() {
            return (long) blocks * SegmentFormat.ROW_BYTES + keyBytes + filterBytes + summaryBytes;
        }

        long blockBytes() {
            return fileBytes - SegmentFormat.HEADER_BYTES - tailBytes() - SegmentFormat.FOOTER_BYTES;
        }

        boolean fits(long size) {
            return fileBytes == size
                    && blocks >= 0
                    && keyBytes >= 0
                    && KeyFilter.isLength(filterBytes)
                    && summaryBytes >= 0
                    && tailBytes() <= Integer.MAX_VALUE
                    && blockBytes() >= 0;
        }
    }

    /** @throws StoreException if the bytes are no segment, or of another version, or cut or changed */
    static SegmentTail read(SegmentBytes bytes, String name) {
        byte[] header = part(bytes, 0, SegmentFormat.HEADER_BYTES, name);
        byte[] end = part(bytes, bytes.size() - SegmentFormat.FOOTER_BYTES, SegmentFormat.FOOTER_BYTES, name);
        ByteBuffer start = ByteBuffer.wrap(header);
        ByteBuffer footerBytes = ByteBuffer.wrap(end);
        if (start.getLong(0) != SegmentFormat.MAGIC
                || footerBytes.getLong(SegmentFormat.FOOTER_BYTES - Long.BYTES) != SegmentFormat.MAGIC) {
            throw new DamagedStoreException(name, "it does not begin and end as a segment does");
        }
        if (start.getInt(8) != SegmentFormat.VERSION) {
            throw new StoreException("advisory store: " + name + " has format " + start.getInt(8)
                    + ", this Drydock reads " + SegmentFormat.VERSION + "; import again with \"drydock db import\"");
        }
        Footer footer = Footer.read(footerBytes);
        if (!footer.fits(bytes.size())) {
            throw new DamagedStoreException(name, "its length is not what it was written with");
        }
        byte[] tail = part(bytes, SegmentFormat.HEADER_BYTES + footer.blockBytes(), footer.tailBytes(), name);
        CRC32C crc = new CRC32C();
        crc.update(header);
        crc.update(tail);
        crc.update(end, 0, SegmentFormat.CHECKED_FOOTER_BYTES);
        if ((int) crc.getValue() != footerBytes.getInt(SegmentFormat.CHECKED_FOOTER_BYTES)) {
            throw new DamagedStoreException(name, "its table does not match its checksum");
        }
        return new SegmentTail(name, footer, tail);
    }

    SegmentSummary summary() {
        return summary;
    }

    int blocks() {
        return blocks;
    }

    /** Whether a subject may be there; false is sure. */
    boolean mayHold(long subjectHash) {
        return KeyFilter.mayHold(filter, subjectHash);
    }

    /** The last block whose first key is not behind {@code key}; -1 if there is none. */
    int blockOf(byte[] key) {
        int low = 0;
        int high = blocks - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes, keyStarts[middle], keyStarts[middle + 1], key, 0, key.length);
            if (order <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Whether there is such a block, and its first entry is about a subject. */
    boolean beginsWith(int block, byte[] subject) {
        return block < blocks && Keys.isAbout(subject, bytes, keyStarts[block], keyStarts[block + 1]);
    }

    /** The facts of a block. */
    Part facts(int block) {
        return new Part(starts[block], row(block, 0), row(block, 4), row(block, 16));
    }

    /** How the versions of a block are written. */
    Part written(int block) {
        return new Part(starts[block] + row(block, 0), row(block, 8), row(block, 12), row(block, 20));
    }

    private void sumUp(String name, int keysEnd, long blockBytes) {
        long start = SegmentFormat.HEADER_BYTES;
        long keyStart = (long) blocks * SegmentFormat.ROW_BYTES;
        for (int block = 0; block < blocks; block++) {
            starts[block] = start;
            keyStarts[block] = (int) keyStart;
            boolean possible = isPossible(row(block, 0), row(block, 4))
                    && isPossible(row(block, 8), row(block, 12))
                    && row(block, 24) >= 0;
            start += (long) row(block, 0) + row(block, 8);
            keyStart += row(block, 24);
            if (!possible || keyStart > keysEnd) {
                throw new DamagedStoreException(name, "block " + block + " has impossible bounds");
            }
        }
        starts[blocks] = start;
        keyStarts[blocks] = (int) keyStart;
        if (keyStart != keysEnd || start != SegmentFormat.HEADER_BYTES + blockBytes) {
            throw new DamagedStoreException(name, "its table is not of its blocks");
        }
    }

    private static boolean isPossible(int packed, int unpacked) {
        return packed >= 0 && unpacked >= 0 && unpacked <= (long) packed * SegmentFormat.MAX_DEFLATE_RATIO;
    }

    private int row(int block, int offset) {
        int at = block * SegmentFormat.ROW_BYTES + offset;
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    private static byte[] part(SegmentBytes bytes, long offset, long length, String name) {
        return bytes.read(offset, length).orElseThrow(() -> new DamagedStoreException(name, "it is cut off"));
    }
}
