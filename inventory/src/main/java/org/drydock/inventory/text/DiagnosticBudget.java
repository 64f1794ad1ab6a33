package org.drydock.inventory.text;

import org.drydock.core.Diagnostic;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogSink;
import org.jspecify.annotations.Nullable;

/**
 * Passes on a file's diagnostics until there are {@link #MOST}; the others are counted and told as one when it is
 * closed, so that a hostile file cannot drown the report.
 */
public final class DiagnosticBudget implements AutoCloseable {
    /** The most diagnostics about one file. */
    public static final int MOST = 50;

    private final CatalogSink sink;
    private int seen;
    private @Nullable Level worstLeftOut;

    public DiagnosticBudget(CatalogSink sink) {
        this.sink = sink;
    }

    /**
     * A diagnostic about a line.
     *
     * @param line counted from 1; 0 for the file as a whole
     * @see CatalogSink#diagnostic
     */
    public void report(Diagnostic.Level level, String code, int line, String message) {
        seen++;
        if (seen <= MOST) {
            sink.diagnostic(level, code, line == 0 ? "" : ":" + line, message);
        } else if (worstLeftOut == null || level.compareTo(worstLeftOut) < 0) {
            worstLeftOut = level;
        }
    }

    @Override
    public void close() {
        if (worstLeftOut != null) {
            sink.diagnostic(worstLeftOut, "further-diagnostics", "", (seen - MOST) + " more diagnostics left out");
        }
    }
}
