package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportMomentTest {
    @Test
    void isTheNewestThatTheReportRestsOn() {
        assertThat(ReportMoment.utc(SampleReport.report())).isEqualTo("2025-11-20T00:00:00Z");
        assertThat(ReportMoment.utc(SampleReport.inventoryOnly())).isEqualTo("2025-11-01T12:00:00Z");
        assertThat(ReportMoment.local(SampleReport.ofDirectory())).isEqualTo("1970-01-01T00:00:00");
        assertThat(ReportMoment.utc(HostileReport.report())).isEqualTo("1970-01-01T00:00:00Z");
    }
}
