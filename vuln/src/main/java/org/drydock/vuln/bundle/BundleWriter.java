package org.drydock.vuln.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.drydock.core.Digest;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
import org.drydock.vuln.store.StoreSegments;
import org.drydock.vuln.store.StoreSegments.OpenSegment;
import org.drydock.vuln.update.UpdateLedger;
import org.jspecify.annotations.Nullable;

/** Writes what a store holds, or a part of it, as a bundle: a folder that any web server can serve, or one file. */
public final class BundleWriter {
    private static final String ARCHIVE = ".tar";

    private final Path storeDir;
    private final UpdateLedger ledger;

    /** @param ledger tells when each source was checked */
    public BundleWriter(Path storeDir, UpdateLedger ledger) {
        this.storeDir = storeDir;
        this.ledger = ledger;
    }

    /**
     * What to write.
     *
     * @param name of the series of bundles
     * @param created when; its second is the bundle's sequence, unless the folder holds a later one already
     * @param wanted which segments
     * @param key to sign with, null for a bundle that is not signed
     */
    public record Request(
            String name,
            Instant created,
            Predicate<StoredSegment> wanted,
            @Nullable PrivateKey key) {}

    /**
     * What was written.
     *
     * @param chunkBytes of all chunks
     * @param newBytes of those that were not there before
     */
    public record Written(BundleManifest manifest, long chunkBytes, long newBytes) {}

    /**
     * Writes a bundle.
     *
     * @param target a file if its name ends with {@code .tar}, else a folder; what a folder holds of the bundle before this
     *     one stays for those who are reading it
     * @throws BundleException if there is nothing to write, or it cannot be written
     */
    public Written write(Path target, Request request) {
        if (!BundleManifest.isName(request.name)) {
            throw new BundleException(request.name + ": a bundle's name is of a-z, 0-9 and ._- , at most 64");
        }
        boolean archive = target.toString().endsWith(ARCHIVE);
        Path folder = archive ? target.resolveSibling(target.getFileName() + ".work") : target;
        try {
            if (!archive && Files.isDirectory(target) && !isEmpty(target) && !BundleSource.isBundle(target)) {
                throw new BundleException(target + ": a folder with other things in it; give an empty or a new one");
            }
            Written written = writeFolder(folder, request);
            if (archive) {
                pack(folder, target);
            }
            return written;
        } catch (IOException e) {
            throw new BundleException(target + ": cannot be written: " + e, e);
        } finally {
            if (archive) {
                deleteAll(folder);
            }
        }
    }

    private Written writeFolder(Path folder, Request request) throws IOException {
        Files.createDirectories(folder.resolve("blobs/sha256"));
        Set<String> keep = referenced(folder);
        Blobs blobs = new Blobs(folder);
        List<BundleManifest.Segment> segments = new ArrayList<>();
        TreeSet<String> whole = new TreeSet<>();
        TreeSet<String> partial = new TreeSet<>();
        StoreSegments.read(storeDir, _ -> true, segment -> {
            String source = segment.stored().status().name();
            if (request.wanted.test(segment.stored())) {
                whole.add(source);
                segments.add(segment(segment, blobs));
            } else {
                partial.add(source);
            }
        });
        whole.removeAll(partial);
        if (segments.isEmpty()) {
            throw new BundleException(storeDir + ": holds nothing of what is asked for; run: drydock db update");
        }
        long sequence = Math.max(request.created.getEpochSecond(), lastSequence(folder) + 1);
        BundleManifest manifest =
                new BundleManifest(request.name, sequence, request.created, List.copyOf(whole), segments);
        byte[] config = manifest.toBytes();
        String signature = request.key == null ? null : BundleKeys.sign(config, request.key);
        Digest configDigest = blobs.put(config);
        byte[] oci = OciLayout.manifest(configDigest, config.length, manifest, signature);
        Digest ociDigest = blobs.put(oci);
        replace(
                folder.resolve(OciLayout.MARKER),
                OciLayout.MARKER_TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        replace(folder.resolve(OciLayout.INDEX), OciLayout.index(request.name, ociDigest, oci.length));
        keep.addAll(blobs.written.keySet());
        prune(folder, keep);
        return new Written(manifest, blobs.bytes(), blobs.newBytes);
    }

    private BundleManifest.Segment segment(OpenSegment segment, Blobs blobs) throws IOException {
        List<BundleManifest.Chunk> chunks = new ArrayList<>();
        MessageDigest whole = Sha256.begin();
        long[] bytes = {0};
        try (OutputStream out = new DigestOutputStream(
                new Chunker(chunk -> {
                    chunks.add(new BundleManifest.Chunk(blobs.put(chunk), chunk.length));
                    bytes[0] += chunk.length;
                }),
                whole)) {
            segment.write(out);
        }
        SourceStatus status = segment.stored().status();
        return new BundleManifest.Segment(
                status.name(),
                status.namespaces(),
                status.records(),
                status.date(),
                ledger.checked(status.name()).map(Instant::toString).orElse(""),
                bytes[0],
                Digest.sha256(whole.digest()),
                chunks);
    }

    /** The blobs of a folder, each written once. */
    private static final class Blobs {
        private final Path folder;
        private final Map<String, Integer> written = new TreeMap<>();
        private long newBytes;

        Blobs(Path folder) {
            this.folder = folder;
        }

        Digest put(byte[] bytes) throws IOException {
            Digest digest = Sha256.of(bytes);
            Path file = folder.resolve(OciLayout.blobPath(digest));
            if (written.put(digest.hex(), bytes.length) == null && !holds(file, bytes.length)) {
                replace(file, bytes);
                newBytes += bytes.length;
            }
            return digest;
        }

        long bytes() {
            return written.values().stream().mapToLong(Integer::longValue).sum();
        }

        private static boolean holds(Path file, long length) throws IOException {
            return Files.isRegularFile(file) && Files.size(file) == length;
        }
    }

    /** What the bundle that is in a folder consists of; a damaged one counts for nothing. */
    private static Set<String> referenced(Path folder) {
        Set<String> blobs = new HashSet<>();
        if (BundleSource.isBundle(folder)) {
            try (BundleSource source = BundleSource.open(folder)) {
                BundleReader.Contents contents = BundleReader.unverified(source, "");
                blobs.add(contents.ociManifest().hex());
                blobs.add(contents.config().hex());
                contents.manifest()
                        .segments()
                        .forEach(s ->
                                s.chunks().forEach(c -> blobs.add(c.sha256().hex())));
            } catch (BundleException e) {
                return blobs;
            }
        }
        return blobs;
    }

    private static long lastSequence(Path folder) {
        if (!BundleSource.isBundle(folder)) {
            return 0;
        }
        try (BundleSource source = BundleSource.open(folder)) {
            return BundleReader.unverified(source, "").manifest().sequence();
        } catch (BundleException e) {
            return 0;
        }
    }

    private static void prune(Path folder, Set<String> keep) throws IOException {
        try (Stream<Path> blobs = Files.list(folder.resolve("blobs/sha256"))) {
            for (Path blob : blobs.sorted().toList()) {
                if (!keep.contains(blob.getFileName().toString())) {
                    Files.delete(blob);
                }
            }
        }
    }

    private static void pack(Path folder, Path target) throws IOException {
        List<String> paths = new ArrayList<>(List.of(OciLayout.MARKER, OciLayout.INDEX));
        try (Stream<Path> blobs = Files.list(folder.resolve("blobs/sha256"))) {
            TreeSet<String> names = new TreeSet<>();
            blobs.forEach(blob -> names.add("blobs/sha256/" + blob.getFileName()));
            paths.addAll(names);
        }
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(aside)) {
            LayoutArchive.write(folder, paths, out);
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(aside, bytes);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BundleException(folder + ": cannot be cleared: " + e, e);
        }
    }
}
