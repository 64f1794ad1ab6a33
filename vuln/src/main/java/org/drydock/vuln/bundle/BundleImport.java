package org.drydock.vuln.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drydock.core.Digest;
import org.drydock.vuln.bundle.BundleReader.Contents;
import org.drydock.vuln.bundle.InstalledBundles.Installed;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
import org.drydock.vuln.store.DamagedStoreException;
import org.drydock.vuln.store.StoreException;
import org.drydock.vuln.store.StoreSegments;
import org.drydock.vuln.store.StoreSegments.Arrived;
import org.drydock.vuln.update.FeedUpdate;
import org.drydock.vuln.update.FolderLock;
import org.drydock.vuln.update.UpdateLedger;

/**
 * Takes a bundle into a store: of each segment that the store does not have, the chunks that it does not have. All of it
 * appears at once, after everything was verified; else the store stays as it was.
 */
public final class BundleImport {
    private final Path folder;
    private final Path updates;
    private final Path storeDir;
    private final InstalledBundles bundles;

    /**
     * @param folder for what is remembered of bundles, and for what is in the making
     * @param updates the folder of {@link FeedUpdate}
     */
    public BundleImport(Path folder, Path updates, Path storeDir) {
        this.folder = folder;
        this.updates = updates;
        this.storeDir = storeDir;
        this.bundles = new InstalledBundles(folder);
    }

    /**
     * Whom to believe.
     *
     * @param keys one of which must have signed; if there are none, {@code unsignedAllowed} must hold
     */
    public record Trust(List<PublicKey> keys, boolean unsignedAllowed) {
        public Trust {
            keys = List.copyOf(keys);
        }
    }

    /**
     * What came of it.
     *
     * @param written what the segments hold that were not there before
     * @param fetchedChunks how many chunks were taken out of the bundle
     * @param fetchedBytes how many bytes these have there
     * @param reusedChunks how many were in the store
     */
    public record Result(
            BundleManifest manifest,
            List<SourceStatus> written,
            long fetchedChunks,
            long fetchedBytes,
            long reusedChunks) {
        public Result {
            written = List.copyOf(written);
        }
    }

    /**
     * Imports a bundle.
     *
     * @param name of the bundle, empty if the source holds one alone
     * @throws BundleException if it is not to be trusted, damaged, or older than what is installed
     */
    public Result run(BundleSource source, String name, Trust trust, Runnable onWait) {
        Path work = folder.resolve("work");
        try (FolderLock _ = FolderLock.acquire(updates, FeedUpdate.LOCK, onWait)) {
            Contents contents = BundleReader.read(source, name, trust.keys, trust.unsignedAllowed);
            String key = contents.key().map(BundleKeys::fingerprint).orElse("unsigned");
            Optional<Installed> last = bundles.last(contents.manifest().name(), key);
            last.ifPresent(installed -> refuseOlder(source, contents, installed));
            BundleWriter.deleteAll(work);
            Files.createDirectories(work);
            Building building = new Building(source, work);
            List<Arrived> arrived = building.missing(contents.manifest());
            StoreSegments.install(storeDir, arrived, gone(contents.manifest(), last));
            remember(contents, key);
            return new Result(
                    contents.manifest(),
                    arrived.stream().map(Arrived::status).toList(),
                    building.fetchedChunks,
                    building.fetchedBytes,
                    building.reusedChunks);
        } catch (IOException e) {
            throw new BundleException(source.place() + ": cannot be imported: " + e, e);
        } finally {
            BundleWriter.deleteAll(work);
        }
    }

    private static void refuseOlder(BundleSource source, Contents contents, Installed last) {
        BundleManifest manifest = contents.manifest();
        if (manifest.sequence() < last.sequence()) {
            throw new BundleException(source.place() + ": older than what is installed: bundle " + manifest.name()
                    + " has sequence " + manifest.sequence() + ", installed is " + last.sequence());
        }
        if (manifest.sequence() == last.sequence() && !contents.config().hex().equals(last.config())) {
            throw new BundleException(source.place() + ": bundle " + manifest.name() + " has the sequence "
                    + manifest.sequence() + " of the one that is installed, and another content");
        }
    }

    /**
     * What is not in this bundle, and either is of a source that this one has all of, or was brought by an earlier one of
     * the series and is still as that brought it.
     */
    private static Predicate<StoredSegment> gone(BundleManifest manifest, Optional<Installed> last) {
        Set<String> brought = Set.copyOf(last.map(Installed::files).orElse(List.of()));
        Set<String> whole = Set.copyOf(manifest.wholeSources());
        Set<String> kept =
                manifest.segments().stream().map(BundleManifest.Segment::file).collect(Collectors.toUnmodifiableSet());
        return local -> !kept.contains(local.name())
                && (whole.contains(local.status().name()) || brought.contains(local.name()));
    }

    private void remember(Contents contents, String key) throws IOException {
        BundleManifest manifest = contents.manifest();
        List<String> files =
                manifest.segments().stream().map(BundleManifest.Segment::file).toList();
        bundles.put(
                manifest.name(),
                key,
                new Installed(manifest.sequence(), contents.config().hex(), files));
        UpdateLedger ledger = UpdateLedger.read(updates);
        for (BundleManifest.Segment segment : manifest.segments()) {
            ledger.replaceByHand(List.of(segment.source()), checked(segment, manifest.created()));
        }
        ledger.write();
    }

    /** Never later than the bundle itself, whatever it states. */
    private static Optional<Instant> checked(BundleManifest.Segment segment, Instant created) {
        try {
            Instant checked = Instant.parse(segment.checked());
            return Optional.of(checked.isBefore(created) ? checked : created);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Makes the segments that are missing. */
    private final class Building {
        private final BundleSource source;
        private final Path work;
        private long fetchedChunks;
        private long fetchedBytes;
        private long reusedChunks;

        Building(BundleSource source, Path work) {
            this.source = source;
            this.work = work;
        }

        List<Arrived> missing(BundleManifest manifest) throws IOException {
            List<StoredSegment> stored = stored();
            List<Arrived> arrived = new ArrayList<>();
            for (BundleManifest.Segment segment : manifest.segments()) {
                if (stored.stream().noneMatch(local -> isSame(local, segment))) {
                    arrived.add(build(segment, stored, work.resolve(arrived.size() + ".segment")));
                }
            }
            return arrived;
        }

        /** A damaged store has nothing to offer. */
        private List<StoredSegment> stored() {
            try {
                return AdvisoryStores.segments(storeDir);
            } catch (DamagedStoreException e) {
                return List.of();
            }
        }

        /** The name of a file is of its content; one that is cut off has to come again. */
        private static boolean isSame(StoredSegment local, BundleManifest.Segment segment) {
            try {
                return local.name().equals(segment.file())
                        && local.bytes() == segment.bytes()
                        && Files.size(local.file()) == segment.bytes();
            } catch (IOException e) {
                return false;
            }
        }

        private Arrived build(BundleManifest.Segment segment, List<StoredSegment> stored, Path file)
                throws IOException {
            List<Path> kin = stored.stream()
                    .filter(local -> local.status().name().equals(segment.source())
                            && local.status().namespaces().equals(segment.namespaces()))
                    .map(StoredSegment::file)
                    .toList();
            try (LocalChunks chunks = LocalChunks.of(kin)) {
                assemble(segment, chunks, file);
            }
            Arrived arrived;
            try {
                arrived = StoreSegments.check(file, segment.sha256());
            } catch (StoreException e) {
                throw new BundleException(source.place() + ": " + segment.file() + ": " + e.getMessage(), e);
            }
            if (!arrived.status().name().equals(segment.source())
                    || !arrived.status().namespaces().equals(segment.namespaces())) {
                throw new BundleException(
                        source.place() + ": " + segment.file() + ": is of another source than the manifest says");
            }
            return arrived;
        }

        private void assemble(BundleManifest.Segment segment, LocalChunks local, Path file) throws IOException {
            MessageDigest whole = Sha256.begin();
            try (OutputStream out = Files.newOutputStream(file)) {
                for (BundleManifest.Chunk chunk : segment.chunks()) {
                    Optional<byte[]> reused = local.find(chunk);
                    byte[] bytes = reused.isPresent() ? reused.get() : BundleReader.chunk(source, chunk);
                    if (reused.isPresent()) {
                        reusedChunks++;
                    } else {
                        fetchedChunks++;
                        fetchedBytes += chunk.bytes();
                    }
                    whole.update(bytes);
                    out.write(bytes);
                }
            }
            if (!Digest.sha256(whole.digest()).equals(segment.sha256())) {
                throw new BundleException(
                        source.place() + ": " + segment.file() + ": its chunks do not make the segment");
            }
        }
    }
}
