package org.drydock.vuln.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Settings whose clock stands still but for the pauses, which take no time. */
public final class Settings {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private Settings() {}

    public static FetchSettings of(@Nullable URI mirror, List<Duration> pauses) {
        return of(mirror, pauses, Map.of(), null);
    }

    static FetchSettings of(
            @Nullable URI mirror, List<Duration> pauses, Map<String, String> environment, @Nullable Path caFile) {
        FetchLimits limits =
                new FetchLimits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofHours(1), 8 << 20, 3, 4);
        return new FetchSettings(
                mirror,
                Map.of(),
                environment,
                caFile,
                limits,
                () -> NOW.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus)),
                new Random(1),
                pauses::add);
    }
}
