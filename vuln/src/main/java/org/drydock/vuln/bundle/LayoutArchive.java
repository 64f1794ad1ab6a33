package org.drydock.vuln.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Digest;

/**
 * A bundle in one file: a POSIX tar of the layout's files. Only plain files with short names are read, which is all that
 * {@link #write} and the tools that copy layouts put there.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">ustar</a>
 */
final class LayoutArchive implements BundleSource {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_BYTES = 12;
    private static final int CHECKSUM_OFFSET = 148;
    private static final int TYPE_OFFSET = 156;
    private static final int MAX_FILES = 2_100_000;

    private final String place;
    private final RandomAccessFile file;
    private final Map<String, Extent> extents;

    private record Extent(long offset, long bytes) {}

    private LayoutArchive(String place, RandomAccessFile file, Map<String, Extent> extents) {
        this.place = place;
        this.file = file;
        this.extents = extents;
    }

    static LayoutArchive open(Path path) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
            boolean read = false;
            try {
                LayoutArchive archive = new LayoutArchive(path.toString(), file, extents(file));
                read = true;
                return archive;
            } finally {
                if (!read) {
                    file.close();
                }
            }
        } catch (IOException e) {
            throw new BundleException(path + ": no readable bundle: " + e.getMessage(), e);
        }
    }

    /** Whether a file is a tar with a layout in it; also a damaged one, as far as it shows. */
    static boolean isArchive(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || !isSound(header)) {
                return false;
            }
            if (name(header).equals(OciLayout.MARKER)) {
                return true;
            }
        } catch (IOException e) {
            return false;
        }
        try (LayoutArchive archive = open(path)) {
            return archive.extents.containsKey(OciLayout.MARKER) && archive.extents.containsKey(OciLayout.INDEX);
        } catch (BundleException e) {
            return false;
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public byte[] index() {
        return read(OciLayout.INDEX, OciLayout.MAX_MANIFEST);
    }

    @Override
    public byte[] blob(Digest digest, int most) {
        return read(OciLayout.blobPath(digest), most);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new BundleException(place + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    /** Writes files of a folder as an archive; the same files give the same bytes. */
    static void write(Path folder, List<String> paths, OutputStream out) throws IOException {
        for (String path : paths) {
            Path source = folder.resolve(path);
            long size = Files.size(source);
            out.write(header(path, size));
            Files.copy(source, out);
            out.write(new byte[(int) (-size & (BLOCK - 1))]);
        }
        out.write(new byte[2 * BLOCK]);
    }

    private byte[] read(String path, int most) {
        Extent extent = extents.get(path);
        if (extent == null) {
            throw new BundleException(place + ": " + path + ": missing");
        }
        if (extent.bytes > most) {
            throw new BundleException(place + ": " + path + ": longer than " + most + " bytes");
        }
        try {
            byte[] bytes = new byte[(int) extent.bytes];
            file.seek(extent.offset);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new BundleException(place + ": " + path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Extent> extents(RandomAccessFile file) throws IOException {
        Map<String, Extent> extents = new HashMap<>();
        long length = file.length();
        long position = 0;
        byte[] header = new byte[BLOCK];
        while (position + BLOCK <= length) {
            file.seek(position);
            file.readFully(header);
            if (header[0] == 0) {
                return extents;
            }
            if (!isSound(header)) {
                throw new IOException("a damaged tar header at byte " + position);
            }
            long size = size(header);
            long start = position + BLOCK;
            if (size > length - start) {
                throw new EOFException("it is cut off at byte " + length);
            }
            boolean plain = header[TYPE_OFFSET] == '0' || header[TYPE_OFFSET] == 0;
            if (plain && extents.put(name(header), new Extent(start, size)) != null) {
                throw new IOException("the file " + name(header) + " twice");
            }
            if (extents.size() > MAX_FILES) {
                throw new IOException("more than " + MAX_FILES + " files");
            }
            position = start + ((size + BLOCK - 1) & -BLOCK);
        }
        throw new EOFException("it is cut off at byte " + length);
    }

    private static byte[] header(String path, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, NAME, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, SIZE_OFFSET, String.format(java.util.Locale.ROOT, "%011o\0%011o\0", size, 0));
        header[TYPE_OFFSET] = '0';
        put(header, 257, "ustar\00000");
        put(header, CHECKSUM_OFFSET, String.format(java.util.Locale.ROOT, "%06o\0 ", checksum(header)));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < NAME && header[end] != 0) {
            end++;
        }
        String name = new String(header, 0, end, StandardCharsets.ISO_8859_1);
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static long size(byte[] header) throws IOException {
        return octal(header, SIZE_OFFSET, SIZE_BYTES);
    }

    private static boolean isSound(byte[] header) {
        try {
            return octal(header, CHECKSUM_OFFSET, 8) == checksum(header);
        } catch (IOException e) {
            return false;
        }
    }

    /** The sum of all bytes, those of the checksum itself as spaces. */
    private static long checksum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + 8 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    private static long octal(byte[] header, int offset, int length) throws IOException {
        String text = new String(header, offset, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        try {
            long value = Long.parseLong(text, 8);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IOException("a malformed number in a tar header");
    }
}
