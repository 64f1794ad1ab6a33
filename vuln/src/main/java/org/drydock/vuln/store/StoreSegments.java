package org.drydock.vuln.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drydock.core.Digest;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;

/** A store as the segments it consists of: to look through all they hold, and to carry them from one store to another. */
public final class StoreSegments {
    private static final int PIECE = 1 << 20;

    private StoreSegments() {}

    /** Takes what a segment holds, in the order of the segment. */
    public interface Visitor {
        /** A record without its packages. */
        void record(Advisory advisory);

        void statement(Statement statement);

        void knownExploited(KnownExploited entry);

        void exploitPrediction(ExploitPrediction entry);

        void endOfLife(EndOfLife entry);
    }

    /** Reads one segment. */
    public interface Reading {
        void with(OpenSegment segment) throws IOException;
    }

    /**
     * Reads segments one after the other, of each source that of its records first. They are opened before the first is
     * read, so an import meanwhile does no harm.
     *
     * @param wanted which ones
     * @throws StoreException if the store is damaged or cannot be read
     */
    public static void read(Path storeDir, Predicate<StoredSegment> wanted, Reading reading) {
        if (!AdvisoryStores.exists(storeDir)) {
            return;
        }
        List<LazySegment> open = AdvisoryStores.open(storeDir, new BlockCache());
        try {
            for (LazySegment segment : open) {
                if (wanted.test(segment.stored())) {
                    reading.with(new OpenSegment(segment));
                }
            }
        } catch (IOException e) {
            throw new StoreException("advisory store: " + storeDir + " cannot be read: " + e.getMessage(), e);
        } finally {
            open.forEach(LazySegment::close);
        }
    }

    /** A segment while it is read. */
    public static final class OpenSegment {
        private final LazySegment segment;

        private OpenSegment(LazySegment segment) {
            this.segment = segment;
        }

        public StoredSegment stored() {
            return segment.stored();
        }

        /**
         * Writes the bytes of its file.
         *
         * @throws StoreException if any of it is damaged; then nothing is written
         */
        public void write(OutputStream out) throws IOException {
            segment.open().verify();
            segment.write(out, PIECE);
        }

        /** Shows everything in it. */
        public void visit(Visitor visitor) throws IOException {
            segment.open().copy(_ -> true, (entry, _) -> show(entry, visitor));
        }

        private void show(Entry entry, Visitor visitor) {
            switch (entry) {
                case Entry.OfAdvisory(var advisory) -> visitor.record(advisory);
                case Entry.OfAlias _ -> {
                    // the record of this id says so itself
                }
                case Entry.OfKnownExploited(var exploited) -> visitor.knownExploited(exploited);
                case Entry.OfExploitPrediction(var prediction) -> visitor.exploitPrediction(prediction);
                case Entry.OfEndOfLife(var end) -> visitor.endOfLife(end);
                case Entry.OfStatements(var namespace, var name, var id, var statements) ->
                    statements.forEach(statement -> visitor.statement(
                            statement.statement(segment.status().name(), namespace, name, id)));
            }
        }
    }

    /** The name that a segment's file has in a store. It is of its content, so it never stands for two. */
    public static String fileName(String source, List<String> namespaces, Digest sha256) {
        return SourceWriter.segmentName(source, String.join("-", namespaces), sha256);
    }

    /**
     * Reads all of a file that is to become part of a store.
     *
     * @param sha256 of the file
     * @throws StoreException if it is no segment that this version reads, or is damaged
     */
    public static Arrived check(Path file, Digest sha256) {
        try (SegmentBytes bytes = SegmentBytes.open(file)) {
            AdvisorySegment segment = new AdvisorySegment(bytes, file.toString(), new BlockCache());
            segment.verify();
            SourceStatus status = segment.status();
            String name = fileName(status.name(), status.namespaces(), sha256);
            return new Arrived(file, new Manifest.Entry(name, bytes.size(), segment.summary()));
        } catch (IOException e) {
            throw new StoreException("advisory store: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A segment that is whole, and part of no store yet. */
    public static final class Arrived {
        private final Path file;
        private final Manifest.Entry entry;

        private Arrived(Path file, Manifest.Entry entry) {
            this.file = file;
            this.entry = entry;
        }

        public SourceStatus status() {
            return entry.summary().status();
        }
    }

    /**
     * Takes segments into a store, all in one step. Each replaces the one of its source and namespaces.
     *
     * @param arrived lie in the file system of the store; their files are moved
     * @param gone which of those that the store has are to go
     * @throws StoreException if the store is damaged or cannot be written; it is then as before
     */
    public static void install(Path storeDir, List<Arrived> arrived, Predicate<StoredSegment> gone) {
        try {
            Files.createDirectories(storeDir);
            try (StoreLock _ = StoreLock.acquire(storeDir)) {
                install(storeDir, Manifest.read(storeDir).orElse(new Manifest(List.of())), arrived, gone);
            }
        } catch (IOException e) {
            throw new StoreException("advisory store: " + storeDir + " cannot be written: " + e, e);
        }
    }

    private static void install(Path storeDir, Manifest before, List<Arrived> arrived, Predicate<StoredSegment> gone)
            throws IOException {
        Manifest last = before;
        try {
            Set<List<String>> replaced =
                    arrived.stream().map(a -> key(a.entry)).collect(Collectors.toUnmodifiableSet());
            List<Manifest.Entry> entries = new ArrayList<>();
            for (Manifest.Entry entry : before.entries()) {
                if (!replaced.contains(key(entry)) && !gone.test(StoredSegment.of(storeDir, entry))) {
                    entries.add(entry);
                }
            }
            for (Arrived segment : arrived) {
                StoreFiles.publish(segment.file, storeDir.resolve(segment.entry.file()));
                entries.add(segment.entry);
            }
            Manifest after = new Manifest(entries);
            after.write(storeDir);
            last = after;
        } finally {
            StoreFiles.deleteAllBut(storeDir, last.files());
        }
    }

    private static List<String> key(Manifest.Entry entry) {
        return Stream.concat(Stream.of(entry.source()), entry.summary().status().namespaces().stream())
                .toList();
    }
}
