package org.drydock.inventory.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Purls;
import org.drydock.inventory.layer.Squash.Present;
import org.jspecify.annotations.Nullable;

/** Joins what the files of all layers tell into one inventory. */
final class InventoryAssembler {
    private final List<LayerFacts> layers;
    private final List<@Nullable LayerOrigin> origins;
    private final List<Present<FileFacts>> files;
    private final Comparator<ImagePath> distroRank;
    private final boolean development;

    /**
     * Takes the files that count.
     *
     * @param origins one for each layer; null where there are none
     * @param distroRank orders the files that tell of the distribution, the most trustworthy first
     * @param development whether packages count that are needed for development only
     */
    InventoryAssembler(
            List<LayerFacts> layers,
            List<@Nullable LayerOrigin> origins,
            List<Present<FileFacts>> files,
            Comparator<ImagePath> distroRank,
            boolean development) {
        this.layers = layers;
        this.origins = origins;
        this.files = files;
        this.distroRank = distroRank;
        this.development = development;
    }

    /** What makes two mentions the same package. */
    private record Identity(
            PackageType type,
            String name,
            String version,
            String architecture,
            Package.@Nullable Owner owner,
            String purl) {
        /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that
                    && purl.equals(that.purl)
                    && type == that.type
                    && name.equals(that.name)
                    && version.equals(that.version)
                    && architecture.equals(that.architecture)
                    && Objects.equals(owner, that.owner);
        }

        @Override
        public int hashCode() {
            return purl.hashCode();
        }
    }

    private record Mention(CatalogedPackage what, Location location, List<Purl> needs) {}

    Inventory assemble(Collection<Diagnostic> others, int cachedLayers) {
        Optional<Distro> distro = distro();
        Map<Long, Package.Owner> owners = owners();
        Map<Identity, List<Mention>> mentions = new HashMap<>();
        List<Inventory.Unidentified> unidentified = new ArrayList<>();
        UnownedPrograms unowned = new UnownedPrograms();
        TreeSet<Diagnostic> diagnostics = new TreeSet<>(others);
        for (Present<FileFacts> file : files) {
            FileFacts facts = file.what();
            Package.Owner owner = owners.get(PathHash.ofOwned(facts.path().value()));
            Map<Needed, Purl> siblings = siblings(facts, distro);
            int leftOut = 0;
            for (CatalogedPackage found : facts.packages()) {
                if (found.development() && !development) {
                    leftOut++;
                    continue;
                }
                if (owner != null && found.type() == PackageType.BINARY) {
                    continue; // the operating system's package is this very program, and known better
                }
                Package.Owner itsOwner = found.type().isOperatingSystem() ? null : owner;
                String purl = Purls.of(found, distro).toString();
                mentions.computeIfAbsent(
                                new Identity(
                                        found.type(),
                                        found.name(),
                                        found.version(),
                                        found.architecture(),
                                        itsOwner,
                                        purl),
                                _ -> new ArrayList<>())
                        .add(new Mention(found, location(facts.path(), found, file.layer()), needs(found, siblings)));
            }
            if (leftOut > 0) {
                diagnostics.add(Diagnostic.note(
                        "development-packages-left-out",
                        facts.path().toString(),
                        leftOut + " packages are needed for development only and are left out"));
            }
            for (FileFacts.Unnamed unnamed : facts.unidentified()) {
                if (owner != null && unnamed.innerPath().isEmpty()) {
                    continue; // it has the name of its owner
                }
                Inventory.Unidentified found = new Inventory.Unidentified(
                        new Location(facts.path() + unnamed.innerPath(), origins.get(file.layer())), unnamed.what());
                if (unnamed.isProgram()) {
                    unowned.add(found);
                } else {
                    unidentified.add(found);
                }
            }
            diagnostics.addAll(facts.diagnostics());
        }
        layers.forEach(layer -> diagnostics.addAll(layer.diagnostics()));
        unidentified.addAll(unowned.listed());
        unowned.report(
                distro,
                mentions.keySet().stream().anyMatch(found -> found.type().isOperatingSystem()),
                diagnostics);
        unidentified.sort(Comparator.comparing(Inventory.Unidentified::location));
        return new Inventory(
                distro.orElse(null),
                packages(mentions, distro),
                unidentified,
                List.copyOf(diagnostics),
                new Inventory.Coverage(
                        layers.size(),
                        cachedLayers,
                        layers.stream().mapToLong(LayerFacts::walkedFiles).sum(),
                        layers.stream().mapToLong(LayerFacts::bytes).sum(),
                        files.stream().filter(file -> file.what().isCataloged()).count()));
    }

    /** How packages of one file refer to each other. */
    private record Needed(PackageType type, CatalogedPackage.Reference reference) {}

    private static Map<Needed, Purl> siblings(FileFacts facts, Optional<Distro> distro) {
        if (facts.packages().stream().allMatch(p -> p.dependencies().isEmpty())) {
            return Map.of();
        }
        Map<Needed, Purl> siblings = new HashMap<>();
        for (CatalogedPackage found : facts.packages()) {
            CatalogedPackage.Reference own = new CatalogedPackage.Reference(found.name(), found.version());
            siblings.putIfAbsent(new Needed(found.type(), own), Purls.of(found, distro));
        }
        return siblings;
    }

    /** What the file names as needed but does not tell of, for example since it is optional, is no edge. */
    private static List<Purl> needs(CatalogedPackage found, Map<Needed, Purl> siblings) {
        List<Purl> needs = new ArrayList<>();
        for (CatalogedPackage.Reference reference : found.dependencies()) {
            Purl purl = siblings.get(new Needed(found.type(), reference));
            if (purl != null) {
                needs.add(purl);
            }
        }
        return needs;
    }

    private static List<Package> packages(Map<Identity, List<Mention>> mentions, Optional<Distro> distro) {
        List<Package> packages = new ArrayList<>();
        mentions.forEach((identity, places) -> {
            places.sort(Comparator.comparing(Mention::location));
            CatalogedPackage first = places.getFirst().what;
            TreeSet<String> licenses = new TreeSet<>();
            TreeSet<Purl> needs = new TreeSet<>();
            places.forEach(p -> {
                licenses.addAll(p.what.licenses());
                needs.addAll(p.needs);
            });
            packages.add(new Package(
                    identity.type,
                    identity.name,
                    identity.version,
                    Purls.of(first, distro),
                    first.source(),
                    identity.architecture,
                    List.copyOf(licenses),
                    places.stream().map(Mention::location).distinct().toList(),
                    identity.owner,
                    first.metadata(),
                    List.copyOf(needs)));
        });
        packages.sort(null);
        return packages;
    }

    private Optional<Distro> distro() {
        TreeMap<ImagePath, Distro> told = new TreeMap<>(distroRank);
        for (Present<FileFacts> file : files) {
            for (Distro distro : file.what().distros()) {
                told.put(file.what().path(), distro);
            }
        }
        return told.values().stream().findFirst();
    }

    /** Who owns the files that tell of packages of languages. */
    private Map<Long, Package.Owner> owners() {
        PathSet.Builder asking = new PathSet.Builder();
        for (Present<FileFacts> file : files) {
            FileFacts facts = file.what();
            if (facts.packages().stream().anyMatch(p -> !p.type().isOperatingSystem())
                    || facts.unidentified().stream().anyMatch(u -> u.innerPath().isEmpty())) {
                asking.add(PathHash.ofOwned(file.what().path().value()));
            }
        }
        PathSet asked = asking.build();
        Map<Long, Package.Owner> owners = new HashMap<>();
        for (Present<FileFacts> file : files) {
            for (FileFacts.Ownership ownership : file.what().ownerships()) {
                Package.Owner owner = new Package.Owner(ownership.type(), ownership.packageName());
                for (int i = 0; i < ownership.paths().size(); i++) {
                    long hash = ownership.paths().get(i);
                    if (asked.contains(hash)) {
                        owners.putIfAbsent(hash, owner);
                    }
                }
            }
        }
        return owners;
    }

    /** The place of a package, with the lowest layer from which on the file has told of it without a break. */
    private Location location(ImagePath path, CatalogedPackage found, int layer) {
        int origin = layer;
        for (int below = layer - 1; below >= 0; below--) {
            Optional<FileFacts> earlier = fileIn(below, path);
            if (earlier.isPresent()) {
                if (!tells(earlier.get(), found)) {
                    break;
                }
                origin = below;
            }
        }
        return new Location(path + found.innerPath(), origins.get(origin));
    }

    private static boolean tells(FileFacts file, CatalogedPackage found) {
        return file.packages().stream()
                .anyMatch(p -> p.type() == found.type()
                        && p.name().equals(found.name())
                        && p.version().equals(found.version())
                        && p.architecture().equals(found.architecture())
                        && p.innerPath().equals(found.innerPath()));
    }

    private Optional<FileFacts> fileIn(int layer, ImagePath path) {
        List<FileFacts> sorted = layers.get(layer).files();
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted.get(middle).path().compareTo(path);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
