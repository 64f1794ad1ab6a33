package org.drydock.vuln.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A Bloom filter over subjects: most packages have no advisory, and it says so without a block being read. Ten to twenty
 * bits a subject, six of them set, let about one absent subject in a hundred through.
 *
 * <p>All bits of a subject lie in one line of 64 bytes, and the number of lines is a power of two, so that a subject more
 * or less changes one line and the others stay where they are.
 */
final class KeyFilter {
    static final int LINE_BYTES = 64;

    private static final int BITS_PER_KEY = 10;
    private static final int PROBES = 6;
    private static final int LINE_BITS = 8 * LINE_BYTES;
    private static final int PROBE_BITS = 9;
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
        long lines = Math.max(1, ((long) count * BITS_PER_KEY + LINE_BITS - 1) / LINE_BITS);
        long rounded = Long.highestOneBit(2 * lines - 1);
        byte[] filter = new byte[Math.toIntExact(rounded * LINE_BYTES)];
        for (int i = 0; i < count; i++) {
            for (int probe = 0; probe < PROBES; probe++) {
                int bit = bit(hashes[i], probe, filter.length);
                filter[bit >>> 3] |= (byte) (1 << (bit & 7));
            }
        }
        return filter;
    }

    /** Whether bytes of this length can be a filter. */
    static boolean isLength(int bytes) {
        return bytes >= LINE_BYTES && Integer.bitCount(bytes) == 1;
    }

    /** Whether a subject may be among those of a filter; false is sure. */
    static boolean mayHold(ByteBuffer filter, long hash) {
        int bytes = filter.limit();
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe, bytes);
            if ((filter.get(bit >>> 3) & (1 << (bit & 7))) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The upper bits choose the line, as many of them as there are lines; the lower ones the bits in it. */
    private static int bit(long hash, int probe, int bytes) {
        int line = (int) (mix(hash) >>> 33) & (bytes / LINE_BYTES - 1);
        return line * LINE_BITS + ((int) (hash >>> (probe * PROBE_BITS)) & (LINE_BITS - 1));
    }

    /** FNV-1a, then stirred, since its upper bits lag behind. */
    static long hash(byte[] key) {
        long hash = FNV_OFFSET;
        for (byte b : key) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 29);
    }
}
