package org.drydock.report;

import java.io.IOException;
import java.io.OutputStream;

/** Writes reports in one format. Same report, same bytes. */
public interface ReportWriter {
    /** The name after {@code -o}. */
    String format();

    /**
     * Whether the format tells of packages, too. One that tells of findings only would say "none found" of a target that
     * was not judged, so it is not written of inventories.
     */
    default boolean tellsPackages() {
        return true;
    }

    /**
     * Writes the whole report.
     *
     * @param out flushed, not closed
     */
    void write(ScanReport report, OutputStream out) throws IOException;
}
