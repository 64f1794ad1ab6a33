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

    /** A program that no cataloger asked for. */
    static FileFacts unreadProgram(ImagePath path) {
        return new FileFacts(path, List.of(), List.of(), List.of(), List.of(Unnamed.UNREAD_PROGRAM), List.of());
    }

    /** The same facts; where they name nothing, that the file is a program is one. */
    FileFacts asProgram() {
        return packages.isEmpty() && unidentified.isEmpty()
                ? new FileFacts(path, packages, distros, ownerships, List.of(Unnamed.SILENT_PROGRAM), diagnostics)
                : this;
    }

    /** Whether a cataloger read the file. */
    boolean isCataloged() {
        return !unidentified.contains(Unnamed.UNREAD_PROGRAM);
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
    public record Unnamed(String innerPath, String what) {
        static final Unnamed UNREAD_PROGRAM = new Unnamed("", "a program of a kind that is not read");
        static final Unnamed SILENT_PROGRAM = new Unnamed("", "a program that does not say what it was built from");

        /** Whether this is a program as such, known by its format alone. */
        boolean isProgram() {
            return equals(UNREAD_PROGRAM) || equals(SILENT_PROGRAM);
        }
    }
}
