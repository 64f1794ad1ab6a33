package org.drydock.vuln.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;

/**
 * Opens advisory stores. A store once opened answers from what it was opened on, whatever is imported meanwhile; to see
 * the new, open it again.
 */
public final class AdvisoryStores {
    private static final String STARTER = "/org/drydock/vuln/starter/starter.segment";
    private static final int MAX_RACES = 100;

    private AdvisoryStores() {}

    /** Whether anything was ever imported into a folder. */
    public static boolean exists(Path storeDir) {
        return Manifest.read(storeDir).isPresent();
    }

    /**
     * Opens the store in a folder.
     *
     * @throws StoreException if nothing was imported there, or if the store is damaged; damage in a segment shows when the
     *     segment is first needed
     */
    public static AdvisoryStore open(Path storeDir) {
        return new JoinedStore(open(storeDir, new BlockCache()));
    }

    /** The few advisories that come with Drydock itself. */
    public static AdvisoryStore starter() {
        return new JoinedStore(List.of(starterSegment(new BlockCache())));
    }

    /** The store in a folder, if there is one, together with the advisories that come with Drydock itself. */
    public static AdvisoryStore openWithStarter(Path storeDir) {
        BlockCache cache = new BlockCache();
        List<LazySegment> segments = new ArrayList<>();
        segments.add(starterSegment(cache));
        if (exists(storeDir)) {
            segments.addAll(open(storeDir, cache));
        }
        return new JoinedStore(segments);
    }

    /** What a store holds, without opening its segments; empty if nothing was imported. */
    public static List<SourceStatus> status(Path storeDir) {
        return SourceStatuses.joined(
                segments(storeDir).stream().map(StoredSegment::status).toList());
    }

    /** The files that a store consists of, sorted by source and namespaces; empty if nothing was imported. */
    public static List<StoredSegment> segments(Path storeDir) {
        return Manifest.read(storeDir).map(Manifest::entries).orElse(List.of()).stream()
                .map(entry -> StoredSegment.of(storeDir, entry))
                .toList();
    }

    /**
     * A file of a store. It never changes, and is named after its content.
     *
     * @param status what it holds: the segment of a source's records has no namespaces, one of its statements has one
     */
    public record StoredSegment(Path file, long bytes, SourceStatus status) {
        static StoredSegment of(Path storeDir, Manifest.Entry entry) {
            return new StoredSegment(
                    storeDir.resolve(entry.file()),
                    entry.bytes(),
                    entry.summary().status());
        }

        /** The file's name, which is of its content. */
        public String name() {
            return file.getFileName().toString();
        }
    }

    /**
     * Reads all of a store.
     *
     * @throws StoreException if any of it is damaged
     */
    public static void verify(Path storeDir) {
        for (LazySegment segment : open(storeDir, new BlockCache())) {
            try {
                segment.open().verify();
            } finally {
                segment.close();
            }
        }
    }

    /**
     * Opens every file at once, which costs little and keeps them, since a writer may delete them at any time. One that is
     * deleted between the reading of the manifest and the opening is found missing; then there is a new manifest.
     */
    static List<LazySegment> open(Path storeDir, BlockCache cache) {
        Manifest manifest = manifest(storeDir);
        for (int race = 0; ; race++) {
            List<LazySegment> segments = new ArrayList<>();
            try {
                for (Manifest.Entry entry : manifest.entries()) {
                    Path file = storeDir.resolve(entry.file());
                    segments.add(new LazySegment(SegmentBytes.open(file), file.toString(), entry.summary(), cache));
                }
                return segments;
            } catch (NoSuchFileException e) {
                segments.forEach(LazySegment::close);
                Manifest newer = manifest(storeDir);
                if (newer.equals(manifest) || race == MAX_RACES) {
                    throw new DamagedStoreException(String.valueOf(e.getFile()), "the file is missing");
                }
                manifest = newer;
            } catch (IOException e) {
                segments.forEach(LazySegment::close);
                throw new StoreException("advisory store: " + storeDir + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static Manifest manifest(Path storeDir) {
        return Manifest.read(storeDir)
                .orElseThrow(() -> new StoreException("advisory store: nothing was imported into " + storeDir
                        + ": run \"drydock db update\" or \"drydock db import PATH\""));
    }

    private static LazySegment starterSegment(BlockCache cache) {
        SegmentBytes bytes = SegmentBytes.of(ByteBuffer.wrap(starterBytes()));
        AdvisorySegment segment = new AdvisorySegment(bytes, STARTER, cache);
        return new LazySegment(bytes, STARTER, segment.summary(), cache);
    }

    private static byte[] starterBytes() {
        try (InputStream in = AdvisoryStores.class.getResourceAsStream(STARTER)) {
            return Optional.ofNullable(in)
                    .orElseThrow(() -> new StoreException("this build of Drydock has no starter advisories"))
                    .readAllBytes();
        } catch (IOException e) {
            throw new StoreException("the starter advisories cannot be read: " + e.getMessage(), e);
        }
    }
}
