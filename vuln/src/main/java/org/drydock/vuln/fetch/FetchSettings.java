package org.drydock.vuln.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How to fetch.
 *
 * @param mirror where {@code HOST/PATH} of each public address lies instead; null for the public addresses themselves
 * @param addresses other addresses of feeds, by the feed's name
 * @param environment where {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} are looked up
 * @param caFile PEM certificates to trust beside the usual ones; null for none
 * @param clock tells the time of each check
 * @param random spreads repeated attempts
 * @param pause waits
 */
public record FetchSettings(
        @Nullable URI mirror,
        Map<String, List<String>> addresses,
        Map<String, String> environment,
        @Nullable Path caFile,
        FetchLimits limits,
        InstantSource clock,
        RandomGenerator random,
        Pause pause) {
    public FetchSettings {
        addresses = Map.copyOf(addresses);
        environment = Map.copyOf(environment);
    }

    /** Lets time pass. */
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** The usual ones, for the public addresses. */
    public static FetchSettings of(Map<String, String> environment) {
        return new FetchSettings(
                null,
                Map.of(),
                environment,
                null,
                FetchLimits.DEFAULT,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                Thread::sleep);
    }
}
