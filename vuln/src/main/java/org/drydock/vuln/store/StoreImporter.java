package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedReader;
import org.drydock.vuln.store.ImportResult.Change;
import org.drydock.vuln.store.ImportResult.SourceImport;

/**
 * Brings feeds into a store. Everything is written beside what is there and becomes visible in one step, so a reader
 * sees all of an import or nothing of it, also if the import is killed. One import at a time works on a store; another
 * one waits.
 */
public final class StoreImporter {
    private static final int NAME_DIGITS = 16;

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

    private ImportResult run(List<Path> paths) throws IOException {
        Manifest before = before();
        StoreFiles.deleteAllBut(storeDir, files(before));
        try {
            read(paths);
            Map<String, List<Draft>> sources = drafts.byName();
            if (sources.isEmpty()) {
                throw new FeedException("nothing could be imported: " + firstTrouble());
            }
            List<SourceImport> imported = new ArrayList<>();
            Map<String, Manifest.Entry> entries = before.entries().stream()
                    .collect(Collectors.toMap(Manifest.Entry::source, entry -> entry, (_, b) -> b, LinkedHashMap::new));
            for (Map.Entry<String, List<Draft>> source : sources.entrySet()) {
                progress.writing(source.getKey());
                Manifest.Entry entry = write(source.getKey(), source.getValue());
                Manifest.Entry replaced = entries.put(source.getKey(), entry);
                Change change =
                        replaced == null ? Change.NEW : replaced.equals(entry) ? Change.UNCHANGED : Change.REPLACED;
                long withdrawn =
                        source.getValue().stream().mapToLong(Draft::withdrawn).sum();
                imported.add(new SourceImport(
                        entry.summary().status(), change, entry.summary().statements(), withdrawn, entry.bytes()));
            }
            Manifest after = new Manifest(List.copyOf(entries.values()));
            after.write(storeDir);
            before = after;
            return new ImportResult(imported, drafts.diagnostics());
        } finally {
            StoreFiles.deleteAllBut(storeDir, files(before));
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

    /** The segment is named after its content, so a name never stands for two contents. */
    private Manifest.Entry write(String source, List<Draft> parts) throws IOException {
        TreeSet<String> origins = new TreeSet<>();
        parts.forEach(part -> origins.addAll(part.origins()));
        String origin =
                origins.size() == 1 ? origins.first() : origins.first() + " and " + (origins.size() - 1) + " more";
        Path aside = StoreFiles.aside(storeDir, "segment");
        SegmentBuilder.Written written = SegmentBuilder.write(
                parts.stream().map(Draft::builder).toList(),
                source,
                parts.getFirst().format(),
                origin,
                aside);
        String digest = written.digest().hex().substring(0, NAME_DIGITS);
        Path target = storeDir.resolve(source.replace('/', '-') + "-" + digest + StoreFiles.SEGMENT);
        long bytes = Files.size(aside);
        StoreFiles.publish(aside, target);
        return new Manifest.Entry(target.getFileName().toString(), bytes, written.summary());
    }

    private static Set<String> files(Manifest manifest) {
        return manifest.entries().stream().map(Manifest.Entry::file).collect(Collectors.toUnmodifiableSet());
    }
}
