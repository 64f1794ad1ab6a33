package org.drydock.vuln.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * The part of a {@linkplain SegmentFormat segment} behind its blocks: where each block lies, with what key it begins,
 * which keys there may be, and what the segment is. It is checked as a whole when it is read.
 */
final class SegmentTail {
    private final String name;
    private final long blocksEnd;
    private final int blocks;
    private final ByteBuffer rows;
    private final ByteBuffer firstKeys;
    private final ByteBuffer filter;
    private final SegmentSummary summary;

    private SegmentTail(String name, Footer footer, byte[] bytes) {
        this.name = name;
        this.blocksEnd = footer.tableOffset;
        this.blocks = footer.blocks;
        ByteBuffer tail = ByteBuffer.wrap(bytes);
        int rowBytes = blocks * SegmentFormat.ROW_BYTES;
        this.rows = tail.slice(0, rowBytes);
        this.firstKeys = tail.slice(rowBytes, footer.keyBytes);
        this.filter = tail.slice(rowBytes + footer.keyBytes, footer.filterBytes);
        int summaryStart = rowBytes + footer.keyBytes + footer.filterBytes;
        try {
            this.summary = SegmentSummary.read(new ByteReader(bytes, summaryStart, footer.summaryBytes));
        } catch (MalformedException e) {
            throw new DamagedStoreException(name, String.valueOf(e.getMessage()));
        }
    }

    /** Where a block lies, how long it is packed and unpacked, and the checksum of its packed bytes. */
    record Block(long offset, int packed, int unpacked, int crc) {}

    private record Footer(
            long tableOffset, int blocks, int keyBytes, int filterBytes, int summaryBytes, long fileBytes) {
        static Footer read(ByteBuffer bytes) {
            return new Footer(
                    bytes.getLong(0),
                    bytes.getInt(8),
                    bytes.getInt(12),
                    bytes.getInt(16),
                    bytes.getInt(20),
                    bytes.getLong(24));
        }

        long tailBytes() {
            return (long) blocks * SegmentFormat.ROW_BYTES + keyBytes + filterBytes + summaryBytes;
        }

        boolean fits(long size) {
            return fileBytes == size
                    && blocks >= 0
                    && keyBytes >= 0
                    && filterBytes >= Long.BYTES
                    && summaryBytes >= 0
                    && tableOffset >= SegmentFormat.HEADER_BYTES
                    && tailBytes() <= Integer.MAX_VALUE
                    && tableOffset + tailBytes() == size - SegmentFormat.FOOTER_BYTES;
        }
    }

    /** @throws StoreException if the bytes are no segment, or of another version, or cut or changed */
    static SegmentTail read(SegmentBytes bytes, String name) {
        byte[] header = part(bytes, 0, SegmentFormat.HEADER_BYTES, name);
        byte[] end = part(bytes, bytes.size() - SegmentFormat.FOOTER_BYTES, SegmentFormat.FOOTER_BYTES, name);
        ByteBuffer start = ByteBuffer.wrap(header);
        ByteBuffer footerBytes = ByteBuffer.wrap(end);
        if (start.getLong(0) != SegmentFormat.MAGIC || footerBytes.getLong(40) != SegmentFormat.MAGIC) {
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
        byte[] tail = part(bytes, footer.tableOffset, footer.tailBytes(), name);
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

    /** Whether the key may be there; false is sure. */
    boolean mayHold(byte[] key) {
        return KeyFilter.mayHold(filter, key);
    }

    /** The last block whose first key is not behind {@code key}; -1 if there is none. */
    int blockOf(byte[] key) {
        int low = 0;
        int high = blocks - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compareFirstKey(middle, key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    Block block(int number) {
        int row = number * SegmentFormat.ROW_BYTES;
        Block block = new Block(rows.getLong(row), rows.getInt(row + 8), rows.getInt(row + 12), rows.getInt(row + 16));
        if (block.offset < SegmentFormat.HEADER_BYTES
                || block.packed < 0
                || block.offset > blocksEnd - block.packed
                || block.unpacked < 0
                || block.unpacked > (long) block.packed * SegmentFormat.MAX_DEFLATE_RATIO) {
            throw new DamagedStoreException(name, "block " + number + " has impossible bounds");
        }
        return block;
    }

    private int compareFirstKey(int block, byte[] key) {
        int start = block == 0 ? 0 : rows.getInt((block - 1) * SegmentFormat.ROW_BYTES + 20);
        int end = rows.getInt(block * SegmentFormat.ROW_BYTES + 20);
        if (start < 0 || end < start || end > firstKeys.limit()) {
            throw new DamagedStoreException(name, "the key of block " + block + " is missing");
        }
        int shorter = Math.min(end - start, key.length);
        for (int i = 0; i < shorter; i++) {
            int order = Integer.compare(firstKeys.get(start + i) & 0xff, key[i] & 0xff);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(end - start, key.length);
    }

    private static byte[] part(SegmentBytes bytes, long offset, long length, String name) {
        return bytes.read(offset, length).orElseThrow(() -> new DamagedStoreException(name, "it is cut off"));
    }
}
