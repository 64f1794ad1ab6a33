package org.drydock.vuln.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files that readers see as they were or as they are, never half written. */
final class WholeFile {
    private static final int MAX_BYTES = 16 << 20;

    private WholeFile() {}

    /** Replaces a file. Only the holder of its folder's lock may. */
    static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The text of a file, empty if there is none. */
    static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + ": too large");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
