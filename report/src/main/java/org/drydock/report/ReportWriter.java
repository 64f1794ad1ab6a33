package org.drydock.report;

import java.io.IOException;
import java.io.OutputStream;

/** Writes reports in one format. Same report, same bytes. */
public interface ReportWriter {
    /** The name after {@code -o}. */
    String format();

    /**
     * Writes the whole report.
     *
     * @param out flushed, not closed
     */
    void write(ScanReport report, OutputStream out) throws IOException;
}
