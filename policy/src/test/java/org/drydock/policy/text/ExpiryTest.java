package org.drydock.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z, 2026-01-31",
        "2026-01-31T10:20:30Z, 2026-01-31T10:20:30Z, 2026-01-31",
        "2026-01-31T00:30:00+02:00, 2026-01-30T22:30:00Z, 2026-01-30",
        "2026-01-31T10:20, 2026-01-31T10:20:00Z, 2026-01-31",
        "2026-01-31 10:20:30Z, 2026-01-31T10:20:30Z, 2026-01-31"
    })
    void datesAndTimes(String text, Instant until, String date) {
        assertThat(Expiry.parse(text)).isEqualTo(new Expiry(until, date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-13-01", "2026-02-30", "31.01.2026", "20260131", "9999999999-01-01"})
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> Expiry.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a date");
    }
}
