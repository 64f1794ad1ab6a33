package org.drydock.inventory.layer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.drydock.core.Digest;
import org.drydock.core.Limits;
import org.drydock.inventory.Cataloger;

/**
 * Keeps what layers tell, by the layer's diffID and the names and versions of the catalogers that read it. Files are
 * written aside and renamed, so any number of processes may share a cache; a damaged file counts as absent.
 */
public final class LayerFactsCache {
    private static final int MAGIC = 0x44_44_4C_46;
    private static final int HEADER = 16;

    private final Path directory;
    private final String salt;

    /**
     * Opens a cache.
     *
     * @param directory made when something is kept
     * @param limits results found under other limits are others
     */
    public LayerFactsCache(Path directory, List<Cataloger> catalogers, Limits limits) {
        StringBuilder key = new StringBuilder("format ").append(LayerFactsCodec.VERSION);
        for (Cataloger cataloger : catalogers) {
            key.append('\n').append(cataloger.name()).append(' ').append(cataloger.version());
        }
        this.directory = directory;
        this.salt = key.append('\n').append(limits.key()).toString();
    }

    /** What an earlier scan found in a layer; empty if none did, or its result cannot be read. */
    public Optional<LayerFacts> find(Digest diffId) {
        return find(diffId, "");
    }

    /** As {@link #find(Digest)}, for what was read of a part of the layer, by the part's name. */
    Optional<LayerFacts> find(Digest diffId, String part) {
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(file(diffId, part)));
            if (file.remaining() < HEADER || file.getInt() != MAGIC) {
                return Optional.empty();
            }
            int version = file.getInt();
            long crc = file.getLong();
            if (version != LayerFactsCodec.VERSION || crc != crc(file.duplicate())) {
                return Optional.empty();
            }
            return Optional.of(LayerFactsCodec.read(
                    new DataInputStream(new ByteArrayInputStream(file.array(), file.position(), file.remaining()))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what a layer tells.
     *
     * @throws IOException if the cache cannot be written; the facts are good all the same
     */
    public void keep(Digest diffId, LayerFacts facts) throws IOException {
        keep(diffId, "", facts);
    }

    /** As {@link #keep(Digest, LayerFacts)}, for what was read of a part of the layer. */
    void keep(Digest diffId, String part, LayerFacts facts) throws IOException {
        Path target = file(diffId, part);
        Files.createDirectories(target.getParent());
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        LayerFactsCodec.write(facts, new DataOutputStream(body));
        Path aside = Files.createTempFile(target.getParent(), "new-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE);
                    OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
                ByteBuffer header = ByteBuffer.allocate(HEADER)
                        .putInt(MAGIC)
                        .putInt(LayerFactsCodec.VERSION)
                        .putLong(crc(ByteBuffer.wrap(body.toByteArray())));
                out.write(header.array());
                body.writeTo(out);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Path file(Digest diffId, String part) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(salt.getBytes(StandardCharsets.UTF_8));
            hash.update((diffId + part).getBytes(StandardCharsets.UTF_8));
            String key = HexFormat.of().formatHex(hash.digest());
            return directory.resolve(key.substring(0, 2)).resolve(key.substring(2, 40));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static long crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }
}
