package org.drydock.vuln.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The mirror of real feeds beside the project. */
final class SharedFeeds {
    private SharedFeeds() {}

    /** The folder of feeds; the test is skipped where there is none. */
    static Path folder() {
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path feeds = at.resolve("shared/advisories");
            if (Files.isDirectory(feeds)) {
                return feeds;
            }
        }
        assumeTrue(false, "skipped: no folder shared/advisories above the project");
        throw new AssertionError("not reached");
    }
}
