package org.drydock.vuln.store;

import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.jspecify.annotations.Nullable;

/** A segment that is held open, but not looked into before it is needed. */
final class LazySegment {
    private final SegmentBytes bytes;
    private final String place;
    private final SegmentSummary summary;
    private final BlockCache cache;
    private volatile @Nullable AdvisorySegment segment;

    LazySegment(SegmentBytes bytes, String place, SegmentSummary summary, BlockCache cache) {
        this.bytes = bytes;
        this.place = place;
        this.summary = summary;
        this.cache = cache;
    }

    SegmentSummary summary() {
        return summary;
    }

    SourceStatus status() {
        return summary.status();
    }

    /** @throws StoreException if the segment is damaged, or is another one than it should be */
    AdvisorySegment open() {
        AdvisorySegment open = segment;
        return open != null ? open : openOnce();
    }

    void close() {
        bytes.close();
    }

    private synchronized AdvisorySegment openOnce() {
        AdvisorySegment open = segment;
        if (open == null) {
            open = new AdvisorySegment(bytes, place, cache);
            if (!open.summary().equals(summary)) {
                throw new DamagedStoreException(place, "it is not the segment that was written under this name");
            }
            segment = open;
        }
        return open;
    }
}
