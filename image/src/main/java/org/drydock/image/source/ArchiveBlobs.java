package org.drydock.image.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ImageException;
import org.drydock.image.tar.TarEntry;
import org.drydock.image.tar.TarException;
import org.drydock.image.tar.TarReader;
import org.drydock.image.walk.Compression;
import org.jspecify.annotations.Nullable;

/**
 * Files inside a tar archive, found by one pass over its headers and then read in place. An archive that is compressed as
 * a whole cannot be read in place and is laid down uncompressed first, in a file that has no name any more.
 */
final class ArchiveBlobs implements BlobStore {
    private static final int MAX_LINKS = 8;
    private static final int TAR_MAGIC_AT = 257;
    private static final String TAR_MAGIC = "ustar";

    private final Path archive;
    private final FileChannel channel;
    private final Map<ImagePath, Member> members = new HashMap<>();

    private record Member(long offset, long size, @Nullable ImagePath link) {}

    private ArchiveBlobs(Path archive, FileChannel channel) {
        this.archive = archive;
        this.channel = channel;
    }

    /**
     * Opens an archive.
     *
     * @throws ImageException if the file is no tar archive, or ends too early
     */
    static ArchiveBlobs open(Path archive, Limits limits) {
        try {
            FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ);
            ArchiveBlobs blobs =
                    new ArchiveBlobs(archive, isTar(channel) ? channel : uncompressed(archive, channel, limits));
            blobs.index(limits);
            return blobs;
        } catch (TarException e) {
            throw new ImageException(archive + ": not an image archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImageException(archive + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether a file begins like a tar archive, or like something that may be a compressed one. */
    static boolean mayBeArchive(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (isTar(channel)) {
                return true;
            }
            try (InputStream in = Compression.decompress(Channels.newInputStream(channel.position(0)))) {
                byte[] head = in.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length());
                return head.length == TAR_MAGIC_AT + TAR_MAGIC.length()
                        && new String(head, TAR_MAGIC_AT, TAR_MAGIC.length(), StandardCharsets.ISO_8859_1)
                                .equals(TAR_MAGIC);
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<Long> size(String name) {
        Member member = find(name);
        return member == null ? Optional.empty() : Optional.of(member.size);
    }

    @Override
    public InputStream open(String name) throws IOException {
        Member member = find(name);
        if (member == null) {
            throw new NoSuchFileException(archive + ": " + name);
        }
        return new Section(channel, member.offset, member.offset + member.size);
    }

    @Override
    public String place() {
        return archive.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private @Nullable Member find(String name) {
        ImagePath path = ImagePath.parse(name).orElse(null);
        for (int i = 0; path != null && i < MAX_LINKS; i++) {
            Member member = members.get(path);
            if (member == null || member.link == null) {
                return member;
            }
            path = member.link;
        }
        return null;
    }

    private void index(Limits limits) throws IOException {
        long end = channel.size();
        TarReader tar = new TarReader(new BufferedInputStream(new Section(channel, 0, end), 1 << 13));
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            if (members.size() >= limits.archiveEntries()) {
                throw new ImageException(archive + ": more than " + limits.archiveEntries() + " entries");
            }
            ImagePath path = ImagePath.parse(entry.name()).orElse(null);
            if (path == null) {
                continue;
            }
            switch (entry.type()) {
                case TarEntry.FILE -> {
                    if (tar.contentOffset() > end - entry.size()) {
                        throw new ImageException(archive + ": truncated: it ends inside " + entry.name());
                    }
                    members.put(path, new Member(tar.contentOffset(), entry.size(), null));
                }
                case TarEntry.SYMLINK ->
                    members.put(
                            path,
                            new Member(0, 0, path.resolveLink(entry.linkName()).orElse(null)));
                case TarEntry.HARDLINK ->
                    members.put(
                            path,
                            new Member(0, 0, ImagePath.parse(entry.linkName()).orElse(null)));
                default -> {}
            }
        }
    }

    private static boolean isTar(FileChannel channel) throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(TAR_MAGIC.length());
        channel.read(magic, TAR_MAGIC_AT);
        return new String(magic.array(), StandardCharsets.ISO_8859_1).equals(TAR_MAGIC);
    }

    private static FileChannel uncompressed(Path archive, FileChannel compressed, Limits limits) throws IOException {
        Path file = Files.createTempFile("drydock-", ".tar");
        try (compressed;
                InputStream in = Compression.decompress(Channels.newInputStream(compressed.position(0)))) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                channel.write(ByteBuffer.wrap(buffer, 0, read));
                if (channel.size() > limits.layerBytes()
                        || channel.size() - limits.expansionFree() > compressed.position() * limits.expansionRatio()) {
                    channel.close();
                    throw new ImageException(archive + ": expands beyond the limits: a decompression bomb");
                }
            }
            return channel;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A part of a file as a stream; any number of them can be read at once. */
    private static final class Section extends InputStream {
        private final FileChannel file;
        private final long end;
        private long position;

        Section(FileChannel file, long start, long end) {
            this.file = file;
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, end - position);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = file.read(ByteBuffer.wrap(into, offset, wanted), position);
            if (read > 0) {
                position += read;
            }
            return read;
        }

        @Override
        public long skip(long bytes) {
            long skipped = Math.max(0, Math.min(bytes, end - position));
            position += skipped;
            return skipped;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - position);
        }
    }
}
