package org.drydock.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive entry by entry from a stream, in the way that container runtimes do: ustar, PAX, GNU long names,
 * base-256 numbers and all sparse formats. Headers of links, directories and devices never have content, whatever size
 * they state. Two zero blocks end the archive; what follows is left unread.
 */
public final class TarReader {
    /** The most bytes of a long name or of a PAX header. */
    private static final int MAX_SPECIAL = 1 << 20;

    /** The most regions of one sparse file. */
    private static final int MAX_REGIONS = 1 << 18;

    private final InputStream in;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private final PaxRecords global = new PaxRecords();
    private long offset;
    private long entryOffset;
    private TarContent content = TarContent.none();

    /**
     * Reads from the archive's first byte on.
     *
     * @param in should read from memory: it is asked for single blocks. The caller closes it
     */
    public TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * Passes over what is left of the current entry and reads the next header.
     *
     * @return null at the end of the archive
     * @throws TarException if the stream is no tar archive from here on, or ends inside an entry
     */
    public @Nullable TarEntry next() throws IOException {
        finishContent();
        entryOffset = offset;
        PaxRecords pax = new PaxRecords();
        pax.putAll(global);
        String longName = null;
        String longLink = null;
        while (true) {
            long at = offset;
            TarHeader header = readHeader();
            if (header == null) {
                return null;
            }
            switch (header.type()) {
                case 'x' -> pax.parse(readSpecial(header, at), at);
                case 'g' -> {
                    byte[] records = readSpecial(header, at);
                    global.parse(records, at);
                    pax.parse(records, at);
                }
                case 'L' -> longName = readLongName(header, at);
                case 'K' -> longLink = readLongName(header, at);
                default -> {
                    return entry(header, pax, longName, longLink, at);
                }
            }
        }
    }

    /** The content of the entry that {@link #next()} gave: its logical bytes. Valid until the next call. */
    public InputStream content() {
        return content;
    }

    /** Where in the archive the stored bytes of the current entry begin. */
    public long contentOffset() {
        return offset;
    }

    /** Where in the archive the current entry begins, its extended headers included; at the end, where it ends. */
    public long entryOffset() {
        return entryOffset;
    }

    private TarEntry entry(
            TarHeader header, PaxRecords pax, @Nullable String longName, @Nullable String longLink, long at)
            throws IOException {
        char type = header.type();
        String name = firstOf(pax.path(), longName, header.name());
        String link = firstOf(pax.linkPath(), longLink, header.linkName());
        if (type == TarEntry.FILE && name.endsWith("/")) {
            type = TarEntry.DIRECTORY;
        }
        long stored = hasContent(type) ? pax.size(header.size(), at) : 0;
        long size = stored;
        long padding = (TarHeader.BLOCK - stored % TarHeader.BLOCK) % TarHeader.BLOCK;
        SparseMap map = SparseMap.NONE;
        if (type == 'S') {
            type = TarEntry.FILE;
            size = header.gnuRealSize();
            map = SparseMap.of(gnuRegions(header)).validated(size, stored, at);
        } else if (type == TarEntry.FILE && pax.realSize(at) >= 0) {
            size = pax.realSize(at);
            if (pax.mapIsInContent()) {
                long before = offset;
                map = SparseMap.of(regionsInContent(stored, at));
                stored -= offset - before;
            } else {
                map = SparseMap.of(pax.regions(at));
            }
            map = map.validated(size, stored, at);
        }
        content = new TarContent(in, stored, padding, size, map);
        boolean isLink = type == TarEntry.HARDLINK || type == TarEntry.SYMLINK;
        return new TarEntry(name, type, size, header.mode(), isLink ? link : "", map);
    }

    private static boolean hasContent(char type) {
        return switch (type) {
            case '1', '2', '3', '4', '5', '6' -> false;
            default -> true;
        };
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String third) {
        return first != null ? first : second != null ? second : third;
    }

    private void finishContent() throws IOException {
        offset += content.finish(offset);
        content = TarContent.none();
    }

    /** The next header, or null at the end of the archive. */
    private @Nullable TarHeader readHeader() throws IOException {
        long at = offset;
        int read = in.readNBytes(block, 0, TarHeader.BLOCK);
        offset += read;
        if (read == 0) {
            return null;
        }
        if (read < TarHeader.BLOCK) {
            throw new TarException(at, "the archive ends inside a header");
        }
        TarHeader header = new TarHeader(block, at);
        if (header.isZero()) {
            read = in.readNBytes(block, 0, TarHeader.BLOCK);
            offset += read;
            if (read == 0 || (read == TarHeader.BLOCK && header.isZero())) {
                return null;
            }
            throw new TarException(at, "a lone zero block stands between entries");
        }
        header.verifyChecksum();
        return header;
    }

    private byte[] readSpecial(TarHeader header, long at) throws IOException {
        long size = header.size();
        if (size > MAX_SPECIAL) {
            throw new TarException(at, "an extended header is larger than " + MAX_SPECIAL + " bytes");
        }
        int padded = (int) (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
        byte[] bytes = in.readNBytes(padded);
        offset += bytes.length;
        if (bytes.length < padded) {
            throw new TarException(at, "the archive ends inside an extended header");
        }
        return java.util.Arrays.copyOf(bytes, (int) size);
    }

    private String readLongName(TarHeader header, long at) throws IOException {
        byte[] bytes = readSpecial(header, at);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return TarHeader.decode(bytes, 0, length);
    }

    private List<SparseMap.Region> gnuRegions(TarHeader header) throws IOException {
        List<SparseMap.Region> regions = new ArrayList<>(header.gnuRegions());
        boolean extended = header.gnuIsExtended();
        while (extended) {
            long at = offset;
            byte[] next = new byte[TarHeader.BLOCK];
            int read = in.readNBytes(next, 0, TarHeader.BLOCK);
            offset += read;
            if (read < TarHeader.BLOCK || regions.size() > MAX_REGIONS) {
                throw new TarException(at, "malformed sparse map");
            }
            TarHeader extension = new TarHeader(next, at);
            regions.addAll(extension.extensionRegions());
            extended = extension.extensionIsExtended();
        }
        return regions;
    }

    /** Format 1.0: decimal lines in front of the stored bytes, filled up to a whole block. */
    private List<SparseMap.Region> regionsInContent(long stored, long at) throws IOException {
        SparseLines lines = new SparseLines(stored, at);
        long count = lines.next();
        if (count > MAX_REGIONS) {
            throw new TarException(at, "a sparse map has more than " + MAX_REGIONS + " regions");
        }
        List<SparseMap.Region> regions = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            regions.add(new SparseMap.Region(lines.next(), lines.next()));
        }
        return regions;
    }

    /** The numbers of a sparse map in the content, read block by block. */
    private final class SparseLines {
        private final byte[] lines = new byte[TarHeader.BLOCK];
        private final long at;
        private long left;
        private int position = TarHeader.BLOCK;

        SparseLines(long stored, long at) {
            this.left = stored;
            this.at = at;
        }

        long next() throws IOException {
            long value = 0;
            while (true) {
                if (position == TarHeader.BLOCK) {
                    fill();
                }
                int digit = lines[position++] - '0';
                if (digit == '\n' - '0') {
                    return value;
                }
                if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 10 - 1) {
                    throw new TarException(at, "malformed sparse map");
                }
                value = value * 10 + digit;
            }
        }

        private void fill() throws IOException {
            int read = left < TarHeader.BLOCK ? 0 : in.readNBytes(lines, 0, TarHeader.BLOCK);
            offset += read;
            left -= read;
            if (read < TarHeader.BLOCK) {
                throw new TarException(at, "the archive ends inside a sparse map");
            }
            position = 0;
        }
    }
}
