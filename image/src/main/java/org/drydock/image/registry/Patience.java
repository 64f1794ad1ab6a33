package org.drydock.image.registry;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How long to wait before a request is made again. */
final class Patience {
    /** How often a request is made again before it counts as failed. */
    static final int MAX_RETRIES = 5;

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Sleeper sleeper;

    /** Lets time pass; tests let none. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    Patience(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Doubles with every failure: 250 ms after the first. */
    void afterFailure(int failures) throws InterruptedIOException {
        if (failures > 0) {
            pause(FIRST.multipliedBy(1L << Math.min(failures - 1, 8)));
        }
    }

    /**
     * As the server asks by {@code Retry-After}, in seconds or as a date, but no longer than a minute and a half.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
     */
    void asAsked(String retryAfter, int failures, Instant now) throws InterruptedIOException {
        Duration asked = parse(retryAfter, now);
        if (asked.isZero() || asked.isNegative()) {
            afterFailure(failures);
        } else {
            pause(asked);
        }
    }

    static Duration parse(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        try {
            if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }

    private void pause(Duration time) throws InterruptedIOException {
        try {
            sleeper.sleep(time.compareTo(LONGEST) > 0 ? LONGEST : time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
