package org.drydock.vuln.feed.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.drydock.vuln.feed.FeedException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tar. What describes one file is held in memory as a whole, so it is bounded.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax, the format</a>
 */
final class TarEntries {
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private final HeaderBound bound;
    private final TarArchiveInputStream tar;

    TarEntries(InputStream in) {
        this.bound = new HeaderBound(in);
        this.tar = new TarArchiveInputStream(bound);
    }

    /** Goes to the next file and gives its name; null at the end. */
    @Nullable
    String next() throws IOException {
        try {
            for (TarArchiveEntry entry = header(); entry != null; entry = header()) {
                if (entry.isFile() && tar.canReadEntryData(entry)) {
                    return entry.getName();
                }
            }
            return null;
        } catch (IllegalArgumentException e) {
            throw new IOException("not a readable tar: " + e.getMessage(), e);
        }
    }

    /** The content of the file that {@link #next} went to. */
    InputStream content() {
        return tar;
    }

    private @Nullable TarArchiveEntry header() throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        bound.left = MAX_HEADER_BYTES;
        TarArchiveEntry entry = tar.getNextEntry();
        bound.left = Long.MAX_VALUE;
        if (entry == null && !bound.zeros) {
            throw new FeedException("a tar ends without its end marker: what followed is missing");
        }
        return entry;
    }

    private static final class HeaderBound extends FilterInputStream {
        private long left = Long.MAX_VALUE;

        /** Whether what was read last was zeros, as the end marker is. */
        private boolean zeros;

        HeaderBound(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            zeros = b == 0 || (b < 0 && zeros);
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            count(Math.max(n, 0));
            if (n > 0) {
                zeros = true;
                for (int i = offset; i < offset + n; i++) {
                    zeros &= into[i] == 0;
                }
            }
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) {
                throw new FeedException("a tar describes one file in more than " + MAX_HEADER_BYTES + " bytes");
            }
        }
    }
}
