package org.drydock.image.walk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Hashes and counts what passes through. */
final class HashingInputStream extends FilterInputStream {
    private final MessageDigest hash;
    private volatile long count;

    HashingInputStream(InputStream in, MessageDigest hash) {
        super(in);
        this.hash = hash;
    }

    long count() {
        return count;
    }

    byte[] digest() {
        return hash.digest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer; others only watch
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            hash.update(into, offset, read);
            count += read;
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] sink = new byte[(int) Math.min(bytes, 1 << 16)];
        return Math.max(0, read(sink, 0, sink.length));
    }

    /** Does nothing: whoever opened the stream below still reads it to its end, and closes it. */
    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false;
    }
}
