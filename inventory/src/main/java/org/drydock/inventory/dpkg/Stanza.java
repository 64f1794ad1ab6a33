package org.drydock.inventory.dpkg;

import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.text.DiagnosticBudget;

/** The fields of one package, as they come; a field that is not there is empty. */
final class Stanza {
    /** Where it begins; 0 while nothing of it has come. */
    int line;

    String name = "";
    String status = "";
    String version = "";
    String source = "";
    String architecture = "";
    String maintainer = "";

    void noteLine(int number) {
        if (line == 0) {
            line = number;
        }
    }

    boolean isOnDisk(boolean withoutStatus, DiagnosticBudget diagnostics) {
        return switch (PackageState.of(status)) {
            case ON_DISK -> true;
            case GONE -> false;
            case HALF_INSTALLED -> {
                diagnostics.report(
                        Level.WARNING,
                        "half-installed-package",
                        line,
                        "package " + name + " is half installed and left out: some of its files may be there");
                yield false;
            }
            case UNSTATED -> {
                if (!withoutStatus && !name.isEmpty()) {
                    diagnostics.report(
                            Level.WARNING,
                            "missing-status",
                            line,
                            "package " + name + " has no Status: taken as not installed, as dpkg does");
                }
                yield withoutStatus || name.isEmpty();
            }
            case UNKNOWN -> {
                diagnostics.report(
                        Level.WARNING,
                        "unknown-package-state",
                        line,
                        "package " + name + " is in a state that dpkg does not have: taken as installed");
                yield true;
            }
        };
    }

    CatalogedPackage toPackage() {
        return new CatalogedPackage(
                PackageType.DEB,
                name,
                version,
                sourcePackage(),
                architecture,
                List.of(),
                "",
                new DebMetadata(maintainer));
    }

    /** {@code foo (1.2-3)}, or {@code foo} where the versions are the same, or nothing where the names are too. */
    private SourcePackage sourcePackage() {
        int open = source.indexOf('(');
        String sourceName = (open < 0 ? source : source.substring(0, open)).strip();
        if (sourceName.isEmpty()) {
            return new SourcePackage(name, version);
        }
        int close = source.indexOf(')', open + 1);
        String sourceVersion =
                open < 0 || close < 0 ? "" : source.substring(open + 1, close).strip();
        return new SourcePackage(sourceName, sourceVersion.isEmpty() ? version : sourceVersion);
    }
}
