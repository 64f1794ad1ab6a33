package org.drydock.inventory.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with real inputs beside the repository; tests that need it skip where it is absent. */
public final class SharedFolder {
    private SharedFolder() {}

    public static Path file(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "skipped: there is no folder shared/ above the working directory");
        Path file = at.resolve("shared").resolve(name);
        assumeTrue(Files.exists(file), "skipped: shared/" + name + " is absent");
        return file;
    }
}
