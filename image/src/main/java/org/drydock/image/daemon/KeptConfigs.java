package org.drydock.image.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.drydock.core.Digest;
import org.drydock.core.Limits;
import org.jspecify.annotations.Nullable;

/** Image configurations by the id that a daemon gives the image; a loss costs no more than another export. */
final class KeptConfigs {
    private final @Nullable Path directory;
    private final Limits limits;

    KeptConfigs(@Nullable Path cacheDirectory, Limits limits) {
        this.directory = cacheDirectory == null ? null : cacheDirectory.resolve("configs");
        this.limits = limits;
    }

    Optional<byte[]> find(String id) {
        Path file = file(id);
        try {
            if (file == null || !Files.isRegularFile(file) || Files.size(file) > limits.metadataBytes()) {
                return Optional.empty();
            }
            byte[] kept = Files.readAllBytes(file);
            int end = 0;
            while (end < kept.length && kept[end] != '\n') {
                end++;
            }
            byte[] config = java.util.Arrays.copyOfRange(kept, Math.min(end + 1, kept.length), kept.length);
            String stated = new String(kept, 0, end, StandardCharsets.US_ASCII);
            return stated.equals(digest(config).toString()) ? Optional.of(config) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keep(String id, String config) {
        Path file = file(id);
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path aside = Files.createTempFile(file.getParent(), "new-", ".part");
            try {
                byte[] bytes = config.getBytes(StandardCharsets.UTF_8);
                Files.writeString(aside, digest(bytes) + "\n" + config, StandardCharsets.UTF_8);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            // the next scan asks for an export again
        }
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private @Nullable Path file(String id) {
        return directory == null || id.isEmpty()
                ? null
                : directory.resolve(
                        digest(id.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 40));
    }
}
