package org.drydock.image.walk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses a blob on a thread of its own, some chunks ahead of the reader, and hashes the uncompressed bytes on the
 * reader's side. So even an image of one layer keeps two cores busy.
 */
final class LayerPipe extends InputStream {
    private static final int CHUNK = 1 << 18;
    private static final int CHUNKS = 6;
    private static final Chunk END = new Chunk(new byte[0], -1);

    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final MessageDigest hash;
    private final Guard guard;
    private final Thread producer;
    private volatile boolean closed;

    private byte[] chunk = new byte[0];
    private int position;
    private int limit;
    private boolean ended;
    private long count;

    private static final class Chunk {
        final byte[] bytes;
        final int length;

        Chunk(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }

    /** Opens what is to be decompressed; runs on the pipe's thread. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Hears of each chunk that the reader comes to. */
    @FunctionalInterface
    interface Guard {
        /**
         * Called before the bytes are handed out.
         *
         * @param count all uncompressed bytes so far
         * @throws org.drydock.core.LimitExceededException to refuse them
         */
        void reached(long count);
    }

    LayerPipe(Opener opener, MessageDigest hash, Guard guard, String name) {
        this.hash = hash;
        this.guard = guard;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new byte[CHUNK]);
        }
        this.producer = Thread.ofPlatform().daemon().name("decompress " + name).start(() -> produce(opener));
    }

    /** How many uncompressed bytes the reader has come past. */
    long count() {
        return count - (limit - position);
    }

    /** The digest of all bytes; right only when the end was reached. */
    byte[] digest() {
        return hash.digest();
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, limit - position);
        System.arraycopy(chunk, position, into, offset, read);
        position += read;
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && fill()) {
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
        return bytes - left;
    }

    @Override
    public void close() {
        closed = true;
        producer.interrupt();
        boolean interrupted = false;
        while (producer.isAlive()) {
            try {
                producer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes sure that a byte is there; false at the end. */
    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        if (ended) {
            return false;
        }
        try {
            if (chunk.length > 0) {
                empty.put(chunk);
            }
            Chunk next = full.take();
            if (next.length < 0) {
                ended = true;
                chunk = new byte[0];
                position = 0;
                limit = 0;
                IOException failed = failure.get();
                if (failed != null) {
                    throw failed;
                }
                return false;
            }
            chunk = next.bytes;
            position = 0;
            limit = next.length;
            count += limit;
            guard.reached(count);
            hash.update(chunk, 0, limit);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private void produce(Opener opener) {
        try {
            try (InputStream in = opener.open()) {
                int read = 0;
                while (read >= 0 && !closed) {
                    byte[] bytes = empty.take();
                    read = in.readNBytes(bytes, 0, bytes.length);
                    if (read == 0) {
                        read = -1;
                    } else {
                        full.put(new Chunk(bytes, read));
                    }
                }
            } catch (IOException e) {
                failure.set(e);
            } catch (RuntimeException e) {
                failure.set(new IOException(e));
            }
            full.put(END);
        } catch (InterruptedException e) {
            // the reader has closed the pipe: nobody waits for more
        }
    }
}
