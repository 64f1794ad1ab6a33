package org.drydock.vuln.feed.threat;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;

final class EpssParserTest {
    @Test
    void readsScores() {
        RecordingSink sink = RecordingSink.of(new EpssParser(), """
            #model_version:v2025.03.14,score_date:2025-11-20T12:55:00Z
            cve,epss,percentile
            CVE-1999-0001,0.01234,0.78901
            CVE-2021-44228,0.94358,0.99957
            CVE-2021-1,high,0.1
            CVE-2021-2,1.5,0.1
            CVE-2021-3
            """);

        assertThat(sink.sources).containsExactly("epss");
        assertThat(sink.exploitPredictions)
                .containsExactly(
                        new ExploitPrediction("CVE-1999-0001", 0.01234, 0.78901, "2025-11-20"),
                        new ExploitPrediction("CVE-2021-44228", 0.94358, 0.99957, "2025-11-20"));
        assertThat(sink.codes())
                .containsExactly("epss-line-unreadable", "epss-line-unreadable", "epss-line-unreadable");
        assertThat(sink.diagnostics.getFirst().place()).isEqualTo("test.json:5");
    }

    @Test
    void readsTheOldestShape() {
        RecordingSink sink = RecordingSink.of(new EpssParser(), "cve,epss\r\nCVE-2020-1,0.5\r\n");

        assertThat(sink.exploitPredictions).containsExactly(new ExploitPrediction("CVE-2020-1", 0.5, 0, ""));
    }
}
