package org.drydock.image.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Private temporary files: only this process can read them, and they have lost their names before they hold anything, so
 * that nothing is left behind however the process ends.
 */
public final class Spool {
    private Spool() {}

    /** Hears how large the file has become. */
    @FunctionalInterface
    public interface Guard {
        /** Throws to refuse more. */
        void reached(long size) throws IOException;
    }

    /** An empty file; its space is free again when the channel is closed. */
    public static FileChannel empty() throws IOException {
        Path file = Files.createTempFile("drydock-", ".part");
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The bytes of a stream, which the caller closes, as a file. */
    public static FileChannel of(InputStream in, Guard guard) throws IOException {
        FileChannel channel = empty();
        boolean done = false;
        try {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                size += read;
                guard.reached(size);
            }
            done = true;
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }
}
