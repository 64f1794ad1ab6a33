package org.drydock.vuln.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
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

    StoredSegment stored() {
        return new StoredSegment(Path.of(place), bytes.size(), status());
    }

    /** Writes the bytes of the file, so many at a time. */
    void write(OutputStream out, int piece) throws IOException {
        for (long at = 0; at < bytes.size(); at += piece) {
            out.write(bytes.read(at, Math.min(piece, bytes.size() - at))
                    .orElseThrow(() -> new DamagedStoreException(place, "it is cut off")));
        }
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
