package org.drydock.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.drydock.core.LimitExceededException;

/**
 * Room for bytes that must be seekable: in memory while they are few, in a private temporary file when they are many. It
 * goes away with the file or the scan it was opened for.
 */
public interface ScratchSpace {
    /**
     * Reads a stream to its end.
     *
     * @param maxBytes the most bytes to accept, at most {@link Integer#MAX_VALUE}
     * @param what named in the error
     * @return the bytes, read only, big endian
     * @throws LimitExceededException if the stream holds more than {@code maxBytes}
     * @throws IOException if the stream fails, or the temporary file cannot be written
     */
    ByteBuffer hold(InputStream in, long maxBytes, String what) throws IOException;

    /** Keeps everything in memory: for tests and for small inputs. */
    static ScratchSpace inMemory() {
        return (in, maxBytes, what) -> {
            byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > maxBytes) {
                throw new LimitExceededException(what + ": larger than the limit of " + maxBytes + " bytes");
            }
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        };
    }
}
