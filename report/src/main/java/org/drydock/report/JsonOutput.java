package org.drydock.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Consumer;
import org.drydock.json.JsonWriter;

/** Writes one JSON document, as all formats in JSON do: indented, ended by a line feed. */
public final class JsonOutput {
    private JsonOutput() {}

    /**
     * Writes the document that {@code body} makes.
     *
     * @throws IOException if the target fails
     */
    public static void write(OutputStream out, Consumer<JsonWriter> body) throws IOException {
        try (JsonWriter json = JsonWriter.pretty(out)) {
            body.accept(json);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
        out.write('\n');
        out.flush();
    }

    /** A UUID of version 8 (RFC 9562, section 5.8), made of the SHA-256 hash of the document that {@code body} makes. */
    public static UUID uuidOf(Consumer<JsonWriter> body) throws IOException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
        try (OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            write(hashing, body);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
