package org.drydock.image.saved;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
public final class ArchiveBlobs implements BlobStore {
    private static final int MAX_LINKS = 8;
    private static final int TAR_MAGIC_AT = 257;
    private static final String TAR_MAGIC = "ustar";

    private final String archive;
    private final FileChannel channel;
    private final Map<ImagePath, Member> members = new HashMap<>();

    private record Member(long offset, long size, @Nullable ImagePath link) {}

    private ArchiveBlobs(String archive, FileChannel channel) {
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
            ArchiveBlobs blobs = new ArchiveBlobs(
                    archive.toString(), isTar(channel) ? channel : uncompressed(archive, channel, limits));
            blobs.index(limits);
            return blobs;
        } catch (TarException e) {
            throw new ImageException(archive + ": not an image archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImageException(archive + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Takes an archive from a stream, through a private file.
     *
     * @param place names it in messages
     * @throws IOException if the stream breaks
     * @throws ImageException if it is no tar archive
     */
    public static ArchiveBlobs spooled(InputStream in, String place, Limits limits) throws IOException {
        FileChannel channel = Spool.of(in, size -> {
            if (size > limits.layerBytes()) {
                throw new ImageException(place + ": larger than the limit of " + limits.layerBytes() + " bytes");
            }
        });
        boolean done = false;
        try {
            ArchiveBlobs blobs = new ArchiveBlobs(place, channel);
            blobs.index(limits);
            done = true;
            return blobs;
        } catch (TarException e) {
            throw new ImageException(place + ": not an image archive: " + e.getMessage(), e);
        } finally {
            if (!done) {
                channel.close();
            }
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
        return new FileSection(channel, member.offset, member.offset + member.size);
    }

    @Override
    public String place() {
        return archive;
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
        TarReader tar = new TarReader(new BufferedInputStream(new FileSection(channel, 0, end), 1 << 13));
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
        try (compressed;
                InputStream in = Compression.decompress(Channels.newInputStream(compressed.position(0)))) {
            return Spool.of(in, size -> {
                if (size > limits.layerBytes()
                        || size - limits.expansionFree() > compressed.position() * limits.expansionRatio()) {
                    throw new ImageException(archive + ": expands beyond the limits: a decompression bomb");
                }
            });
        }
    }
}
