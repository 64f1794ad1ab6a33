package org.drydock.image.tar;

import java.io.IOException;
import java.io.InputStream;

/** The logical bytes of one entry: what is stored, with the holes of a sparse file filled. */
final class TarContent extends InputStream {
    private final InputStream in;
    private final long padding;
    private final long stored;
    private final long size;
    private final SparseMap map;
    private long storedLeft;
    private long position;
    private int region;

    TarContent(InputStream in, long stored, long padding, long size, SparseMap map) {
        this.in = in;
        this.stored = stored;
        this.storedLeft = stored;
        this.padding = padding;
        this.size = size;
        this.map = map;
    }

    static TarContent none() {
        return new TarContent(InputStream.nullInputStream(), 0, 0, 0, SparseMap.NONE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        int wanted = (int) Math.min(length, size - position);
        if (wanted == 0) {
            return 0;
        }
        if (!map.isSparse()) {
            return readStored(into, offset, wanted);
        }
        while (region < map.regions().size() && position >= end(map.regions().get(region))) {
            region++;
        }
        if (region == map.regions().size()) {
            return zeros(into, offset, wanted);
        }
        SparseMap.Region next = map.regions().get(region);
        if (position < next.offset()) {
            return zeros(into, offset, (int) Math.min(wanted, next.offset() - position));
        }
        return readStored(into, offset, (int) Math.min(wanted, end(next) - position));
    }

    /**
     * Passes over everything that is not read yet, and over the padding.
     *
     * @param at the archive offset of the first stored byte, for errors
     * @return how many bytes of the archive the content takes, padding included
     */
    long finish(long at) throws IOException {
        long left = storedLeft + padding;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                if (in.read() < 0) {
                    throw new TarException(at + stored + padding - left, "the archive ends inside an entry");
                }
                skipped = 1;
            }
            left -= skipped;
        }
        storedLeft = 0;
        return stored + padding;
    }

    private static long end(SparseMap.Region region) {
        return region.offset() + region.length();
    }

    private int zeros(byte[] into, int offset, int length) {
        java.util.Arrays.fill(into, offset, offset + length, (byte) 0);
        position += length;
        return length;
    }

    private int readStored(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read < 0) {
            throw new TarException(position, "the archive ends inside an entry");
        }
        storedLeft -= read;
        position += read;
        return read;
    }
}
