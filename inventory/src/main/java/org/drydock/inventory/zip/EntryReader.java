package org.drydock.inventory.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Inflater;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;

/** Unpacks entries, all within one budget. Not safe for use by several threads. */
public final class EntryReader implements AutoCloseable {
    /** No deflate stream grows more than this many times. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private static final int SLACK = 64;
    private static final int MIN_GROWTH = 1024;

    /** What reading an entry costs beside its bytes, so that a crowd of tiny ones ends too. */
    private static final int ENTRY_COST = 512;

    private final Inflater inflater = new Inflater(true);
    private final ReadBudget budget;
    private final long maxEntryBytes;
    private final int maxHeapBytes;

    public EntryReader(Limits limits, ReadBudget budget) {
        this.budget = budget;
        this.maxEntryBytes = limits.fileBytes();
        this.maxHeapBytes = limits.memoryBytes();
    }

    /**
     * An entry's whole content.
     *
     * @param bytes read only or not, big endian
     * @param damaged whether it ends early: the archive is cut off, or the compressed bytes are corrupt
     */
    public record Content(ByteBuffer bytes, boolean damaged) {}

    /**
     * The beginning of an entry.
     *
     * @param max the most bytes to read
     * @return damaged if it ends early, at {@code max} as well
     * @throws ZipFormatException if the entry is encrypted or compressed by another method than deflate
     * @throws LimitExceededException if the budget is spent
     */
    public Content head(ZipEntry entry, int max) {
        EntryStream stream = open(entry);
        byte[] bytes = new byte[heapSize(entry, max)];
        int length = fill(stream, bytes, 0);
        while (length == bytes.length && length < max) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(max, Math.max(MIN_GROWTH, 2L * length)));
            length = fill(stream, bytes, length);
        }
        return new Content(ByteBuffer.wrap(bytes, 0, length).slice(), length == max || stream.isDamaged());
    }

    /**
     * A whole entry: a stored one is a slice of the archive, a small one lies in memory, a large one in the scratch space.
     *
     * @throws ZipFormatException if the entry is encrypted or compressed by another method than deflate
     * @throws LimitExceededException if the budget is spent, or the entry is too large or grows too much
     * @throws IOException if the scratch space cannot take it
     */
    public Content whole(ZipEntry entry, ScratchSpace scratch) throws IOException {
        EntryStream stream = open(entry);
        if (entry.isStored()) {
            budget.take(entry.packed().limit());
            return new Content(entry.packed().slice(), entry.cut());
        }
        int heap = heapSize(entry, maxHeapBytes);
        if (heap < maxHeapBytes) {
            byte[] bytes = new byte[heap];
            int length = fill(stream, bytes, 0);
            if (length < heap) {
                return new Content(ByteBuffer.wrap(bytes, 0, length).slice(), stream.isDamaged());
            }
        }
        EntryStream again = open(entry);
        ByteBuffer held = scratch.hold(again, maxEntryBytes, entry.shownName());
        return new Content(held, again.isDamaged());
    }

    @Override
    public void close() {
        inflater.end();
    }

    private EntryStream open(ZipEntry entry) {
        if (entry.encrypted()) {
            throw new ZipFormatException(entry.shownName() + ": is encrypted");
        }
        if (!entry.isReadable()) {
            throw new ZipFormatException(entry.shownName() + ": is compressed by method " + entry.method()
                    + ", only 0 (stored) and 8 (deflated) are known");
        }
        budget.take(ENTRY_COST);
        return new EntryStream(entry, inflater, budget);
    }

    /** One more than what the entry states, but no more than its packed bytes can yield or {@code max}. */
    private static int heapSize(ZipEntry entry, int max) {
        long possible =
                entry.isStored() ? entry.packed().limit() : entry.packed().limit() * MAX_DEFLATE_RATIO + SLACK;
        long stated = entry.statedSize() < 0 ? possible : entry.statedSize();
        return (int) Math.min(max, Math.min(stated, possible) + 1);
    }

    /** Fills {@code bytes} from {@code from} on; how far they are full then. */
    private static int fill(EntryStream stream, byte[] bytes, int from) {
        int length = from;
        while (length < bytes.length) {
            int count = stream.read(bytes, length, bytes.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }
}
