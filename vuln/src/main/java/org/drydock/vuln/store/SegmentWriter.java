package org.drydock.vuln.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import org.drydock.core.Digest;

/** Writes a {@linkplain SegmentFormat segment} from front to back; the same entries give the same bytes. */
final class SegmentWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final MessageDigest sha256 = sha256();
    private final OutputStream out;
    private final ByteWriter header = new ByteWriter();
    private final ByteWriter block = new ByteWriter();
    private final ByteWriter table = new ByteWriter();
    private final ByteWriter firstKeys = new ByteWriter();
    private final KeyFilter filter = new KeyFilter();
    private byte[] lastKey = new byte[0];
    private byte[] packed = new byte[2 * SegmentFormat.BLOCK_BYTES];
    private long position;
    private int blocks;

    /** Writes to {@code target}, which is closed with this. */
    SegmentWriter(OutputStream target) throws IOException {
        this.out = new DigestOutputStream(new BufferedOutputStream(target, BUFFER), sha256);
        header.fixed(SegmentFormat.MAGIC, 8).fixed(SegmentFormat.VERSION, 4).fixed(0, 4);
        write(header);
    }

    /** Adds an entry. Keys must come in ascending order, each once. */
    void put(byte[] key, byte[] value) throws IOException {
        if (Arrays.compareUnsigned(key, lastKey) <= 0) {
            throw new IllegalArgumentException("keys out of order");
        }
        if (block.size() >= SegmentFormat.BLOCK_BYTES || (block.size() > 0 && key[0] != lastKey[0])) {
            endBlock();
        }
        int shared = block.size() == 0 ? 0 : Arrays.mismatch(key, lastKey);
        shared = shared < 0 ? key.length : shared;
        if (block.size() == 0) {
            firstKeys.raw(key, 0, key.length);
        }
        block.number(shared).number(key.length - shared).number(value.length);
        block.raw(key, shared, key.length - shared).raw(value, 0, value.length);
        filter.add(key);
        lastKey = key;
    }

    /** Writes what stands behind the blocks and returns the digest of the whole file. */
    Digest finish(SegmentSummary summary) throws IOException {
        endBlock();
        long tableOffset = position;
        byte[] filterBytes = filter.toBytes();
        byte[] summaryBytes = summary.toBytes();
        ByteWriter footer = new ByteWriter()
                .fixed(tableOffset, 8)
                .fixed(blocks, 4)
                .fixed(firstKeys.size(), 4)
                .fixed(filterBytes.length, 4)
                .fixed(summaryBytes.length, 4);
        long tail = (long) table.size() + firstKeys.size() + filterBytes.length + summaryBytes.length;
        footer.fixed(tableOffset + tail + SegmentFormat.FOOTER_BYTES, 8).fixed(0, 4);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.size());
        crc.update(table.array(), 0, table.size());
        crc.update(firstKeys.array(), 0, firstKeys.size());
        crc.update(filterBytes);
        crc.update(summaryBytes);
        crc.update(footer.array(), 0, footer.size());
        footer.fixed(crc.getValue(), 4).fixed(SegmentFormat.MAGIC, 8);
        write(table);
        write(firstKeys);
        out.write(filterBytes);
        out.write(summaryBytes);
        write(footer);
        out.flush();
        return Digest.sha256(sha256.digest());
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }

    private void endBlock() throws IOException {
        if (block.size() == 0) {
            return;
        }
        deflater.reset();
        deflater.setInput(block.array(), 0, block.size());
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            if (length == packed.length) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            length += deflater.deflate(packed, length, packed.length - length);
        }
        CRC32C crc = new CRC32C();
        crc.update(packed, 0, length);
        table.fixed(position, 8).fixed(length, 4).fixed(block.size(), 4);
        table.fixed(crc.getValue(), 4).fixed(firstKeys.size(), 4);
        out.write(packed, 0, length);
        position += length;
        blocks++;
        block.clear();
    }

    private void write(ByteWriter bytes) throws IOException {
        out.write(bytes.array(), 0, bytes.size());
        position += bytes.size();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
