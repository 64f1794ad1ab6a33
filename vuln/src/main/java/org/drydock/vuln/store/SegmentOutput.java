package org.drydock.vuln.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;
import org.drydock.core.Digest;

/** The file of a {@linkplain SegmentFormat segment}, written from front to back. */
final class SegmentOutput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha256 = sha256();
    private final OutputStream out;
    private final ByteWriter header = new ByteWriter();
    private final ByteWriter table = new ByteWriter();
    private final ByteWriter firstKeys = new ByteWriter();
    private final KeyFilter filter = new KeyFilter();
    private long blockBytes;
    private int blocks;

    /** Writes to {@code target}, which is closed with this. */
    SegmentOutput(OutputStream target) throws IOException {
        this.out = new DigestOutputStream(new BufferedOutputStream(target, BUFFER), sha256);
        header.fixed(SegmentFormat.MAGIC, 8).fixed(SegmentFormat.VERSION, 4).fixed(0, 4);
        write(header);
    }

    /** Says that entries about a subject are in the blocks. */
    void subject(byte[] subject) {
        filter.add(subject);
    }

    void block(byte[] firstKey, PackedBlock packed) throws IOException {
        table.fixed(packed.facts().length, 4).fixed(packed.factsUnpacked(), 4);
        table.fixed(packed.written().length, 4).fixed(packed.writtenUnpacked(), 4);
        table.fixed(packed.factsCrc(), 4).fixed(packed.writtenCrc(), 4);
        table.fixed(firstKey.length, 4);
        firstKeys.raw(firstKey, 0, firstKey.length);
        out.write(packed.facts());
        out.write(packed.written());
        blockBytes += packed.facts().length + packed.written().length;
        blocks++;
    }

    /** Writes what stands behind the blocks and returns the digest of the whole file. */
    Digest finish(SegmentSummary summary) throws IOException {
        byte[] filterBytes = filter.toBytes();
        byte[] summaryBytes = summary.toBytes();
        long tail = (long) table.size() + firstKeys.size() + filterBytes.length + summaryBytes.length;
        ByteWriter footer = new ByteWriter()
                .fixed(blocks, 4)
                .fixed(firstKeys.size(), 4)
                .fixed(filterBytes.length, 4)
                .fixed(summaryBytes.length, 4)
                .fixed(SegmentFormat.HEADER_BYTES + blockBytes + tail + SegmentFormat.FOOTER_BYTES, 8);
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
        out.close();
    }

    private void write(ByteWriter bytes) throws IOException {
        out.write(bytes.array(), 0, bytes.size());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
