package org.drydock.report.grype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void whatIsSetAsideIsAnIgnoredMatch() throws IOException {
        JsonValue document = parse(SampleReport.compared());
        Golden.check("grype-compared.json", Golden.render(WRITER, SampleReport.compared()));
        assertThat(document.get("matches").elements()).hasSize(7);
        assertThat(document.get("ignoredMatches").elements().stream()
                        .map(m -> m.get("appliedIgnoreRules").elements().getFirst())
                        .map(rule -> rule.get("reason").text("")))
                .contains("set aside by .drydock.yaml:12: not reachable from outside");
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

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.withoutPackages(),
                SampleReport.ofDirectory(),
                SampleReport.inventoryOnly(),
                HostileReport.report());
    }

    /** What Grype's document schema 1.0.0 requires of each part. */
    @ParameterizedTest
    @MethodSource("reports")
    void theRequiredMembersAreThere(ScanReport report) throws IOException {
        JsonValue document = parse(report);
        has(document, "matches", "source", "distro", "descriptor");
        has(document.get("source"), "type", "target");
        has(document.get("distro"), "name", "version", "idLike");
        has(document.get("descriptor"), "name", "version");
        document.get("matches").elements().forEach(GrypeWriterTest::hasMatch);
        document.get("ignoredMatches").elements().forEach(match -> {
            hasMatch(match);
            each(match, "appliedIgnoreRules", "namespace");
        });
    }

    private static void hasMatch(JsonValue match) {
        has(match, "vulnerability", "relatedVulnerabilities", "matchDetails", "artifact");
        has(match.get("vulnerability"), "id", "dataSource", "urls", "cvss", "fix", "advisories", "risk");
        has(match.get("vulnerability").get("fix"), "versions", "state");
        each(match.get("vulnerability"), "cvss", "version", "vector", "metrics", "vendorMetadata");
        each(match.get("vulnerability"), "knownExploited", "cve", "knownRansomwareCampaignUse");
        each(match.get("vulnerability"), "advisories", "id", "link");
        each(match, "relatedVulnerabilities", "id", "dataSource", "urls", "cvss");
        each(match, "matchDetails", "type", "matcher", "searchedBy", "found");
        JsonValue artifact = match.get("artifact");
        has(
                artifact,
                "id",
                "name",
                "version",
                "type",
                "locations",
                "language",
                "licenses",
                "cpes",
                "purl",
                "upstreams");
        each(artifact, "locations", "path", "accessPath");
        each(artifact, "upstreams", "name");
    }

    private static void each(JsonValue parent, String array, String... members) {
        parent.get(array).elements().forEach(element -> has(element, members));
    }

    private static void has(JsonValue object, String... members) {
        assertThat(object.members()).containsKeys(members);
    }
}
