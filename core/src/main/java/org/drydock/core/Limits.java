package org.drydock.core;

/**
 * Bounds given to every reader of outside input. A reader that meets one stops there, keeps what it has found and says
 * so.
 *
 * @param layerBytes the most uncompressed bytes of one layer
 * @param layerEntries the most entries of one layer
 * @param fileBytes the most bytes of one file that a parser is given; at most 2 GiB
 * @param memoryBytes the most bytes of one file kept in memory; larger ones go to a private temporary file
 * @param archiveDepth how deep archives may lie inside archives
 * @param archiveEntries the most entries of one archive
 * @param archiveBytes the most uncompressed bytes read from one outermost archive, all nested ones together
 * @param expansionRatio the most times that a compressed stream may grow
 * @param expansionFree how many bytes it may grow to before its ratio is judged: real files of zeros exist
 * @param metadataBytes the most bytes of a manifest, an index or an image configuration
 */
public record Limits(
        long layerBytes,
        int layerEntries,
        long fileBytes,
        int memoryBytes,
        int archiveDepth,
        int archiveEntries,
        long archiveBytes,
        int expansionRatio,
        long expansionFree,
        int metadataBytes) {
    private static final long GIB = 1L << 30;
    private static final int MIB = 1 << 20;

    /** Bounds no honest image meets. */
    public static final Limits DEFAULT =
            new Limits(64 * GIB, 10_000_000, 2 * GIB - 1, 16 * MIB, 16, 1_000_000, 8 * GIB, 400, GIB, 32 * MIB);

    /** Limits with the usual room for files of zeros. */
    public Limits(
            long layerBytes,
            int layerEntries,
            long fileBytes,
            int memoryBytes,
            int archiveDepth,
            int archiveEntries,
            long archiveBytes,
            int expansionRatio,
            int metadataBytes) {
        this(
                layerBytes,
                layerEntries,
                fileBytes,
                memoryBytes,
                archiveDepth,
                archiveEntries,
                archiveBytes,
                expansionRatio,
                GIB,
                metadataBytes);
    }

    /** All bounds as one line: equal for equal limits. Written out, since the generated one costs 60 ms to link. */
    public String key() {
        return layerBytes + " " + layerEntries + " " + fileBytes + " " + memoryBytes + " " + archiveDepth + " "
                + archiveEntries + " " + archiveBytes + " " + expansionRatio + " " + expansionFree + " "
                + metadataBytes;
    }

    public Limits withArchiveDepth(int depth) {
        return new Limits(
                layerBytes,
                layerEntries,
                fileBytes,
                memoryBytes,
                depth,
                archiveEntries,
                archiveBytes,
                expansionRatio,
                expansionFree,
                metadataBytes);
    }
}
