package org.drydock.inventory;

/** Hears how far the reading of a target is; may be called from several threads. */
public interface ScanProgress {
    /** Hears nothing. */
    ScanProgress NONE = new ScanProgress() {
        @Override
        public void layers(int total, int cached) {}

        @Override
        public void bytes(long more) {}

        @Override
        public void layerDone() {}
    };

    /** How many layers there are, and how many of them need not be read. */
    void layers(int total, int cached);

    /** So many more uncompressed bytes are read. */
    void bytes(long more);

    /** One more layer is read. */
    void layerDone();
}
