package org.drydock.image.daemon;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.drydock.core.Digest;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ImageException;
import org.drydock.image.daemon.ContainerImage.Change;
import org.drydock.image.saved.FileSection;
import org.drydock.image.saved.Spool;
import org.drydock.image.tar.TarEntry;
import org.drydock.image.tar.TarException;
import org.drydock.image.tar.TarReader;

/**
 * What a container has changed, as a layer's archive: of its exported file system only the entries that are new or
 * changed, as they stand there, and a whiteout for each path that is gone. It lies in a private file.
 *
 * @param size in bytes
 */
record ChangedLayer(FileChannel file, Digest diffId, long size) implements Closeable {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM = 8;

    /** Makes the layer of what a daemon exports. */
    static ChangedLayer of(InputStream export, Map<ImagePath, Change> changes, Limits limits, String place)
            throws IOException {
        FileChannel whole = Spool.of(export, size -> {
            if (size > limits.layerBytes()) {
                throw new ImageException(place + ": larger than the limit of " + limits.layerBytes() + " bytes");
            }
        });
        try (whole) {
            Writer out = new Writer(Spool.empty());
            boolean done = false;
            try {
                copyChanged(whole, changes, out, limits, place);
                for (Map.Entry<ImagePath, Change> change : changes.entrySet()) {
                    if (change.getValue() == Change.DELETED) {
                        out.whiteout(change.getKey());
                    }
                }
                out.write(ByteBuffer.allocate(2 * BLOCK));
                done = true;
                return new ChangedLayer(out.file, Digest.sha256(out.hash.digest()), out.file.size());
            } finally {
                if (!done) {
                    out.file.close();
                }
            }
        } catch (TarException e) {
            throw new ImageException(place + ": its file system cannot be read: " + e.getMessage(), e);
        }
    }

    InputStream open() {
        return new FileSection(file, 0, size);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void copyChanged(
            FileChannel whole, Map<ImagePath, Change> changes, Writer out, Limits limits, String place)
            throws IOException {
        TarReader tar = new TarReader(new BufferedInputStream(new FileSection(whole, 0, whole.size()), 1 << 16));
        boolean wanted = false;
        long start = 0;
        int entries = 0;
        for (TarEntry entry = tar.next(); ; entry = tar.next()) {
            if (wanted) {
                out.copy(whole, start, tar.entryOffset());
            }
            if (entry == null) {
                return;
            }
            if (++entries > limits.layerEntries()) {
                throw new ImageException(place + ": more than " + limits.layerEntries() + " entries");
            }
            start = tar.entryOffset();
            wanted = ImagePath.parse(entry.name())
                    .map(path -> changes.getOrDefault(path, Change.DELETED) != Change.DELETED)
                    .orElse(false);
        }
    }

    /** Writes the archive and hashes it. */
    private static final class Writer {
        final FileChannel file;
        final MessageDigest hash;

        Writer(FileChannel file) {
            this.file = file;
            try {
                this.hash = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }

        void write(ByteBuffer bytes) throws IOException {
            hash.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }

        void copy(FileChannel from, long start, long end) throws IOException {
            InputStream section = new FileSection(from, start, end);
            byte[] buffer = new byte[1 << 16];
            for (int read = section.read(buffer); read > 0; read = section.read(buffer)) {
                write(ByteBuffer.wrap(buffer, 0, read));
            }
        }

        void whiteout(ImagePath path) throws IOException {
            String value = path.value();
            int slash = value.lastIndexOf('/');
            byte[] name = (value.substring(0, slash + 1) + ".wh." + value.substring(slash + 1))
                    .getBytes(StandardCharsets.UTF_8);
            if (name.length > NAME) {
                byte[] longName = java.util.Arrays.copyOf(name, (name.length / BLOCK + 1) * BLOCK);
                write(header("././@LongLink".getBytes(StandardCharsets.UTF_8), name.length + 1, 'L'));
                write(ByteBuffer.wrap(longName));
            }
            write(header(name, 0, '0'));
        }

        private static ByteBuffer header(byte[] name, int size, char type) {
            byte[] block = new byte[BLOCK];
            System.arraycopy(name, 0, block, 0, Math.min(name.length, NAME));
            put(block, 100, "0000000\0");
            put(block, 108, "0000000\0");
            put(block, 116, "0000000\0");
            put(block, 124, octal(size, 11) + "\0");
            put(block, 136, octal(0, 11) + "\0");
            put(block, CHECKSUM_AT, " ".repeat(CHECKSUM));
            block[156] = (byte) type;
            put(block, 257, "ustar  \0");
            int sum = 0;
            for (byte b : block) {
                sum += b & 0xff;
            }
            put(block, CHECKSUM_AT, octal(sum, 6) + "\0 ");
            return ByteBuffer.wrap(block);
        }

        private static String octal(long value, int digits) {
            String text = Long.toOctalString(value);
            return "0".repeat(Math.max(0, digits - text.length())) + text;
        }

        private static void put(byte[] block, int at, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, block, at, bytes.length);
        }
    }
}
