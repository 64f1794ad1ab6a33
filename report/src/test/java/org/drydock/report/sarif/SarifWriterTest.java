package org.drydock.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.drydock.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifWriterTest {
    private static final SarifWriter WRITER = new SarifWriter();

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.inventoryOnly(),
                SampleReport.ofRepository(),
                HostileReport.report());
    }

    private static JsonValue run(SarifWriter writer, ScanReport report) throws IOException {
        JsonValue log = JsonReader.read(Golden.render(writer, report).getBytes(StandardCharsets.UTF_8), "report");
        assertThat(log.get("runs").elements()).hasSize(1);
        return log.get("runs").elements().getFirst();
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.sarif", Golden.render(WRITER, SampleReport.compared()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToTheOfficialSchema(ScanReport report) throws IOException {
        Schemas.check(Schemas.ofSarif(), Golden.render(WRITER, report));
    }

    /** What GitHub requires beyond the schema, or cuts. */
    @ParameterizedTest
    @MethodSource("reports")
    void isReadyForGitHub(ScanReport report) throws IOException {
        JsonValue run = run(WRITER, report);
        List<JsonValue> rules = run.get("tool").get("driver").get("rules").elements();
        assertThat(rules).extracting(r -> r.get("id").text("")).doesNotHaveDuplicates();
        for (JsonValue rule : rules) {
            assertThat(rule.get("help").get("text").text("")).isNotBlank();
            assertThat(rule.get("properties").get("tags").elements()).hasSizeLessThanOrEqualTo(10);
            String severity = rule.get("properties").get("security-severity").text("0.0");
            assertThat(Double.parseDouble(severity)).isBetween(0.0, 10.0);
        }
        for (JsonValue result : run.get("results").elements()) {
            int index = (int) result.get("ruleIndex").number(-1);
            assertThat(rules.get(index).get("id").text(""))
                    .isEqualTo(result.get("ruleId").text(""));
            assertThat(result.get("partialFingerprints").members()).containsKey("primaryLocationLineHash");
            assertThat(result.get("locations").elements()).isNotEmpty().allSatisfy(at -> {
                JsonValue artifact = at.get("physicalLocation").get("artifactLocation");
                assertThat(artifact.get("uri").text("/")).doesNotStartWith("/").isNotEmpty();
            });
        }
    }

    @Test
    void whatIsSetAsideIsSuppressedAndWhatIsNewIsSaid() throws IOException {
        List<JsonValue> results =
                run(WRITER, SampleReport.compared()).get("results").elements();
        assertThat(results.stream()
                        .filter(r -> !r.get("suppressions").elements().isEmpty())
                        .map(r -> r.get("ruleId").text("")))
                .containsExactly("GHSA-vwqq-5vrc-xw9h", "CVE-2011-4116");
        assertThat(results.stream()
                        .filter(r -> r.get("baselineState").text("").equals("new"))
                        .map(r -> r.get("ruleId").text("")))
                .containsExactly("CVE-2021-44228", "CVE-2024-5535", "CVE-2024-5535");
    }

    @Test
    void theWorstStaysWhereThereIsTooMuch() throws IOException {
        JsonValue run = run(new SarifWriter(2), SampleReport.report());
        assertThat(run.get("results").elements())
                .extracting(r -> r.get("ruleId").text(""))
                .containsExactly("CVE-2021-44228", "CVE-2019-10744");
        assertThat(run.get("invocations")
                        .elements()
                        .getFirst()
                        .get("toolExecutionNotifications")
                        .elements())
                .extracting(n -> n.get("message").get("text").text(""))
                .anySatisfy(text -> assertThat(text).startsWith("Only the 2 most pressing of 9 results"));
    }

    @Test
    void filesOfARepositoryAreNamedFromItsRoot() throws IOException {
        JsonValue at = run(WRITER, SampleReport.ofRepository())
                .get("results")
                .elements()
                .getFirst()
                .get("locations")
                .elements()
                .getFirst()
                .get("physicalLocation");
        assertThat(at.get("artifactLocation").get("uri").text("")).isEqualTo("web/package-lock.json");
        assertThat(at.get("region").get("startLine").number(0)).isEqualTo(7);
    }

    @Test
    void anAlertIsTheSameAfterAnUpdateOfItsText() throws IOException {
        ScanReport report = SampleReport.report();
        ScanReport fewer = SampleReport.withFindings(report.findings().subList(0, 3));
        List<String> all = hashes(report);
        assertThat(all).doesNotHaveDuplicates().containsAll(hashes(fewer));
    }

    private static List<String> hashes(ScanReport report) throws IOException {
        return run(WRITER, report).get("results").elements().stream()
                .map(r -> r.get("partialFingerprints")
                        .get("primaryLocationLineHash")
                        .text(""))
                .toList();
    }
}
