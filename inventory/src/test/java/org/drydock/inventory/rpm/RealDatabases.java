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

    /** The file with that path in the gzip layers of an OCI archive; that of the last layer wins. */
    static byte[] inImage(String archive, String path) {
        byte[] found = null;
        for (Map.Entry<String, byte[]> blob : tar(shared(archive)).entrySet()) {
            byte[] content = blob.getValue();
            if (content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b) {
                byte[] file = tar(unpacked(content)).get(path);
                boolean later = found == null || (file != null && file.length > found.length);
                found = later ? file : found;
            }
        }
        if (found == null) {
            throw new AssertionError(path + " is not in " + archive);
        }
        return found;
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
