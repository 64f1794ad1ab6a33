package org.drydock.inventory;

import org.drydock.core.Diagnostic;

/** Takes what a cataloger finds in one file. */
public interface CatalogSink {
    /** A package. */
    void add(CatalogedPackage found);

    /** The distribution, as this file tells it. */
    void distro(Distro distro);

    /**
     * A file that a package of the operating system says it owns.
     *
     * @param owner the owning package's type
     * @param packageName its name, without architecture
     * @param path as the package database has it, with or without leading slash
     */
    void owns(PackageType owner, String packageName, String path);

    /**
     * A diagnostic about this file.
     *
     * @param code a stable kebab-case name
     * @param innerPlace the place inside the file, for example {@code !/lib/x.jar} or {@code :12}; may be empty
     */
    void diagnostic(Diagnostic.Level level, String code, String innerPlace, String message);

    /** Software that is there but that nobody could name: counted as coverage. */
    void unidentified(String innerPath, String what);
}
