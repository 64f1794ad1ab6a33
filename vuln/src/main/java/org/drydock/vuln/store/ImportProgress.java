package org.drydock.vuln.store;

/** Is told how far an import is; for people who wait. Called from the importing thread, often. */
public interface ImportProgress {
    /** A document is about to be read; {@code records} were read before it. */
    void reading(String place, long records);

    /** Everything is read; a source is about to be written. */
    void writing(String source);

    /** Hears nothing. */
    static ImportProgress none() {
        return new ImportProgress() {
            @Override
            public void reading(String place, long records) {}

            @Override
            public void writing(String source) {}
        };
    }
}
