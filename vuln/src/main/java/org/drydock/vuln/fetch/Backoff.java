package org.drydock.vuln.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before a next attempt. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private Backoff() {}

    /**
     * Doubles with each attempt, up to a minute, and is between half of that and all of it, so that many clients do not
     * come back at once.
     *
     * @param attempt from 0
     */
    static Duration after(int attempt, RandomGenerator random) {
        Duration most = FIRST.multipliedBy(1L << Math.min(attempt, DOUBLINGS));
        most = most.compareTo(MOST) > 0 ? MOST : most;
        return Duration.ofMillis((long) (most.toMillis() * (0.5 + random.nextDouble() / 2)));
    }

    /**
     * What a server asks for: seconds or a date; empty if it asks for nothing that can be read.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">Retry-After</a>
     */
    static Optional<Duration> retryAfter(String header, Instant now) {
        String text = header.strip();
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
