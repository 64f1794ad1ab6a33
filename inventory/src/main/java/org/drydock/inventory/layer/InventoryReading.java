package org.drydock.inventory.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.LayerOrigin;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.Layer;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Scope;
import org.drydock.inventory.layer.LayerReader.Alias;
import org.drydock.inventory.layer.Squash.Present;
import org.jspecify.annotations.Nullable;

/** One reading of a target: its layers, the view that they make together, the files behind links, the inventory. */
public final class InventoryReading {
    private final LayerReader reader;
    private final SelectorIndex selectors;
    private final Comparator<ImagePath> distroRank;
    private final boolean development;

    /**
     * Prepares a reading.
     *
     * @param distroRank orders the files that tell of the distribution, the most trustworthy first
     * @param development whether packages count that are needed for development only
     */
    public InventoryReading(
            LayerReader reader, SelectorIndex selectors, Comparator<ImagePath> distroRank, boolean development) {
        this.reader = reader;
        this.selectors = selectors;
        this.distroRank = distroRank;
        this.development = development;
    }

    /** Reads all of an image that counts in {@code scope}. */
    public Inventory read(Image image, Scope scope) {
        LayerReader.Read read = reader.read(image);
        List<LayerFacts> layers = read.layers();
        Squash squash = new Squash(layers);
        List<Present<FileFacts>> files = new ArrayList<>(scope == Scope.SQUASHED ? squash.files() : all(layers));
        Map<Integer, List<Alias>> missing = new TreeMap<>();
        for (Alias alias : aliases(links(squash.links()), paths(files))) {
            int layer = squash.layerOf(alias.actual(), layers.size() - 1);
            if (layer >= 0) {
                missing.computeIfAbsent(layer, _ -> new ArrayList<>()).add(alias);
            }
        }
        missing.forEach((layer, aliases) -> reader.readAliases(image.layers().get(layer), aliases)
                .forEach(facts -> files.add(new Present<>(facts, layer))));
        List<@Nullable LayerOrigin> origins = new ArrayList<>();
        for (Layer layer : image.layers()) {
            origins.add(layer.origin());
        }
        List<Diagnostic> diagnostics = new ArrayList<>(image.diagnostics());
        diagnostics.addAll(read.diagnostics());
        return assembled(layers, origins, files, diagnostics, read.cached());
    }

    /** Reads a tree. */
    public Inventory read(FileTree tree) {
        LayerFacts facts = reader.read(tree);
        List<Present<FileFacts>> files = new ArrayList<>(all(List.of(facts)));
        Map<ImagePath, LayerFacts.Link> links = new HashMap<>();
        facts.links().forEach(link -> links.put(link.path(), link));
        reader.readAliases(tree, aliases(links, paths(files))).forEach(read -> files.add(new Present<>(read, 0)));
        List<@Nullable LayerOrigin> origins = Collections.singletonList(null);
        return assembled(List.of(facts), origins, files, List.of(), 0);
    }

    private Inventory assembled(
            List<LayerFacts> layers,
            List<@Nullable LayerOrigin> origins,
            List<Present<FileFacts>> files,
            List<Diagnostic> diagnostics,
            int cached) {
        return new InventoryAssembler(layers, origins, files, distroRank, development).assemble(diagnostics, cached);
    }

    private static List<Present<FileFacts>> all(List<LayerFacts> layers) {
        List<Present<FileFacts>> all = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (FileFacts file : layers.get(layer).files()) {
                all.add(new Present<>(file, layer));
            }
        }
        return all;
    }

    private static Set<ImagePath> paths(List<Present<FileFacts>> files) {
        Set<ImagePath> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.what().path()));
        return paths;
    }

    private static Map<ImagePath, LayerFacts.Link> links(Map<ImagePath, Present<LayerFacts.Link>> present) {
        Map<ImagePath, LayerFacts.Link> links = new HashMap<>();
        present.forEach((path, link) -> links.put(path, link.what()));
        return links;
    }

    /**
     * The files that catalogers ask for under the name of a link, and that they do not see under their own name: a jar
     * under a name without {@code .jar}, a package database moved elsewhere.
     */
    private List<Alias> aliases(Map<ImagePath, LayerFacts.Link> links, Set<ImagePath> read) {
        LinkResolver resolver = new LinkResolver(links);
        Set<ImagePath> asked = new HashSet<>(links.keySet());
        selectors.exactPaths().forEach(path -> asked.add(new ImagePath(path)));
        List<Alias> aliases = new ArrayList<>();
        for (ImagePath as : asked.stream().sorted().toList()) {
            long wanted = selectors.byPath(as);
            Optional<ImagePath> actual = read.contains(as) ? Optional.empty() : resolver.resolve(as);
            if (wanted != 0 && actual.isPresent() && !actual.get().equals(as)) {
                boolean seen = (selectors.byPath(actual.get()) & wanted) == wanted;
                if (!seen) {
                    aliases.add(new Alias(actual.get(), as, wanted));
                }
            }
        }
        return aliases;
    }
}
