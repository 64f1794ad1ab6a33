package org.drydock.vuln.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Cuts a stream into chunks where its content says so, so that a change moves no cut but those beside it: a rolling hash
 * over the last 64 bytes, and a cut where its upper 15 bits are zero. About 40 KiB a chunk.
 *
 * @see <a href="https://www.usenix.org/conference/atc16/technical-sessions/presentation/xia">FastCDC, on the gear hash</a>
 */
final class Chunker extends OutputStream {
    static final int MAX = 128 << 10;
    private static final int MIN = 8 << 10;
    private static final long MASK = 0x7fffL << 49;
    private static final long[] GEAR = gear();

    private final Sink sink;
    private final byte[] chunk = new byte[MAX];
    private int size;
    private long hash;

    Chunker(Sink sink) {
        this.sink = sink;
    }

    /** Takes a chunk; the array is its own. */
    interface Sink {
        void chunk(byte[] bytes) throws IOException;
    }

    @Override
    public void write(int b) throws IOException {
        chunk[size++] = (byte) b;
        hash = (hash << 1) + GEAR[b & 0xff];
        if (size == MAX || (size >= MIN && (hash & MASK) == 0)) {
            cut();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void close() throws IOException {
        if (size > 0) {
            cut();
        }
    }

    private void cut() throws IOException {
        byte[] whole = Arrays.copyOf(chunk, size);
        size = 0;
        hash = 0;
        sink.chunk(whole);
    }

    /** Any numbers do, as long as they are the same everywhere: SplitMix64. */
    private static long[] gear() {
        long[] table = new long[256];
        long state = 0x4452_5944_4f43_4b31L;
        for (int i = 0; i < table.length; i++) {
            state += 0x9e37_79b9_7f4a_7c15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
            table[i] = z ^ (z >>> 31);
        }
        return table;
    }
}
