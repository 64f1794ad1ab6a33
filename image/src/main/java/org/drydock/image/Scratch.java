package org.drydock.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.jspecify.annotations.Nullable;

/**
 * One worker's {@link ScratchSpace}. The first holding after a {@link #release()} uses the same memory again and again;
 * what does not fit lies in a temporary file that only this process can read and that has lost its name before it is
 * used, so that nothing is left behind however the process ends.
 */
public final class Scratch implements ScratchSpace, AutoCloseable {
    private static final int FIRST_BUFFER = 1 << 16;

    private final Limits limits;
    private byte[] pooled = new byte[FIRST_BUFFER];
    private boolean pooledInUse;
    private @Nullable Arena arena;

    public Scratch(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ByteBuffer hold(InputStream in, long maxBytes, String what) throws IOException {
        boolean usesPool = !pooledInUse;
        byte[] bytes = usesPool ? pooled : new byte[FIRST_BUFFER];
        int length = in.readNBytes(bytes, 0, bytes.length);
        while (length == bytes.length && length < limits.memoryBytes()) {
            bytes = Arrays.copyOf(bytes, Math.min(limits.memoryBytes(), bytes.length * 2));
            length += in.readNBytes(bytes, length, bytes.length - length);
        }
        if (length > maxBytes) {
            throw tooLarge(what, maxBytes);
        }
        if (usesPool) {
            pooled = bytes;
        }
        if (length == bytes.length) {
            int next = in.read();
            if (next >= 0) {
                return spill(bytes, length, (byte) next, in, maxBytes, what);
            }
        }
        pooledInUse |= usesPool;
        return ByteBuffer.wrap(bytes, 0, length).slice().asReadOnlyBuffer();
    }

    /** Everything held until now is no longer used. */
    public void release() {
        pooledInUse = false;
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }

    @Override
    public void close() {
        release();
    }

    private ByteBuffer spill(byte[] head, int length, byte next, InputStream in, long maxBytes, String what)
            throws IOException {
        Path file = Files.createTempFile("drydock-", ".part");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            Files.deleteIfExists(file);
            write(channel, ByteBuffer.wrap(head, 0, length));
            write(channel, ByteBuffer.wrap(new byte[] {next}));
            byte[] chunk = new byte[FIRST_BUFFER];
            long total = length + 1L;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                total += read;
                if (total > maxBytes) {
                    throw tooLarge(what, maxBytes);
                }
                write(channel, ByteBuffer.wrap(chunk, 0, read));
            }
            if (arena == null) {
                arena = Arena.ofShared();
            }
            return channel.map(MapMode.READ_ONLY, 0, total, arena)
                    .asByteBuffer()
                    .asReadOnlyBuffer();
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static LimitExceededException tooLarge(String what, long maxBytes) {
        return new LimitExceededException(what + ": larger than the limit of " + maxBytes + " bytes");
    }
}
