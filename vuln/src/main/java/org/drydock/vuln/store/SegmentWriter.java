package org.drydock.vuln.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import org.drydock.core.Digest;
import org.jspecify.annotations.Nullable;

/** Writes entries as a {@linkplain SegmentFormat segment}; the same entries give the same bytes. */
final class SegmentWriter implements EntryTarget.OfOld, AutoCloseable {
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final SegmentOutput out;
    private final BlockWriter block = new BlockWriter();
    private final SegmentTally tally = new SegmentTally();
    private byte[] buffer = new byte[2 * SegmentFormat.BLOCK_WEIGHT];
    private byte[] firstKey = new byte[0];
    private byte[] lastKey = new byte[0];
    private byte[] lastSubject = new byte[0];
    private int weight;
    private @Nullable OldBlock origin;

    /** A segment just written. */
    record Written(Digest digest, SegmentSummary summary) {}

    /** A block of an older segment. */
    interface OldBlock {
        int entries();

        PackedBlock packed();
    }

    /** Writes to {@code target}, which is closed with this. */
    SegmentWriter(OutputStream target) throws IOException {
        this.out = new SegmentOutput(target);
    }

    /** A block that comes whole from an older segment is not packed again. */
    @Override
    public void put(Entry entry, @Nullable OldBlock from) throws IOException {
        byte[] key = entry.key();
        if (Arrays.compareUnsigned(key, lastKey) <= 0) {
            throw new IllegalArgumentException("keys out of order");
        }
        if (block.count() > 0 && key[0] != lastKey[0]) {
            endBlock();
        }
        if (block.count() == 0) {
            firstKey = key;
            origin = from;
        }
        origin = Objects.equals(origin, from) ? origin : null;
        block.add(key, entry);
        byte[] subject = entry.subject();
        if (!Arrays.equals(subject, lastSubject)) {
            out.subject(subject);
            lastSubject = subject;
        }
        tally.add(entry);
        lastKey = key;
        int own = EntryWeight.of(key, entry);
        weight += own;
        boolean wantsEnd = weight >= SegmentFormat.LEAST_BLOCK_WEIGHT && SegmentFormat.endsBlock(key, own);
        if (wantsEnd || weight >= SegmentFormat.MOST_BLOCK_WEIGHT) {
            endBlock();
        }
    }

    /**
     * Writes what stands behind the blocks.
     *
     * @param source as {@link AdvisoryStore.SourceStatus} has it, as the others
     */
    Written finish(String source, String format, String origin) throws IOException {
        endBlock();
        SegmentSummary summary = tally.summary(source, format, origin);
        return new Written(out.finish(summary), summary);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }

    private void endBlock() throws IOException {
        if (block.count() == 0) {
            return;
        }
        OldBlock old = origin;
        out.block(firstKey, old != null && old.entries() == block.count() ? old.packed() : pack());
        block.clear();
        weight = 0;
    }

    private PackedBlock pack() {
        byte[] facts = block.facts();
        byte[] written = block.written();
        return new PackedBlock(deflate(facts), facts.length, deflate(written), written.length);
    }

    private byte[] deflate(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            length += deflater.deflate(buffer, length, buffer.length - length);
        }
        return Arrays.copyOf(buffer, length);
    }
}
