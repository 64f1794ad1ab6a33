package org.drydock.inventory.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.EntryContent;
import org.drydock.image.EntryType;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.WalkTotals;
import org.drydock.image.walk.LayerWalker;
import org.drydock.image.walk.StreamContent;
import org.drydock.image.walk.TreeWalker;
import org.drydock.inventory.ScanProgress;
import org.jspecify.annotations.Nullable;

/** Reads layers and trees with the catalogers, several at once, or takes what an earlier scan kept. */
public final class LayerReader {
    private final SelectorIndex selectors;
    private final Limits limits;
    private final @Nullable LayerFactsCache cache;
    private final ScanProgress progress;

    /** Facts of all layers of an image, base first, and how many of them were kept from before. */
    public record Read(List<LayerFacts> layers, int cached, List<Diagnostic> diagnostics) {
        public Read {
            layers = List.copyOf(layers);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** A file to be read under another name than its own. */
    record Alias(ImagePath actual, ImagePath as, long wanted) {}

    public LayerReader(SelectorIndex selectors, Limits limits, @Nullable LayerFactsCache cache, ScanProgress progress) {
        this.selectors = selectors;
        this.limits = limits;
        this.cache = cache;
        this.progress = progress;
    }

    /** Reads an image's layers. */
    public Read read(Image image) {
        List<Optional<LayerFacts>> known = new ArrayList<>();
        for (Layer layer : image.layers()) {
            known.add(
                    cache == null ? Optional.empty() : cache.find(layer.origin().diffId()));
        }
        int cached = (int) known.stream().filter(Optional::isPresent).count();
        progress.layers(known.size(), cached);
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (cached == known.size()) {
            return new Read(known.stream().map(Optional::orElseThrow).toList(), cached, diagnostics);
        }
        List<LayerFacts> facts = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(workers())) {
            List<Future<LayerFacts>> running = new ArrayList<>();
            for (int i = 0; i < known.size(); i++) {
                Layer layer = image.layers().get(i);
                Optional<LayerFacts> before = known.get(i);
                running.add(workers.submit(() -> before.isPresent() ? before.get() : read(layer)));
            }
            try {
                for (int i = 0; i < running.size(); i++) {
                    facts.add(running.get(i).get());
                    if (known.get(i).isEmpty()) {
                        keep(image.layers().get(i), facts.get(i)).ifPresent(diagnostics::add);
                    }
                }
            } catch (ExecutionException e) {
                workers.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new ImageException(image.reference() + ": " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                workers.shutdownNow();
                throw new ImageException(image.reference() + ": interrupted", e);
            }
        }
        return new Read(facts, cached, diagnostics);
    }

    /** Reads a tree as if it were one layer. */
    public LayerFacts read(FileTree tree) {
        progress.layers(1, 0);
        List<CatalogingVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < workers(); i++) {
            visitors.add(new CatalogingVisitor(selectors, limits, tree.reference(), false));
        }
        WalkTotals totals = TreeWalker.walk(tree, visitors);
        List<LayerFacts> parts = visitors.stream().map(v -> v.facts(totals)).toList();
        visitors.forEach(CatalogingVisitor::close);
        progress.layerDone();
        return joined(parts, totals);
    }

    /** Reads single files of a layer again, each for the catalogers that want it by the other name; kept as layers are. */
    List<FileFacts> readAliases(Layer layer, List<Alias> aliases) {
        Digest diffId = layer.origin().diffId();
        String part = aliases.toString();
        Optional<LayerFacts> before = cache == null ? Optional.empty() : cache.find(diffId, part);
        if (before.isPresent()) {
            return before.get().files();
        }
        List<FileFacts> found = new ArrayList<>();
        boolean complete = readAliases(layer, aliases, found);
        if (cache != null && complete) {
            try {
                cache.keep(diffId, part, LayerFacts.ofFiles(found));
            } catch (IOException e) {
                // the next scan reads them again; that the cache cannot be written is told for the layers themselves
            }
        }
        return found;
    }

    private boolean readAliases(Layer layer, List<Alias> aliases, List<FileFacts> found) {
        Map<ImagePath, List<Alias>> wanted = new HashMap<>();
        aliases.forEach(
                a -> wanted.computeIfAbsent(a.actual, _ -> new ArrayList<>()).add(a));
        try (CatalogingVisitor reading = visitor(layer)) {
            WalkTotals totals = LayerWalker.walk(
                    layer,
                    limits,
                    new EntryVisitor() {
                        @Override
                        public void visit(FileEntry entry, EntryContent content) throws IOException {
                            List<Alias> names = wanted.getOrDefault(entry.path(), List.of());
                            if (entry.type() == EntryType.FILE && !names.isEmpty()) {
                                found.addAll(read(reading, names, entry.size(), content));
                            }
                        }

                        @Override
                        public void diagnostic(Diagnostic diagnostic) {
                            // the first walk has said it
                        }
                    },
                    progress::bytes);
            return totals.complete();
        }
    }

    /** As {@link #readAliases(Layer, List)}, in a tree. */
    List<FileFacts> readAliases(FileTree tree, List<Alias> aliases) {
        List<FileFacts> found = new ArrayList<>();
        try (CatalogingVisitor reading = new CatalogingVisitor(selectors, limits, tree.reference(), false)) {
            for (Alias alias : aliases) {
                Path file = tree.root().resolve(alias.actual.value());
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    try (java.io.InputStream in = Files.newInputStream(file)) {
                        found.addAll(read(reading, List.of(alias), Files.size(file), new StreamContent().of(in)));
                    } catch (IOException e) {
                        found.add(unreadable(alias, e));
                    }
                }
            }
        }
        return found;
    }

    private static FileFacts unreadable(Alias alias, IOException e) {
        FactsSink sink = new FactsSink(alias.as);
        sink.diagnostic(
                Diagnostic.Level.NOT_EXAMINED,
                "unreadable",
                "",
                "cannot be read (" + e.getMessage() + "); not examined");
        return sink.facts();
    }

    private static List<FileFacts> read(CatalogingVisitor reading, List<Alias> names, long size, EntryContent content)
            throws IOException {
        long wanted = 0;
        for (Alias name : names) {
            wanted |= name.wanted;
        }
        FileFacts facts = reading.catalog(names.getFirst().as, size, content, wanted);
        return names.stream().map(name -> facts.at(name.as)).toList();
    }

    private LayerFacts read(Layer layer) {
        try (CatalogingVisitor visitor = visitor(layer)) {
            WalkTotals totals = LayerWalker.walk(layer, limits, visitor, progress::bytes);
            progress.layerDone();
            return visitor.facts(totals);
        }
    }

    private CatalogingVisitor visitor(Layer layer) {
        return new CatalogingVisitor(
                selectors, limits, "layer " + layer.origin().diffId().shortHex(), true);
    }

    private Optional<Diagnostic> keep(Layer layer, LayerFacts facts) {
        if (cache == null || !facts.complete()) {
            return Optional.empty();
        }
        try {
            cache.keep(layer.origin().diffId(), facts);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Diagnostic.note(
                    "cache-not-written",
                    "",
                    "the result is right, but the cache could not be written: " + e.getMessage()));
        }
    }

    private static LayerFacts joined(List<LayerFacts> parts, WalkTotals totals) {
        List<FileFacts> files = new ArrayList<>();
        List<LayerFacts.Link> links = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (LayerFacts part : parts) {
            files.addAll(part.files());
            links.addAll(part.links());
            diagnostics.addAll(part.diagnostics());
        }
        files.sort(java.util.Comparator.comparing(FileFacts::path));
        links.sort(java.util.Comparator.comparing(LayerFacts.Link::path));
        diagnostics.sort(null);
        return new LayerFacts(
                files,
                links,
                PathSet.EMPTY,
                PathSet.EMPTY,
                PathSet.EMPTY,
                PathSet.EMPTY,
                diagnostics,
                totals.files(),
                totals.bytes(),
                totals.complete());
    }

    private static int workers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
