package org.drydock.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package as one file tells of it. Layers, package URLs and ownership come later, when the inventory joins the files
 * of all layers.
 *
 * @param name as the ecosystem writes it; {@code group:artifact} for Java, with scope for npm, as stated for Python
 * @param version the full version; for rpm {@code [epoch:]version-release}, with the epoch only where stated
 * @param source what it was built from, null for languages
 * @param architecture as the ecosystem writes it, empty if it has none
 * @param licenses as stated, unparsed
 * @param innerPath the place inside the cataloged file, each step as {@code !/path}, empty for the file itself; for
 *     example {@code !/WEB-INF/lib/b.jar}
 * @param development whether it is needed to develop or to test only, and not to run
 * @param dependencies the packages of the same type and the same file that it needs, where the file says so
 */
public record CatalogedPackage(
        PackageType type,
        String name,
        String version,
        @Nullable SourcePackage source,
        String architecture,
        List<String> licenses,
        String innerPath,
        PackageMetadata metadata,
        boolean development,
        List<Reference> dependencies) {
    public CatalogedPackage {
        licenses = List.copyOf(licenses);
        dependencies = List.copyOf(dependencies);
    }

    /** A package whose file says nothing of what it needs. */
    public CatalogedPackage(
            PackageType type,
            String name,
            String version,
            @Nullable SourcePackage source,
            String architecture,
            List<String> licenses,
            String innerPath,
            PackageMetadata metadata) {
        this(type, name, version, source, architecture, licenses, innerPath, metadata, false, List.of());
    }

    /** Another package of the same file. */
    public record Reference(String name, String version) implements Comparable<Reference> {
        @Override
        public int compareTo(Reference other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : version.compareTo(other.version);
        }
    }

    /** A package with nothing but a name and a version. */
    public static CatalogedPackage of(PackageType type, String name, String version) {
        return new CatalogedPackage(type, name, version, null, "", List.of(), "", new PackageMetadata.None());
    }

    /** The same package with the licences it states. */
    public CatalogedPackage withLicenses(List<String> stated) {
        return new CatalogedPackage(
                type, name, version, source, architecture, stated, innerPath, metadata, development, dependencies);
    }

    /** The same package with what its file says of who needs it and what it needs. */
    public CatalogedPackage needed(boolean forDevelopment, List<Reference> needs) {
        return new CatalogedPackage(
                type, name, version, source, architecture, licenses, innerPath, metadata, forDevelopment, needs);
    }

    /** The same package with what only packages of its kind have. */
    public CatalogedPackage with(PackageMetadata own) {
        return new CatalogedPackage(
                type, name, version, source, architecture, licenses, innerPath, own, development, dependencies);
    }
}
