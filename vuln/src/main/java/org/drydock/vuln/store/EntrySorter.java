package org.drydock.vuln.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts more entries than memory holds: runs that fit are sorted and written aside, then merged. Where two entries are
 * the same, one remains.
 */
final class EntrySorter {
    /** Takes the entries in order. */
    interface Consumer {
        void accept(SortEntry entry) throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final long memoryBytes;
    private final List<Path> runs = new ArrayList<>();
    private List<SortEntry> entries = new ArrayList<>();
    private long weight;

    /**
     * @param folder where runs are written to, as files that end in {@link StoreFiles#ASIDE}
     * @param memoryBytes how much is held in memory before it is written aside
     */
    EntrySorter(Path folder, long memoryBytes) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    void add(byte[] key, byte[] payload) throws IOException {
        SortEntry entry = new SortEntry(key, payload);
        entries.add(entry);
        weight += entry.weight();
        if (weight > memoryBytes) {
            spill();
        }
    }

    /** How many bytes are held in memory, about. */
    long weight() {
        return weight;
    }

    /** Writes what is in memory aside, to make room for others. */
    void spill() throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        Collections.sort(entries);
        Path run = StoreFiles.aside(folder, "run");
        runs.add(run);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (SortEntry entry : entries) {
                out.writeInt(entry.key().length);
                out.writeInt(entry.payload().length);
                out.write(entry.key());
                out.write(entry.payload());
            }
        }
        entries = new ArrayList<>();
        weight = 0;
    }

    /** Passes on what all the sorters hold, in one order, and deletes their runs. They are empty then. */
    static void merge(List<EntrySorter> sorters, Consumer consumer) throws IOException {
        PriorityQueue<Run> heads = new PriorityQueue<>();
        List<Run> open = new ArrayList<>();
        try {
            for (EntrySorter sorter : sorters) {
                sorter.spill();
                for (Path file : sorter.runs) {
                    Run run = new Run(file);
                    open.add(run);
                    if (run.advance()) {
                        heads.add(run);
                    }
                }
            }
            drain(heads, consumer);
        } finally {
            for (Run run : open) {
                run.close();
            }
            for (EntrySorter sorter : sorters) {
                sorter.discard();
            }
        }
    }

    /** Forgets everything and deletes the runs. */
    void discard() throws IOException {
        entries = new ArrayList<>();
        weight = 0;
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }

    private static void drain(PriorityQueue<Run> heads, Consumer consumer) throws IOException {
        @Nullable SortEntry last = null;
        for (Run run = heads.poll(); run != null; run = heads.poll()) {
            SortEntry entry = run.head();
            if (last == null || entry.compareTo(last) != 0) {
                consumer.accept(entry);
            }
            last = entry;
            if (run.advance()) {
                heads.add(run);
            }
        }
    }

    /** A sorted file, at one of its entries. */
    private static final class Run implements Comparable<Run>, AutoCloseable {
        private final DataInputStream in;
        private SortEntry head = new SortEntry(new byte[0], new byte[0]);

        Run(Path file) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        boolean advance() throws IOException {
            int keyLength;
            try {
                keyLength = in.readInt();
            } catch (EOFException e) {
                return false;
            }
            int payloadLength = in.readInt();
            head = new SortEntry(in.readNBytes(keyLength), in.readNBytes(payloadLength));
            return true;
        }

        SortEntry head() {
            return head;
        }

        @Override
        public int compareTo(Run other) {
            return head.compareTo(other.head);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
