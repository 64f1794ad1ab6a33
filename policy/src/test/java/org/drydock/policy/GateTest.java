package org.drydock.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Finding;
import org.drydock.core.Location;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.FileSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    private static Finding finding(String rule, Severity severity, Status status) {
        return new Finding(
                "vulnerability",
                rule,
                severity,
                status,
                new FileSubject(new Location("/f", null)),
                List.of(),
                new VulnerabilityDetail(
                        List.of(rule), List.of(), List.of(), "", Threat.NONE, List.of(), List.of(), "", List.of(), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,       HIGH,       FAIL",
        "HIGH,       CRITICAL,   FAIL",
        "HIGH,       MEDIUM,     PASS",
        "NEGLIGIBLE, NEGLIGIBLE, FAIL",
        "LOW,        NEGLIGIBLE, PASS",
        "NEGLIGIBLE, UNKNOWN,    PASS",
        "UNKNOWN,    UNKNOWN,    PASS",
        "UNKNOWN,    NEGLIGIBLE, FAIL",
        "CRITICAL,   HIGH,       PASS"
    })
    void theThresholdItselfFails(Severity threshold, Severity severity, Verdict.Outcome expected) {
        assertThat(new Gate(threshold)
                        .judge(List.of(finding("CVE-1", severity, Status.AFFECTED)))
                        .outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatIsFixedOrNotAffectedDoesNotCount(Status status) {
        boolean passes = new Gate(Severity.LOW)
                .judge(List.of(finding("CVE-1", Severity.CRITICAL, status)))
                .passes();
        assertThat(passes).isEqualTo(status == Status.FIXED || status == Status.NOT_AFFECTED);
    }

    @Test
    void failingFindingsComeWorstFirst() {
        Finding low = finding("CVE-1", Severity.LOW, Status.AFFECTED);
        Finding high2 = finding("CVE-3", Severity.HIGH, Status.WILL_NOT_FIX);
        Finding high1 = finding("CVE-2", Severity.HIGH, Status.AFFECTED);
        Verdict verdict = new Gate(Severity.LOW).judge(List.of(low, high2, high1));
        assertThat(verdict.failing()).containsExactly(high1, high2, low);
    }

    @Test
    void unknownSeveritiesAreCountedOnceTheyStand() {
        Verdict verdict = new Gate(Severity.LOW)
                .judge(List.of(
                        finding("CVE-1", Severity.UNKNOWN, Status.AFFECTED),
                        finding("CVE-2", Severity.UNKNOWN, Status.NOT_AFFECTED),
                        finding("CVE-3", Severity.UNKNOWN, Status.UNKNOWN)));
        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.unknownSeverity()).isEqualTo(2);
    }

    @Test
    void nothingFoundPasses() {
        assertThat(new Gate(Severity.NEGLIGIBLE).judge(List.of()).passes()).isTrue();
    }
}
