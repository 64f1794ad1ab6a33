package org.drydock.report.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

class SpdxWriterTest {
    private static final SpdxWriter WRITER = new SpdxWriter();

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutPackages(),
                SampleReport.inventoryOnly(),
                SampleReport.ofRepository(),
                HostileReport.report(),
                HostileReport.inventoryOnly());
    }

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    private static JsonValue named(JsonValue document, String name) {
        return document.get("packages").elements().stream()
                .filter(p -> p.get("name").text("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.spdx.json", Golden.render(WRITER, SampleReport.compared()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToTheOfficialSchema(ScanReport report) throws IOException {
        Schemas.check(Schemas.ofSpdx(), Golden.render(WRITER, report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void referencesHold(ScanReport report) throws IOException {
        JsonValue document = parse(report);
        List<String> ids = document.get("packages").elements().stream()
                .map(p -> p.get("SPDXID").text(""))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("SPDXRef-[A-Za-z0-9.-]+"));
        Set<String> known = new HashSet<>(ids);
        known.add("SPDXRef-DOCUMENT");
        for (JsonValue relationship : document.get("relationships").elements()) {
            assertThat(known)
                    .contains(
                            relationship.get("spdxElementId").text(""),
                            relationship.get("relatedSpdxElement").text(""));
        }
        Set<String> licences = new HashSet<>();
        document.get("hasExtractedLicensingInfos")
                .elements()
                .forEach(l -> licences.add(l.get("licenseId").text("")));
        assertThat(licences).allMatch(id -> id.matches("LicenseRef-[A-Za-z0-9.-]+"));
        for (JsonValue installed : document.get("packages").elements()) {
            for (String word : installed.get("licenseDeclared").text("").split("[ ()]+", -1)) {
                assertThat(!word.startsWith("LicenseRef-") || licences.contains(word))
                        .as(word)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsBuiltFromASourceSaysSo() throws IOException {
        JsonValue document = parse(SampleReport.report());
        assertThat(document.get("relationships").elements().stream()
                        .filter(r -> r.get("relationshipType").text("").equals("GENERATED_FROM")))
                .hasSize(3);
        assertThat(named(document, "perl").get("primaryPackagePurpose").text(""))
                .isEqualTo("SOURCE");
    }

    @Test
    void advisoriesAreReferencesAndDecisionsAnnotations() throws IOException {
        JsonValue perl = named(parse(SampleReport.compared()), "perl-base");
        assertThat(perl.get("externalRefs").elements())
                .extracting(r -> r.get("referenceLocator").text(""))
                .contains("https://nvd.nist.gov/vuln/detail/CVE-2023-31484")
                .doesNotContain("https://nvd.nist.gov/vuln/detail/CVE-2011-4116");
        assertThat(perl.get("annotations").elements().getFirst().get("comment").text(""))
                .startsWith("CVE-2011-4116 is set aside by .drydock.yaml:12");
    }

    @Test
    void theNamespaceComesFromTheContent() throws IOException {
        String one = parse(SampleReport.report()).get("documentNamespace").text("");
        assertThat(one)
                .startsWith("urn:uuid:")
                .isNotEqualTo(parse(SampleReport.inventoryOnly())
                        .get("documentNamespace")
                        .text(""));
    }
}
