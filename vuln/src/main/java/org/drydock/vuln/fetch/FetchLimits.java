package org.drydock.vuln.fetch;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param connect how long a connection may take to come about, and an answer to begin
 * @param idle how long nothing may come in the middle of an answer
 * @param total how long all attempts together may take
 * @param bytes the most bytes, as transferred
 * @param redirects how many addresses may point to another
 * @param attempts how often it is tried without a single further byte
 */
public record FetchLimits(Duration connect, Duration idle, Duration total, long bytes, int redirects, int attempts) {
    /** Bounds that no public feed meets on a line that works. */
    public static final FetchLimits DEFAULT =
            new FetchLimits(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofHours(2), 4L << 30, 5, 5);
}
