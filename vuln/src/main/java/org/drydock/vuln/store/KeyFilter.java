package org.drydock.vuln.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A Bloom filter over keys: most packages have no advisory, and it says so without a block being read. Ten bits a key,
 * seven of them set, let about one absent key in a hundred through.
 */
final class KeyFilter {
    private static final int BITS_PER_KEY = 10;
    private static final int PROBES = 7;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1024];
    private int count;

    void add(byte[] key) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash(key);
    }

    byte[] toBytes() {
        int bytes = Math.toIntExact(Math.max(8, ((long) count * BITS_PER_KEY + 63) / 64 * 8));
        byte[] filter = new byte[bytes];
        for (int i = 0; i < count; i++) {
            for (int probe = 0; probe < PROBES; probe++) {
                long bit = bit(hashes[i], probe, bytes);
                filter[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
            }
        }
        return filter;
    }

    /** Whether {@code key} may be among the keys; false is sure. */
    static boolean mayHold(ByteBuffer filter, byte[] key) {
        int bytes = filter.limit();
        long hash = hash(key);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe, bytes);
            if ((filter.get((int) (bit >>> 3)) & (1 << (bit & 7))) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long bit(long hash, int probe, int bytes) {
        long step = (hash >>> 32) | 1;
        return Long.remainderUnsigned(hash + probe * step, (long) bytes << 3);
    }

    /** FNV-1a, then stirred, since its upper bits lag behind. */
    private static long hash(byte[] key) {
        long hash = FNV_OFFSET;
        for (byte b : key) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 29);
    }
}
