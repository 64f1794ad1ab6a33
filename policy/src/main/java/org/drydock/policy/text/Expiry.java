package org.drydock.policy.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Until when an entry holds.
 *
 * @param until the first moment at which it does not
 * @param date the day of that moment, {@code YYYY-MM-DD}
 */
public record Expiry(Instant until, String date) {
    /**
     * Reads a date, whose first moment it is, or a date and time. Without an offset it is UTC.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Expiry parse(String text) {
        try {
            Instant until = instant(text.strip());
            return new Expiry(
                    until, until.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date (expected YYYY-MM-DD): " + text, e);
        }
    }

    private static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = text.replaceFirst(" +", text.contains("T") ? "" : "T");
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException e) {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        }
    }
}
