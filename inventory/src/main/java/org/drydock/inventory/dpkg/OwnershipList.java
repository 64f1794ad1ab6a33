package org.drydock.inventory.dpkg;

import org.drydock.core.Diagnostic.Level;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.text.ByteLines;
import org.drydock.inventory.text.DiagnosticBudget;

/** Reads the files that belong to one package. */
final class OwnershipList {
    private static final int CHECKSUM_DIGITS = 32;
    private static final int PATH_AFTER_CHECKSUM = CHECKSUM_DIGITS + 2;

    private final ByteLines lines;
    private final CatalogSink sink;
    private final DiagnosticBudget diagnostics;
    private final String packageName;
    private final int mostPaths;
    private int paths;

    OwnershipList(CandidateFile file, CatalogSink sink, String packageName) {
        this.lines = new ByteLines(file.content());
        this.sink = sink;
        this.diagnostics = new DiagnosticBudget(sink);
        this.packageName = packageName;
        this.mostPaths = file.limits().layerEntries();
    }

    /**
     * Reads absolute paths, one a line, directories before what is in them. A directory that is known to be one because
     * the next line lies in it is left out: directories are shared, so owning one says nothing.
     */
    void readPaths() {
        try (diagnostics) {
            String last = "";
            while (next()) {
                String path = acceptable(0);
                if (!last.isEmpty() && !(path.startsWith(last) && path.startsWith("/", last.length()))) {
                    own(last);
                }
                last = path.equals("/.") ? "" : path;
            }
            if (!last.isEmpty()) {
                own(last);
            }
        }
    }

    /** Reads {@code md5sum} output: 32 digits, two spaces, a relative path. */
    void readChecksums() {
        try (diagnostics) {
            while (next()) {
                if (lines.length() > PATH_AFTER_CHECKSUM && lines.at(CHECKSUM_DIGITS) == ' ') {
                    String path = acceptable(PATH_AFTER_CHECKSUM);
                    if (!path.isEmpty()) {
                        own(path);
                    }
                } else if (!lines.isBlank()) {
                    malformed();
                }
            }
        }
    }

    private boolean next() {
        if (paths < mostPaths) {
            return lines.next();
        }
        diagnostics.report(
                Level.NOT_EXAMINED,
                "too-many-paths",
                lines.number(),
                "more than " + mostPaths + " paths; the rest of the file is left out");
        return false;
    }

    /** The path from {@code from} on; empty if it cannot be one. */
    private String acceptable(int from) {
        if (lines.length() - from > ImagePath.MAX_LENGTH) {
            malformed();
            return "";
        }
        return lines.exactTextFrom(from);
    }

    private void own(String path) {
        paths++;
        sink.owns(PackageType.DEB, packageName, path);
    }

    private void malformed() {
        diagnostics.report(Level.WARNING, "malformed-line", lines.number(), "not a path: \"" + lines.excerpt() + "\"");
    }
}
