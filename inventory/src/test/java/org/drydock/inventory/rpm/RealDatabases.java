package org.drydock.inventory.rpm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Databases that rpm and other tools wrote. */
final class RealDatabases {
    private RealDatabases() {}

    /** One of this package's own fixtures. */
    static byte[] fixture(String name) {
        try (InputStream in = RealDatabases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file below {@code shared}; skips the test where there is none. */
    static byte[] shared(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no folder shared/ above this one: " + path + " is not tested");
        Path file = folder.resolve("shared").resolve(path);
        assumeTrue(Files.isRegularFile(file), "there is no " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with that path in the last gzip layer of an OCI archive that has it. */
    static byte[] inImage(String archive, String path) {
        Map<String, byte[]> files = tar(shared(archive));
        JsonValue index = JsonReader.read(of(files, "index.json"), archive);
        JsonValue manifest =
                JsonReader.read(blob(files, index.get("manifests").elements().getFirst()), archive);
        byte @Nullable [] found = null;
        for (JsonValue layer : manifest.get("layers").elements()) {
            if (layer.get("mediaType").text("").endsWith("gzip")) {
                found = tar(unpacked(blob(files, layer))).getOrDefault(path, found);
            }
        }
        if (found == null) {
            throw new AssertionError(path + " is not in " + archive);
        }
        return found;
    }

    private static byte[] blob(Map<String, byte[]> files, JsonValue descriptor) {
        return of(files, "blobs/" + descriptor.get("digest").text("").replace(':', '/'));
    }

    private static byte[] of(Map<String, byte[]> files, String name) {
        byte @Nullable [] file = files.get(name);
        if (file == null) {
            throw new AssertionError(name);
        }
        return file;
    }

    private static byte[] unpacked(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> tar(byte[] tar) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
            int size = Integer.parseInt(text(tar, at + 124, 12), 8);
            byte[] content = new byte[size];
            System.arraycopy(tar, at + 512, content, 0, size);
            String name = text(tar, at, 100);
            files.put(name.startsWith("./") ? name.substring(2) : name, content);
            at += 512 + (size + 511) / 512 * 512;
        }
        return files;
    }

    private static String text(byte[] tar, int start, int length) {
        int end = start;
        while (end < start + length && tar[end] != 0) {
            end++;
        }
        return new String(tar, start, end - start, StandardCharsets.US_ASCII).strip();
    }
}
