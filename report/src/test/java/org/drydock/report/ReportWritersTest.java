package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.report.formats.ReportWriters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportWritersTest {
    @Test
    void theDefaultComesFirst() {
        assertThat(ReportWriters.all())
                .extracting(ReportWriter::format)
                .containsExactly(
                        "table",
                        "json",
                        "cyclonedx-json",
                        "cyclonedx-xml",
                        "spdx-json",
                        "sarif",
                        "markdown",
                        "csv",
                        "junit",
                        "gitlab",
                        "github",
                        "grype-json",
                        "trivy-json",
                        "html");
    }

    @Test
    void eachIsFoundByItsFormat() {
        assertThat(ReportWriters.all())
                .allSatisfy(w -> assertThat(ReportWriters.byFormat(w.format())).containsSame(w));
        assertThat(ReportWriters.byFormat("of-the-future")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.drydock.report.formats.ReportWriters#all")
    void sameReportSameBytesInEveryLocale(ReportWriter writer) throws IOException {
        Locale before = Locale.getDefault();
        String here = Golden.render(writer, SampleReport.report());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Golden.render(writer, SampleReport.report())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("org.drydock.report.formats.ReportWriters#all")
    void everyWriterTakesEveryReport(ReportWriter writer) {
        for (ScanReport report : new ScanReport[] {
            SampleReport.report(),
            SampleReport.compared(),
            SampleReport.ofRepository(),
            SampleReport.withoutFindings(),
            SampleReport.withoutPackages(),
            SampleReport.withoutData(),
            SampleReport.inventoryOnly(),
            SampleReport.ofDirectory(),
            HostileReport.report(),
            HostileReport.inventoryOnly()
        }) {
            assertThatCode(() -> assertThat(Golden.render(writer, report)).endsWith("\n"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("org.drydock.report.formats.ReportWriters#all")
    void theTargetStaysOpen(ReportWriter writer) throws IOException {
        boolean[] closed = {false};
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        writer.write(SampleReport.report(), out);
        assertThat(closed[0]).isFalse();
    }

    @Test
    void mostPressingMeansExploitedThenSevereThenScored() {
        assertThat(PackageVulnerability.of(SampleReport.report()).stream()
                        .filter(v -> v.finding().status() == Status.AFFECTED)
                        .sorted(PackageVulnerability.BY_RISK)
                        .map(v -> v.finding().rule())
                        .distinct())
                .containsExactly(
                        "CVE-2021-44228",
                        "CVE-2019-10744",
                        "CVE-2023-31484",
                        "GHSA-vwqq-5vrc-xw9h",
                        "CVE-2024-5535",
                        "CVE-2024-0727");
    }

    @Test
    void onlyVulnerabilitiesOfPackagesAreAccepted() {
        Finding of = SampleReport.report().findings().getFirst();
        Finding odd = new Finding(
                of.detector(),
                of.rule(),
                Severity.LOW,
                Status.AFFECTED,
                new ImageSubject("x"),
                of.evidence(),
                of.detail());
        assertThatCode(() -> PackageVulnerability.of(SampleReport.withFindings(List.of(odd))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(of.rule());
    }
}
