package org.drydock.inventory.zip;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.drydock.core.LimitExceededException;

/**
 * An entry's content, unpacked as it is read. Damage ends the stream, as the end would; {@link #isDamaged} tells.
 */
final class EntryStream extends InputStream {
    private final ZipEntry entry;
    private final ByteBuffer packed;
    private final Inflater inflater;
    private final ReadBudget budget;
    private long unpacked;
    private boolean ended;
    private boolean damaged;

    /**
     * @param entry one that can be read
     * @param inflater for raw deflate streams; used by this stream alone until it ends
     */
    EntryStream(ZipEntry entry, Inflater inflater, ReadBudget budget) {
        this.entry = entry;
        this.packed = entry.packed().duplicate();
        this.inflater = inflater;
        this.budget = budget;
        if (!entry.isStored()) {
            inflater.reset();
            inflater.setInput(packed);
        }
    }

    /** Whether the stream ended early; known when it has ended. */
    boolean isDamaged() {
        return damaged;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws LimitExceededException if the budget is spent or the entry grows too much */
    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int count = ended ? 0 : entry.isStored() ? copy(into, offset, length) : inflate(into, offset, length);
        if (count == 0) {
            ended = true;
            return -1;
        }
        unpacked += count;
        budget.take(count);
        budget.checkExpansion(unpacked, entry.packed().limit());
        return count;
    }

    private int copy(byte[] into, int offset, int length) {
        int count = Math.min(length, packed.remaining());
        packed.get(into, offset, count);
        damaged = count == 0 && entry.cut();
        return count;
    }

    private int inflate(byte[] into, int offset, int length) {
        try {
            int count = inflater.inflate(into, offset, length);
            damaged = count == 0 && !inflater.finished();
            return count;
        } catch (DataFormatException e) {
            damaged = true;
            return 0;
        }
    }
}
