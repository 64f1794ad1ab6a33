package org.drydock.vuln.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Unpacked blocks that were asked for lately, of all segments of a store. Neighbouring names lie in one block. */
final class BlockCache {
    private static final int DEFAULT_BYTES = 16 << 20;

    private final AtomicInteger segments = new AtomicInteger();
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(256, 0.75f, true);
    private final long maxBytes;
    private long bytes;

    BlockCache() {
        this(DEFAULT_BYTES);
    }

    BlockCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A number for a segment, under which its blocks are kept. */
    int segment() {
        return segments.incrementAndGet();
    }

    synchronized Optional<byte[]> get(int segment, int block) {
        return Optional.ofNullable(blocks.get(key(segment, block)));
    }

    synchronized void put(int segment, int block, byte[] content) {
        if (content.length > maxBytes / 4) {
            return;
        }
        byte[] before = blocks.put(key(segment, block), content);
        bytes += content.length - (before == null ? 0 : before.length);
        var eldest = blocks.entrySet().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }

    private static long key(int segment, int block) {
        return (long) segment << 32 | block;
    }
}
