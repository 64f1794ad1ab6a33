package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {
    private static double risk(
            Status status, Severity severity, @Nullable Double score, @Nullable Double epss, String exploited) {
        return Risk.of(
                        status,
                        severity,
                        score == null ? List.of() : List.of(new CvssScore("3.1", "", score, "nvd")),
                        exploited.isEmpty()
                                ? null
                                : new KnownExploited("CVE-1", "2024-01-02", exploited.equals("ransomware")),
                        epss == null ? null : new ExploitPrediction("CVE-1", epss, 0.5, ""))
                .value();
    }

    /** The examples of docs/risk.md, and what its sentences claim. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CRITICAL, 10.0, 0.97, ransomware, 99.85",
                "MEDIUM, 5.3, 0.94, listed, 52.364",
                "CRITICAL, 9.8, 0.0005, '', 0.049",
                "CRITICAL, -, -, '', 1.9",
                "UNKNOWN, -, -, '', 1.1",
                "NEGLIGIBLE, 9.8, 0.5, '', 1.0",
                "LOW, -, 0.0, '', 0.0",
                "HIGH, -, 7.0, '', 80.0"
            })
    void multipliesHarmByChance(
            Severity severity, @Nullable Double score, @Nullable Double epss, String exploited, double risk) {
        assertThat(risk(Status.AFFECTED, severity, score, epss, exploited)).isEqualTo(risk);
    }

    @Test
    void theExamplesAreThoseOfThePage() throws IOException {
        Path page = Path.of("../docs/risk.md");
        assertThat(Files.readString(page)).contains("| 99.85 |", "| 52.364 |", "| 0.049 |", "| 1.9 |");
    }

    @Test
    void whatIsSettledHasNone() {
        assertThat(risk(Status.FIXED, Severity.CRITICAL, 10.0, 0.97, "ransomware"))
                .isZero();
        assertThat(risk(Status.NOT_AFFECTED, Severity.CRITICAL, 10.0, 0.97, "")).isZero();
        assertThat(risk(Status.WILL_NOT_FIX, Severity.CRITICAL, 10.0, 0.97, "")).isEqualTo(97);
    }
}
