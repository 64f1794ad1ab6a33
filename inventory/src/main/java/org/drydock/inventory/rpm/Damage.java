package org.drydock.inventory.rpm;

import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogSink;

/**
 * The damage met in one package database. Each place is told of, up to a bound; the rest is counted, so that a hostile
 * file cannot fill the report.
 */
final class Damage implements AutoCloseable {
    static final String CODE = "corrupt-package-database";
    static final int TOLD = 50;

    private final CatalogSink sink;
    private long met;

    Damage(CatalogSink sink) {
        this.sink = sink;
    }

    /** What is damaged there, and what is lost by it. */
    void at(String place, String message) {
        met++;
        if (met <= TOLD) {
            sink.diagnostic(Level.NOT_EXAMINED, CODE, place, message);
        }
    }

    /** Something odd that need not have cost a package. */
    void suspect(String place, String message) {
        sink.diagnostic(Level.WARNING, CODE, place, message);
    }

    @Override
    public void close() {
        if (met > TOLD) {
            sink.diagnostic(Level.NOT_EXAMINED, CODE, "", (met - TOLD) + " more places are damaged");
        }
    }
}
