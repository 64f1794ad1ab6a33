package org.drydock.report.trivy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.inventory.PackageType;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrivyWriterTest {
    private static final TrivyWriter WRITER = new TrivyWriter();

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    @Test
    void whatIsSetAsideIsAModifiedFinding() throws IOException {
        Golden.check("trivy-compared.json", Golden.render(WRITER, SampleReport.compared()));
        assertThat(parse(SampleReport.compared()).get("Results").elements().stream()
                        .flatMap(r -> r.get("ExperimentalModifiedFindings").elements().stream())
                        .map(f -> f.get("Status").text("") + " "
                                + f.get("Source").text("") + " "
                                + f.get("Finding").get("VulnerabilityID").text("")))
                .containsExactly(
                        "ignored .drydock.yaml:12 CVE-2011-4116",
                        "not_affected shop.openvex.json:3 GHSA-vwqq-5vrc-xw9h");
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("trivy.json", Golden.render(WRITER, SampleReport.report()));
    }

    @Test
    void resultsAreTheSystemThenTheLanguages() throws IOException {
        assertThat(parse(SampleReport.report()).get("Results").elements())
                .extracting(r -> r.get("Class").text("") + " " + r.get("Type").text("") + " "
                        + r.get("Target").text(""))
                .containsExactly(
                        "os-pkgs debian registry.example.org/shop/cart:2.4 (debian 12)",
                        "lang-pkgs gobinary usr/local/bin/agent",
                        "lang-pkgs jar Java",
                        "lang-pkgs node-pkg Node.js");
    }

    @Test
    void everyPlaceOfALanguagePackageCounts() throws IOException {
        JsonValue npm = parse(SampleReport.report()).get("Results").elements().getLast();
        assertThat(npm.get("Vulnerabilities").elements())
                .extracting(v -> v.get("PkgPath").text(""))
                .containsExactly(
                        "opt/web/node_modules/lodash/package.json",
                        "opt/web/node_modules/old/node_modules/lodash/package.json");
        assertThat(npm.get("Vulnerabilities").elements())
                .extracting(v -> v.get("Fingerprint").text(""))
                .doesNotHaveDuplicates()
                .allMatch(f -> f.matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void settledFindingsAreLeftOut() throws IOException {
        assertThat(Golden.render(WRITER, SampleReport.report()))
                .doesNotContain("CVE-2023-0286")
                .doesNotContain("CVE-2023-47038");
    }

    @Test
    void theImageConfigurationIsRepeated() throws IOException {
        JsonValue metadata = parse(SampleReport.report()).get("Metadata");
        assertThat(metadata.get("ImageConfig").get("architecture").text("")).isEqualTo("arm64");
        assertThat(parse(HostileReport.report()).get("Metadata").members()).doesNotContainKey("ImageConfig");
    }

    @Test
    void theRequiredMembersAreThereWhateverTheReport() throws IOException {
        for (ScanReport report : List.of(
                SampleReport.withoutPackages(),
                SampleReport.ofDirectory(),
                SampleReport.inventoryOnly(),
                HostileReport.report())) {
            assertThat(parse(report).members())
                    .containsKeys("SchemaVersion", "ArtifactName", "ArtifactType", "Metadata");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DEB, 1:2.3-4-5+b1, 1, 2.3-4, 5+b1",
        "DEB, 2.3,          0, 2.3,   ''",
        "RPM, 4:1.0-2.el9,  4, 1.0,   2.el9",
        "RPM, a:1.0-2,      0, a:1.0, 2",
        "RPM, 99999999999999:1, 0, 99999999999999:1, ''",
        "APK, 1.2.3-r4,     0, 1.2.3-r4, ''",
        "NPM, 1.0.0-rc.1,   0, 1.0.0-rc.1, ''"
    })
    void versionsAreSplitWhereTheyHaveParts(PackageType type, String text, int epoch, String version, String release) {
        assertThat(EpochVersionRelease.of(type, text)).isEqualTo(new EpochVersionRelease(epoch, version, release));
    }
}
