package org.drydock.inventory.java;

import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogSink;

/** Passes diagnostics on, up to as many as anyone reads; how many more there were is told at the end. */
final class Remarks {
    private static final int MAX = 100;

    private final CatalogSink sink;
    private int count;
    private int notExamined;

    Remarks(CatalogSink sink) {
        this.sink = sink;
    }

    void notExamined(String code, String innerPath, String message) {
        add(Level.NOT_EXAMINED, code, innerPath, message);
    }

    void warning(String code, String innerPath, String message) {
        add(Level.WARNING, code, innerPath, message);
    }

    void note(String code, String innerPath, String message) {
        add(Level.NOTE, code, innerPath, message);
    }

    /** To be called once nothing more comes. */
    void end() {
        if (count > MAX) {
            Level level = notExamined > 0 ? Level.NOT_EXAMINED : Level.WARNING;
            String what = (count - MAX) + " more diagnostics about this archive, of which " + notExamined
                    + " tell of something not examined";
            sink.diagnostic(level, "further-diagnostics", "", what);
        }
    }

    private void add(Level level, String code, String innerPath, String message) {
        if (++count <= MAX) {
            sink.diagnostic(level, code, innerPath, message);
        } else if (level == Level.NOT_EXAMINED) {
            notExamined++;
        }
    }
}
