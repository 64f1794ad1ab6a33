package org.drydock.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.core.Purl;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
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

class CycloneDxJsonWriterTest {
    private static final CycloneDxJsonWriter WRITER = new CycloneDxJsonWriter();

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.withoutPackages(),
                SampleReport.inventoryOnly(),
                SampleReport.ofDirectory(),
                HostileReport.report(),
                HostileReport.inventoryOnly());
    }

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("cyclonedx.json", Golden.render(WRITER, SampleReport.report()));
    }

    @Test
    void whatIsSetAsideHasAnAnalysis() throws IOException {
        Golden.check("cyclonedx-compared.json", Golden.render(WRITER, SampleReport.compared()));
        JsonValue accepted = vulnerability("CVE-2011-4116").get("analysis");
        assertThat(accepted.members()).doesNotContainKey("state");
        assertThat(accepted.get("detail").text("")).contains(".drydock.yaml:12");
        JsonValue vex = vulnerability("GHSA-vwqq-5vrc-xw9h").get("analysis");
        assertThat(vex.get("state").text("")).isEqualTo("not_affected");
        assertThat(vex.get("justification").text("")).isEqualTo("code_not_reachable");
    }

    private static JsonValue vulnerability(String id) throws IOException {
        return parse(SampleReport.compared()).get("vulnerabilities").elements().stream()
                .filter(v -> v.get("id").text("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weaknessesAndPredictionsAreTold() throws IOException {
        assertThat(Golden.render(WRITER, SampleReport.report()))
                .contains("\"cwes\"")
                .contains("502")
                .contains("drydock:epss:score");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToTheOfficialSchema(ScanReport report) throws IOException {
        Schema schema = Schemas.ofCycloneDx("bom-1.6.schema.json");
        Schemas.check(schema, Golden.render(WRITER, report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void referencesHold(ScanReport report) throws IOException {
        JsonValue bom = parse(report);
        List<String> refs = bom.get("components").elements().stream()
                .map(c -> c.get("bom-ref").text(""))
                .toList();
        assertThat(refs).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(refs);
        for (JsonValue vulnerability : bom.get("vulnerabilities").elements()) {
            for (JsonValue affects : vulnerability.get("affects").elements()) {
                assertThat(known).contains(affects.get("ref").text(""));
            }
        }
    }

    @Test
    void statesWhichComponentNeedsWhich() throws IOException {
        ScanReport base = SampleReport.inventoryOnly();
        Inventory all = base.inventory();
        Package needed = all.packages().getLast();
        Package needing = needing(all.packages().getFirst(), List.of(needed.purl(), Purl.parse("pkg:npm/absent@1")));
        List<Package> packages = new ArrayList<>(all.packages());
        packages.set(0, needing);
        ScanReport report = ScanReport.ofInventory(
                base.toolVersion(),
                base.target(),
                new Inventory(all.distro(), packages, all.unidentified(), all.diagnostics(), all.coverage()));
        Schemas.check(Schemas.ofCycloneDx("bom-1.6.schema.json"), Golden.render(WRITER, report));
        List<JsonValue> dependencies = parse(report).get("dependencies").elements();
        assertThat(dependencies).hasSize(1);
        assertThat(dependencies.getFirst().get("ref").text(""))
                .isEqualTo(needing.purl().toString());
        assertThat(dependencies.getFirst().get("dependsOn").elements())
                .extracting(ref -> ref.text(""))
                .containsExactly(needed.purl().toString());
    }

    private static Package needing(Package plain, List<Purl> needs) {
        return new Package(
                plain.type(),
                plain.name(),
                plain.version(),
                plain.purl(),
                plain.source(),
                plain.architecture(),
                plain.licenses(),
                plain.locations(),
                plain.owner(),
                plain.metadata(),
                needs);
    }

    @Test
    void theSerialNumberComesFromTheContent() throws IOException {
        String one = parse(SampleReport.report()).get("serialNumber").text("");
        assertThat(one)
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isEqualTo(parse(SampleReport.report()).get("serialNumber").text(""))
                .isNotEqualTo(parse(SampleReport.withoutFindings())
                        .get("serialNumber")
                        .text(""));
    }

    @Test
    void nothingIsSaidOfTime() throws IOException {
        assertThat(parse(SampleReport.report()).get("metadata").members()).doesNotContainKey("timestamp");
    }

    @Test
    void whatIsMissingIsNotHidden() throws IOException {
        assertThat(parse(SampleReport.report())
                        .get("compositions")
                        .elements()
                        .getFirst()
                        .get("aggregate")
                        .text(""))
                .isEqualTo("incomplete");
    }

    @Test
    void anInventoryHasNoVulnerabilities() throws IOException {
        assertThat(parse(SampleReport.inventoryOnly()).members()).doesNotContainKey("vulnerabilities");
        assertThat(parse(SampleReport.withoutFindings()).members()).containsKey("vulnerabilities");
    }
}
