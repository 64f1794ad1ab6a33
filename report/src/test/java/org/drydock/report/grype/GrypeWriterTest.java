package org.drydock.report.grype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;

class GrypeWriterTest {
    private static final GrypeWriter WRITER = new GrypeWriter();

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    private static JsonValue match(JsonValue document, String id) {
        return document.get("matches").elements().stream()
                .filter(m -> m.get("vulnerability").get("id").text("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("grype.json", Golden.render(WRITER, SampleReport.report()));
    }

    @Test
    void settledFindingsAreIgnoredMatches() throws IOException {
        JsonValue document = parse(SampleReport.report());
        assertThat(document.get("matches").elements()).hasSize(9);
        assertThat(document.get("ignoredMatches").elements())
                .hasSize(3)
                .allSatisfy(
                        m -> assertThat(m.get("appliedIgnoreRules").elements()).isNotEmpty());
    }

    @Test
    void javaPackagesLieInTheirOutermostArchive() throws IOException {
        JsonValue artifact =
                match(parse(SampleReport.report()), "CVE-2021-44228").get("artifact");
        assertThat(artifact.get("name").text("")).isEqualTo("log4j-core");
        assertThat(artifact.get("type").text("")).isEqualTo("java-archive");
        assertThat(artifact.get("locations").elements().getFirst().get("path").text(""))
                .isEqualTo("/srv/shop.war");
        assertThat(artifact.get("metadata").get("virtualPath").text(""))
                .isEqualTo("/srv/shop.war:WEB-INF/lib/log4j-core-2.14.1.jar");
    }

    @Test
    void distributionPackagesAreMatchedBySource() throws IOException {
        JsonValue match = match(parse(SampleReport.report()), "CVE-2024-0727");
        assertThat(match.get("vulnerability").get("namespace").text("")).isEqualTo("debian:distro:debian:12");
        JsonValue details = match.get("matchDetails").elements().getFirst();
        assertThat(details.get("type").text("")).isEqualTo("exact-indirect-match");
        assertThat(details.get("searchedBy").get("package").get("name").text(""))
                .isEqualTo("openssl");
        assertThat(details.get("fix").get("suggestedVersion").text("")).isEqualTo("3.0.13-1~deb12u1");
    }

    @Test
    void theRequiredMembersAreThereWhateverTheReport() throws IOException {
        for (ScanReport report : List.of(
                SampleReport.withoutPackages(),
                SampleReport.ofDirectory(),
                SampleReport.inventoryOnly(),
                HostileReport.report())) {
            assertThat(parse(report).members()).containsKeys("matches", "source", "distro", "descriptor");
        }
    }
}
