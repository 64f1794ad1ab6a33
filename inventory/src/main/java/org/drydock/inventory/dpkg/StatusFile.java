package org.drydock.inventory.dpkg;

import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.text.ByteLines;
import org.drydock.inventory.text.DiagnosticBudget;

/** Reads the stanzas of a status file and yields a package for each that is really there. */
final class StatusFile {
    /** More packages than any distribution has. */
    static final int MAX_PACKAGES = 200_000;

    private final ByteLines lines;
    private final CatalogSink sink;
    private final DiagnosticBudget diagnostics;
    private final boolean installedWithoutStatus;
    private Stanza stanza = new Stanza();
    private int stanzas;
    private int packages;

    /** @param installedWithoutStatus what the absence of a {@code Status} means: dpkg says no, {@code status.d} yes */
    StatusFile(CandidateFile file, CatalogSink sink, boolean installedWithoutStatus) {
        this.lines = new ByteLines(file.content());
        this.sink = sink;
        this.diagnostics = new DiagnosticBudget(sink);
        this.installedWithoutStatus = installedWithoutStatus;
    }

    void read() {
        try (diagnostics) {
            while (packages < MAX_PACKAGES && lines.next()) {
                line();
            }
            endStanza();
            if (packages >= MAX_PACKAGES) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "too-many-packages",
                        lines.number(),
                        "more than " + MAX_PACKAGES + " packages; the rest of the file is left out");
            } else if (stanzas == 0) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "empty-package-database",
                        0,
                        "the package database holds no package: which ones are installed cannot be told");
            }
        }
    }

    private void line() {
        if (lines.isIndented() && !lines.isBlank()) {
            return;
        }
        if (lines.isBlank()) {
            endStanza();
            return;
        }
        int colon = lines.indexOf(':');
        if (colon <= 0) {
            diagnostics.report(
                    Level.WARNING, "malformed-line", lines.number(), "no field name: \"" + lines.excerpt() + "\"");
            stanza.noteLine(lines.number());
            return;
        }
        if (lines.isName(colon, "Package") && !stanza.name.isEmpty()) {
            endStanza();
        }
        stanza.noteLine(lines.number());
        field(colon);
    }

    private void field(int colon) {
        if (lines.isName(colon, "Package")) {
            stanza.name = lines.wordFrom(colon + 1);
        } else if (lines.isName(colon, "Status")) {
            stanza.status = lines.textFrom(colon + 1);
        } else if (lines.isName(colon, "Version")) {
            stanza.version = lines.wordFrom(colon + 1);
        } else if (lines.isName(colon, "Source")) {
            stanza.source = lines.textFrom(colon + 1);
        } else if (lines.isName(colon, "Architecture")) {
            stanza.architecture = lines.wordFrom(colon + 1);
        } else if (lines.isName(colon, "Maintainer")) {
            stanza.maintainer = lines.textFrom(colon + 1);
        }
    }

    private void endStanza() {
        Stanza ended = stanza;
        if (ended.line == 0) {
            return;
        }
        stanza = new Stanza();
        stanzas++;
        if (ended.isOnDisk(installedWithoutStatus, diagnostics)) {
            if (ended.name.isEmpty() || ended.version.isEmpty()) {
                diagnostics.report(
                        Level.NOT_EXAMINED,
                        "broken-stanza",
                        ended.line,
                        ended.name.isEmpty()
                                ? "a package without a usable name is left out"
                                : "package " + ended.name + " has no usable version and is left out");
            } else {
                packages++;
                sink.add(ended.toPackage());
            }
        }
    }
}
