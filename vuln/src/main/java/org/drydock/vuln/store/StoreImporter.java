package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.intake.FeedReader;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.ImportResult.Change;
import org.drydock.vuln.store.ImportResult.SourceImport;

/**
 * Brings feeds into a store. Everything is written beside what is there and becomes visible in one step, so a reader
 * sees all of an import or nothing of it, also if the import is killed. One import at a time works on a store; another
 * one waits.
 */
public final class StoreImporter {
    private final Path storeDir;
    private final ImportProgress progress;
    private final Drafts drafts;

    private StoreImporter(Path storeDir, ImportProgress progress) {
        this.storeDir = storeDir;
        this.progress = progress;
        this.drafts = new Drafts(storeDir, progress);
    }

    /**
     * Reads feeds from files and folders, as {@link FeedReader} finds them, and replaces each source that is among them.
     *
     * @param storeDir made if it is not there
     * @throws FeedException if nothing is recognised in one of the paths, or nothing could be read; the store is then as
     *     before
     * @throws StoreException if the store cannot be written
     */
    public static ImportResult importPaths(List<Path> paths, Path storeDir, ImportProgress progress) {
        try {
            Files.createDirectories(storeDir);
            try (StoreLock _ = StoreLock.acquire(storeDir)) {
                return new StoreImporter(storeDir, progress).run(paths);
            }
        } catch (IOException e) {
            throw new StoreException("advisory store: " + storeDir + " cannot be written: " + e, e);
        }
    }

    /**
     * Brings what changed of a source into a store, without its other records. The source is then the same bytes as if all
     * its records were imported anew.
     *
     * @param source its name in the store
     * @param changed records that are new or not what they were, each whole
     * @param deleted the ids of records that are no more; one that is not there is none either
     * @throws StoreException if the store has no such source, is damaged, or cannot be written; it is then as before
     */
    public static SourceImport update(Path storeDir, String source, List<Advisory> changed, Set<String> deleted) {
        if (!Files.isDirectory(storeDir)) {
            throw noSuchSource(storeDir, source);
        }
        try (StoreLock _ = StoreLock.acquire(storeDir)) {
            return new StoreImporter(storeDir, ImportProgress.none()).runUpdate(source, changed, deleted);
        } catch (IOException e) {
            throw new StoreException("advisory store: " + storeDir + " cannot be written: " + e, e);
        }
    }

    private SourceImport runUpdate(String source, List<Advisory> changed, Set<String> deleted) throws IOException {
        Manifest before = Manifest.read(storeDir).orElseThrow(() -> noSuchSource(storeDir, source));
        StoreFiles.deleteAllBut(storeDir, before.files());
        List<LazySegment> segments = AdvisoryStores.open(storeDir, new BlockCache());
        try {
            List<AdvisorySegment> old = segments.stream()
                    .filter(segment -> segment.status().name().equals(source))
                    .map(LazySegment::open)
                    .toList();
            if (old.isEmpty()) {
                throw noSuchSource(storeDir, source);
            }
            SourceStatus status = SourceStatuses.joined(
                            old.stream().map(AdvisorySegment::status).toList())
                    .getFirst();
            SegmentBuilder builder = new SegmentBuilder(storeDir, Drafts.MEMORY_BYTES);
            try (SourceWriter writer = new SourceWriter(storeDir, source, status.format(), status.origin())) {
                SourceUpdate.write(old, changed, deleted, builder, writer);
                List<Manifest.Entry> written = writer.finish();
                SourceImport result = imported(before, written, deleted.size());
                Manifest after = before.with(written);
                after.write(storeDir);
                before = after;
                return result;
            }
        } finally {
            segments.forEach(LazySegment::close);
            StoreFiles.deleteAllBut(storeDir, before.files());
        }
    }

    private static StoreException noSuchSource(Path storeDir, String source) {
        return new StoreException("advisory store: " + storeDir + " has no source " + source
                + "; bring it whole with \"drydock db update\" or \"drydock db import\"");
    }

    private ImportResult run(List<Path> paths) throws IOException {
        Manifest before = before();
        StoreFiles.deleteAllBut(storeDir, before.files());
        try {
            read(paths);
            Map<String, List<Draft>> sources = drafts.byName();
            if (sources.isEmpty()) {
                throw new FeedException("nothing could be imported: " + firstTrouble());
            }
            List<SourceImport> imported = new ArrayList<>();
            Manifest after = before;
            for (Map.Entry<String, List<Draft>> source : sources.entrySet()) {
                progress.writing(source.getKey());
                List<Manifest.Entry> segments = write(source.getKey(), source.getValue());
                long withdrawn =
                        source.getValue().stream().mapToLong(Draft::withdrawn).sum();
                imported.add(imported(after, segments, withdrawn));
                after = after.with(segments);
            }
            after.write(storeDir);
            before = after;
            return new ImportResult(imported, drafts.diagnostics());
        } finally {
            StoreFiles.deleteAllBut(storeDir, before.files());
        }
    }

    /** A manifest that is damaged is what an import mends, so it does not stop it. */
    private Manifest before() {
        try {
            return Manifest.read(storeDir).orElse(new Manifest(List.of()));
        } catch (DamagedStoreException e) {
            drafts.diagnostic(Diagnostic.warning(
                    "store-damaged",
                    storeDir.toString(),
                    "begun anew; import the other feeds again: " + e.getMessage()));
            return new Manifest(List.of());
        }
    }

    private void read(List<Path> paths) {
        FeedReader reader = new FeedReader(Limits.DEFAULT);
        for (Path path : paths) {
            long documents = drafts.documents();
            reader.read(path, drafts);
            if (drafts.documents() == documents) {
                throw new FeedException(path + ": no advisory feed found in it: " + firstTrouble());
            }
        }
    }

    private String firstTrouble() {
        return drafts.diagnostics().stream()
                .max(Comparator.comparing((Diagnostic d) -> d.code().equals("feed-unreadable")))
                .map(diagnostic -> diagnostic.place() + ": " + diagnostic.message())
                .orElse("it is empty");
    }

    private List<Manifest.Entry> write(String source, List<Draft> parts) throws IOException {
        TreeSet<String> origins = new TreeSet<>();
        parts.forEach(part -> origins.addAll(part.origins()));
        String origin =
                origins.size() == 1 ? origins.first() : origins.first() + " and " + (origins.size() - 1) + " more";
        try (SourceWriter writer =
                new SourceWriter(storeDir, source, parts.getFirst().format(), origin)) {
            SegmentBuilder.drain(parts.stream().map(Draft::builder).toList(), writer);
            return writer.finish();
        }
    }

    private static SourceImport imported(Manifest before, List<Manifest.Entry> segments, long withdrawn) {
        List<Manifest.Entry> replaced = before.of(segments.getFirst().source());
        boolean same = Set.copyOf(replaced).equals(Set.copyOf(segments));
        SourceStatus status = SourceStatuses.joined(
                        segments.stream().map(entry -> entry.summary().status()).toList())
                .getFirst();
        return new SourceImport(
                status,
                replaced.isEmpty() ? Change.NEW : same ? Change.UNCHANGED : Change.REPLACED,
                segments.stream()
                        .mapToLong(entry -> entry.summary().statements())
                        .sum(),
                withdrawn,
                segments.stream().mapToLong(Manifest.Entry::bytes).sum());
    }
}
