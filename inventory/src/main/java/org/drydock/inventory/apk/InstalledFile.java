package org.drydock.inventory.apk;

import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.text.ByteLines;
import org.drydock.inventory.text.DiagnosticBudget;

/**
 * Reads {@code installed}: lines of a letter, a colon and a value, a blank line between packages. {@code F:} names a
 * directory, and each {@code R:} after it a file in it.
 */
final class InstalledFile {
    private static final int MAX_PACKAGES = 200_000;

    private final ByteLines lines;
    private final CatalogSink sink;
    private final DiagnosticBudget diagnostics;
    private final int mostPaths;

    private int firstLine;
    private String name = "";
    private String version = "";
    private String architecture = "";
    private String license = "";
    private String origin = "";
    private String directory = "";
    private int blocks;
    private int packages;
    private int paths;

    InstalledFile(CandidateFile file, CatalogSink sink) {
        this.lines = new ByteLines(file.content());
        this.sink = sink;
        this.diagnostics = new DiagnosticBudget(sink);
        this.mostPaths = file.limits().layerEntries();
    }

    void read() {
        try (diagnostics) {
            while (packages < MAX_PACKAGES && paths < mostPaths && lines.next()) {
                line();
            }
            endPackage();
            if (packages >= MAX_PACKAGES || paths >= mostPaths) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "too-many-packages",
                        lines.number(),
                        "more packages or files than any distribution has; the rest of the file is left out");
            } else if (blocks == 0) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "empty-package-database",
                        0,
                        "the package database holds no package: which ones are installed cannot be told");
            }
        }
    }

    private void line() {
        if (lines.isBlank()) {
            endPackage();
            return;
        }
        if (lines.length() < 2 || lines.at(1) != ':') {
            malformed("no field letter");
            return;
        }
        char field = (char) lines.at(0);
        if (field == 'P' && !name.isEmpty()) {
            endPackage();
        }
        if (firstLine == 0) {
            firstLine = lines.number();
        }
        switch (field) {
            case 'P' -> name = lines.wordFrom(2);
            case 'V' -> version = lines.wordFrom(2);
            case 'A' -> architecture = lines.wordFrom(2);
            case 'L' -> license = lines.textFrom(2);
            case 'o' -> origin = lines.wordFrom(2);
            case 'F' -> directory = path("");
            case 'R' -> own(path(directory));
            default -> {
                // the other letters tell of checksums, sizes, dependencies and modes
            }
        }
    }

    private String path(String parent) {
        if (lines.length() + parent.length() > ImagePath.MAX_LENGTH) {
            malformed("the path is too long");
            return "";
        }
        String part = lines.exactTextFrom(2);
        return parent.isEmpty() ? part : parent + "/" + part;
    }

    private void own(String path) {
        if (name.isEmpty()) {
            malformed("a file of no package");
        } else if (!path.isEmpty()) {
            paths++;
            sink.owns(PackageType.APK, name, path);
        }
    }

    private void endPackage() {
        if (firstLine > 0) {
            blocks++;
            if (name.isEmpty() || version.isEmpty()) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "broken-stanza",
                        firstLine,
                        name.isEmpty()
                                ? "a package without a usable name is left out"
                                : "package " + name + " has no usable version and is left out");
            } else {
                packages++;
                sink.add(packageRead());
            }
        }
        firstLine = 0;
        name = "";
        version = "";
        architecture = "";
        license = "";
        origin = "";
        directory = "";
    }

    private CatalogedPackage packageRead() {
        return new CatalogedPackage(
                PackageType.APK,
                name,
                version,
                new SourcePackage(origin.isEmpty() ? name : origin, version),
                architecture,
                license.isEmpty() ? List.of() : List.of(license),
                "",
                new PackageMetadata.None());
    }

    private void malformed(String why) {
        diagnostics.report(Level.WARNING, "malformed-line", lines.number(), why + ": \"" + lines.excerpt() + "\"");
    }
}
