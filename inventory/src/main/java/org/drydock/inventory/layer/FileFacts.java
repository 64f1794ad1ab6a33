package org.drydock.inventory.layer;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageType;

/**
 * What the catalogers said of one file.
 *
 * @param diagnostics their places begin with the file's path
 */
public record FileFacts(
        ImagePath path,
        List<CatalogedPackage> packages,
        List<Distro> distros,
        List<Ownership> ownerships,
        List<Unnamed> unidentified,
        List<Diagnostic> diagnostics) {
    public FileFacts {
        packages = List.copyOf(packages);
        distros = List.copyOf(distros);
        ownerships = List.copyOf(ownerships);
        unidentified = List.copyOf(unidentified);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same facts, told of another name of the file. */
    FileFacts at(ImagePath other) {
        return new FileFacts(other, packages, distros, ownerships, unidentified, diagnostics);
    }

    /**
     * The files that a package of the operating system says are its own.
     *
     * @param paths {@link PathHash#ofOwned} values
     */
    public record Ownership(PackageType type, String packageName, PathSet paths) {}

    /** Software that nobody could name. */
    public record Unnamed(String innerPath, String what) {}
}
