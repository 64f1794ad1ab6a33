package org.drydock.vuln.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;

/**
 * What is known of a fetched file, kept beside it as {@code FILE.state}.
 *
 * @param address where it came from
 * @param etag as the server gave it, empty if not
 * @param lastModified as the server gave it, empty if not
 * @param sha256 of the file
 * @param bytes of the file; negative where it is written while it grows, then read as its length
 * @param checked when the server last said, or showed, that this is what it has
 */
public record FetchedState(
        String address, String etag, String lastModified, String sha256, long bytes, Instant checked) {
    private static final int MAX_BYTES = 1 << 16;
    private static final String SUFFIX = ".state";

    /** The state of a file; empty if there is none, if it cannot be read, or if the file is of another length. */
    static Optional<FetchedState> read(Path file) {
        Path beside = beside(file, SUFFIX);
        try {
            if (Files.size(beside) > MAX_BYTES) {
                return Optional.empty();
            }
            JsonValue json = JsonReader.read(Files.readAllBytes(beside), beside.toString());
            FetchedState state = new FetchedState(
                    json.get("address").text(""),
                    json.get("etag").text(""),
                    json.get("lastModified").text(""),
                    json.get("sha256").text(""),
                    json.get("bytes").number(-1),
                    Instant.parse(json.get("checked").text("")));
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            long size = Files.size(file);
            return state.bytes < 0 || state.bytes == size ? Optional.of(state.withBytes(size)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.compact(bytes)) {
            out.object()
                    .member("address", address)
                    .member("etag", etag)
                    .member("lastModified", lastModified)
                    .member("sha256", sha256)
                    .member("bytes", this.bytes)
                    .member("checked", checked.toString())
                    .endObject();
        }
        Path aside = beside(file, SUFFIX + ".new");
        Files.write(aside, bytes.toByteArray());
        Files.move(aside, beside(file, SUFFIX), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets it, so that the file is fetched anew. */
    static void forget(Path file) throws IOException {
        Files.deleteIfExists(beside(file, SUFFIX));
    }

    private FetchedState withBytes(long size) {
        return new FetchedState(address, etag, lastModified, sha256, size, checked);
    }

    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
