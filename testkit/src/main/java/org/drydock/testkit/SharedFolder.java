package org.drydock.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code shared/} beside the project, with real feeds, images and public test tables; it may be absent. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder below {@code shared/}; empty if it is not there, and then a test is to skip with a reason. */
    public static Optional<Path> find(String path) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
