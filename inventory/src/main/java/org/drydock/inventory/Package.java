package org.drydock.inventory;

import java.util.Comparator;
import java.util.List;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.jspecify.annotations.Nullable;

/**
 * An installed package, as the whole image tells of it.
 *
 * @param version as in {@link CatalogedPackage}
 * @param purl its name across tools, with distribution qualifiers where they belong
 * @param source what it was built from, null for languages
 * @param architecture empty if it has none
 * @param licenses as stated
 * @param locations where it was seen, sorted, never empty; the layer is the one that brought the package, not the one
 *     that last rewrote a package database
 * @param owner the operating system package that its file belongs to; null if none does
 * @param dependencies the package URLs of what it needs directly, sorted, as far as the files say so that tell of it
 */
public record Package(
        PackageType type,
        String name,
        String version,
        Purl purl,
        @Nullable SourcePackage source,
        String architecture,
        List<String> licenses,
        List<Location> locations,
        @Nullable Owner owner,
        PackageMetadata metadata,
        List<Purl> dependencies)
        implements Comparable<Package> {
    private static final Comparator<Package> ORDER = Comparator.comparing(Package::type)
            .thenComparing(Package::name)
            .thenComparing(Package::version)
            .thenComparing(Package::architecture)
            .thenComparing(p -> p.locations().getFirst())
            .thenComparing(p -> p.purl().toString());

    public Package {
        licenses = List.copyOf(licenses);
        locations = List.copyOf(locations);
        dependencies = List.copyOf(dependencies);
    }

    /** A package of which nobody says what it needs. */
    public Package(
            PackageType type,
            String name,
            String version,
            Purl purl,
            @Nullable SourcePackage source,
            String architecture,
            List<String> licenses,
            List<Location> locations,
            @Nullable Owner owner,
            PackageMetadata metadata) {
        this(type, name, version, purl, source, architecture, licenses, locations, owner, metadata, List.of());
    }

    /** The operating system package that a file belongs to. */
    public record Owner(PackageType type, String name) {
        /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Owner that && type == that.type && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    @Override
    public int compareTo(Package other) {
        return ORDER.compare(this, other);
    }
}
