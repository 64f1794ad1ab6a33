package org.drydock.image;

/**
 * What a walk passed over.
 *
 * @param entries all entries
 * @param files regular files among them
 * @param bytes uncompressed
 * @param complete whether the walk came to the end and, for a layer, all digests were right; only then may a result be
 *     kept for later scans
 */
public record WalkTotals(long entries, long files, long bytes, boolean complete) {}
