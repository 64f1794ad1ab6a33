package org.drydock.image.tar;

import java.util.List;

/**
 * The regions of a sparse file that are stored; everything between them is zeros.
 *
 * @param isSparse false for a file that is stored as it is
 * @param regions ascending, without overlap
 */
record SparseMap(boolean isSparse, List<Region> regions) {
    /** The file is stored as it is. */
    static final SparseMap NONE = new SparseMap(false, List.of());

    SparseMap {
        regions = List.copyOf(regions);
    }

    /** {@code length} stored bytes that belong at {@code offset}. */
    record Region(long offset, long length) {}

    /** A sparse file; one without regions is all holes. */
    static SparseMap of(List<Region> regions) {
        return new SparseMap(true, regions);
    }

    /** Checks order and bounds; the stored bytes may not be more than {@code stored}. */
    SparseMap validated(long logicalSize, long stored, long at) throws TarException {
        long end = 0;
        long total = 0;
        for (Region region : regions) {
            if (region.offset < end || region.length < 0 || region.offset > logicalSize - region.length) {
                throw new TarException(at, "malformed sparse map");
            }
            end = region.offset + region.length;
            total += region.length;
        }
        if (total > stored) {
            throw new TarException(at, "sparse map names more bytes than are stored");
        }
        return this;
    }
}
