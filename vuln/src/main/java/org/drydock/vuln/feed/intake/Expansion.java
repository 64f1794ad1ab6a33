package org.drydock.vuln.feed.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.vuln.feed.FeedException;

/** Bounds what one file may grow to when it is unpacked, everything inside of it together. */
final class Expansion {
    private static final long FREE_BYTES = 64L << 20;

    private final Limits limits;
    private final long packedBytes;
    private long bytes;

    Expansion(Limits limits, Path file) {
        this.limits = limits;
        this.packedBytes = size(file);
    }

    /** A stream whose bytes count; closing it is left to who opened {@code in}. Trouble in reading is no bad JSON. */
    InputStream counting(InputStream in, String place) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                try {
                    int b = in.read();
                    count(b < 0 ? 0 : 1, place);
                    return b;
                } catch (IOException e) {
                    throw damaged(e, place);
                }
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                try {
                    int n = in.read(into, offset, length);
                    count(Math.max(n, 0), place);
                    return n;
                } catch (IOException e) {
                    throw damaged(e, place);
                }
            }

            @Override
            public void close() {}
        };
    }

    private void count(int n, String place) {
        bytes += n;
        if (bytes > limits.archiveBytes()) {
            throw new LimitExceededException(place + ": more than " + limits.archiveBytes() + " bytes unpacked");
        }
        if (bytes > FREE_BYTES && bytes / limits.expansionRatio() > packedBytes) {
            throw new LimitExceededException(place + ": grows more than " + limits.expansionRatio() + " times");
        }
    }

    private static FeedException damaged(IOException e, String place) {
        return new FeedException(place + ": cannot be unpacked: " + e.getMessage(), e);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FeedException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
