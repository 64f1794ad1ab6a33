package org.drydock.inventory.collect;

import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Limits;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.PackageListing;
import org.drydock.image.Target;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.layer.InventoryReading;
import org.drydock.inventory.layer.LayerFactsCache;
import org.drydock.inventory.layer.LayerReader;
import org.drydock.inventory.layer.SelectorIndex;
import org.drydock.inventory.sbom.PackageListings;
import org.jspecify.annotations.Nullable;

/** Collects what a target holds: the face of this module. */
public final class InventoryCollector {
    private final List<Cataloger> catalogers;
    private final Limits limits;
    private final @Nullable Path cacheDirectory;
    private final CollectOptions options;

    /**
     * Prepares for any number of targets.
     *
     * @param cacheDirectory where results of layers are kept from scan to scan; null to keep none
     */
    public InventoryCollector(List<Cataloger> catalogers, Limits limits, @Nullable Path cacheDirectory) {
        this(catalogers, limits, cacheDirectory, CollectOptions.DEFAULT);
    }

    /** As {@link #InventoryCollector(List, Limits, Path)}, with a say in what counts. */
    public InventoryCollector(
            List<Cataloger> catalogers, Limits limits, @Nullable Path cacheDirectory, CollectOptions options) {
        this.catalogers = List.copyOf(catalogers);
        this.limits = limits;
        this.cacheDirectory = cacheDirectory;
        this.options = options;
    }

    /**
     * Reads a target.
     *
     * @throws org.drydock.image.ImageException if the target cannot be read, or is not what it says
     */
    public Inventory collect(Target target, Scope scope, ScanProgress progress) {
        if (target instanceof Image image) {
            return reading(target, progress).read(image, scope);
        }
        return target instanceof FileTree tree
                ? reading(target, progress).read(tree)
                : PackageListings.read((PackageListing) target);
    }

    private InventoryReading reading(Target target, ScanProgress progress) {
        List<Cataloger> heard = options.heard(catalogers, target);
        SelectorIndex selectors = new SelectorIndex(heard);
        LayerFactsCache cache = cacheDirectory == null ? null : new LayerFactsCache(cacheDirectory, heard, limits);
        return new InventoryReading(
                new LayerReader(selectors, limits, cache, progress),
                selectors,
                Catalogers.DISTRO_RANK,
                options.development());
    }
}
