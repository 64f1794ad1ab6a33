package org.drydock.image.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    @Test
    void parametersMayBeQuotedAndHoldCommas() {
        assertThat(Challenge.parse("Bearer realm=\"https://a/t\",service=\"s\",scope=\"repository:x:pull,push\""))
                .containsExactly(new Challenge(
                        "bearer", Map.of("realm", "https://a/t", "service", "s", "scope", "repository:x:pull,push")));
    }

    @Test
    void severalChallengesStandInOneHeader() {
        List<Challenge> challenges = Challenge.parse("Basic realm=\"a \\\"b\\\"\", Bearer realm = x , error=y");
        assertThat(challenges).extracting(Challenge::scheme).containsExactly("basic", "bearer");
        assertThat(challenges.get(0).parameter("realm")).isEqualTo("a \"b\"");
        assertThat(challenges.get(1).parameter("error")).isEqualTo("y");
    }

    @Test
    void malformedHeadersEndTheReading() {
        assertThat(Challenge.parse("")).isEmpty();
        assertThat(Challenge.parse("\"x\"")).isEmpty();
        assertThat(Challenge.parse("Basic realm=\"open")).hasSize(1);
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(Patience.parse("12", now)).isEqualTo(Duration.ofSeconds(12));
        assertThat(Patience.parse("Thu, 01 Jan 2026 00:01:00 GMT", now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Patience.parse("soon", now)).isZero();
        assertThat(Patience.parse("99999999999999999999", now)).isZero();
    }
}
