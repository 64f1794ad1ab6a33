package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.drydock.json.JsonValue;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String VULNERABLE_NPM = "{\"name\":\"lodash\",\"version\":\"4.17.4\",\"license\":\"MIT\"}";

    @TempDir
    Path folder;

    private String image() {
        return new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .file("etc/os-release", "ID=debian\nVERSION_ID=12\nPRETTY_NAME=\"Debian 12\"\n")
                                .file("var/lib/dpkg/status", """
                                    Package: hello
                                    Status: install ok installed
                                    Version: 2.10-3
                                    Architecture: amd64

                                    """),
                        Packing.GZIP,
                        "ADD base")
                .layer(
                        new TarBuilder().file("app/node_modules/lodash/package.json", VULNERABLE_NPM),
                        Packing.ZSTD,
                        "RUN npm install")
                .writeOciLayout(folder.resolve("image"))
                .toString();
    }

    private ProgramRun run(String... arguments) {
        return ProgramRun.of(folder, arguments);
    }

    @Test
    void scanFindsTheFamousOnesWithoutAnyImport() {
        ProgramRun scan = run("scan", image(), "-o", "json");
        assertThat(scan.exit()).as(scan.err()).isEqualTo(ExitCode.PASS);
        assertThat(scan.json().get("findings").elements()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("subject").get("name").text("")).isEqualTo("lodash");
            JsonValue location =
                    finding.get("subject").get("locations").elements().getFirst();
            assertThat(location.get("layer").number(-1)).isEqualTo(1);
        });
        assertThat(scan.codes()).contains("starter-data-only");
    }

    @Test
    void theTableSaysWhatItIsAndWhatItRestsOn() {
        ProgramRun scan = run("scan", image());
        assertThat(scan.out()).contains("lodash", "CVE-", "starter", "drydock db import");
    }

    @Test
    void sbomListsPackagesWithoutJudgingThem() {
        JsonValue report = run("sbom", image(), "-o", "json").json();
        assertThat(report.get("packages").elements())
                .extracting(p -> p.get("purl").text(""))
                .containsExactly("pkg:deb/debian/hello@2.10-3?arch=amd64&distro=debian-12", "pkg:npm/lodash@4.17.4");
        assertThat(report.get("findings").elements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"low, 2", "critical, 2", "HIGH, 2"})
    void aGateThatFindingsReachFails(String severity, int exit) {
        assertThat(run("scan", image(), "--fail-on", severity).exit()).isEqualTo(exit);
    }

    @Test
    void explainTellsWhyAndWhyNot() throws IOException {
        String image = image();
        ProgramRun why = run("explain", image, "--vuln", "CVE-2019-10744");
        assertThat(why.exit()).as(why.err()).isEqualTo(ExitCode.PASS);
        assertThat(why.out()).contains("CVE-2019-10744", "lodash 4.17.4", "reported: affected", "lies in: < ");
        JsonValue verdict = run("explain", image, "--vuln", "CVE-2019-10744", "-o", "json")
                .json()
                .get("packages")
                .elements()
                .getFirst();
        assertThat(verdict.get("conclusion").text("")).isEqualTo("reported");
        ProgramRun whyNot = run("explain", image, "--vuln", "CVE-2019-10744", "--package", "hello");
        assertThat(whyNot.exit()).isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        assertThat(whyNot.out()).contains("hello 2.10-3", "not ");
        Path report = folder.resolve("report.json");
        run("scan", image, "-o", "json=" + report);
        ProgramRun replayed = run("explain", report.toString(), "--vuln", "cve-2019-10744");
        assertThat(replayed.exit()).as(replayed.err()).isEqualTo(ExitCode.PASS);
        assertThat(replayed.out()).contains("lodash 4.17.4", "lies in: < ");
        assertThat(run("explain", report.toString(), "--vuln", "CVE-1999-0001").exit())
                .isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        Files.writeString(report, Files.readString(report).substring(0, 300));
        ProgramRun damaged = run("explain", report.toString(), "--vuln", "CVE-2019-10744");
        assertThat(damaged.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(damaged.err()).contains("report.json").doesNotContain("internal error");
    }

    @Test
    void anEmptyTargetIsNotAClean() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        ProgramRun scan = run("scan", "dir:" + empty, "--fail-on", "low");
        assertThat(scan.exit()).isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        assertThat(scan.err()).contains("nothing to examine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "scan",
                "scan x y --jobs 0",
                "scan --bogus x",
                "scan . --fail-on huge",
                "scan . --scope some",
                "scan . -o nonsense",
                "scan . -o json=",
                "scan . -o json -o table",
                "scan . --platform linux",
                "scan . --scanners malware",
                "explain .",
                "explain . --vuln CVE-1 -o table",
                "db",
                "db import",
                "db status -o yaml"
            })
    void wrongUsageIsToldInALine(String line) {
        ProgramRun run = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.tar", "dir:nowhere", "oci-archive:nowhere", "registry:alpine"})
    void targetsThatAreNotThereAreAnError(String target) {
        ProgramRun run = run("scan", target);
        assertThat(run.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).startsWith("drydock: " + target + ": ").doesNotContain("Exception");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void helpIsOnStandardOutput() {
        assertThat(run("--help").out()).contains("scan", "sbom", "db", "Exit codes");
        assertThat(run("scan", "--help").out()).contains("--fail-on", "TARGET");
        assertThat(run("db", "import", "--help").out()).contains("PATH");
        assertThat(run("scan", "--help").exit()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void optionsComeFromTheEnvironmentAndTheFileToo() throws IOException {
        String image = image();
        assertThat(ProgramRun.of(
                                Map.of("DRYDOCK_CACHE_DIR", folder.toString(), "DRYDOCK_FAIL_ON", "low"),
                                folder,
                                "scan",
                                image)
                        .exit())
                .isEqualTo(ExitCode.GATE_FAILED);
        Files.writeString(folder.resolve(".drydock.yaml"), "scan:\n  fail-on: low\n");
        assertThat(run("scan", image).exit()).isEqualTo(ExitCode.GATE_FAILED);
        Files.writeString(folder.resolve(".drydock.yaml"), "fail-on: [");
        ProgramRun broken = run("scan", image);
        assertThat(broken.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(broken.err()).contains(".drydock.yaml");
    }

    @Test
    void outputsGoToFilesBesideTheTable() throws IOException {
        Path report = folder.resolve("report.json");
        Path bom = folder.resolve("bom.json");
        ProgramRun scan = run("scan", image(), "-o", "table", "-o", "json=" + report, "-o", "cyclonedx-json=" + bom);
        assertThat(scan.out()).contains("lodash");
        assertThat(Files.readString(report)).startsWith("{");
        assertThat(Files.readString(bom)).contains("CycloneDX");
        ProgramRun wrong = run("scan", image(), "-o", "json=" + folder.resolve("no/such/folder.json"));
        assertThat(wrong.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(wrong.err()).contains("folder.json");
    }

    @Test
    void aTemplateMakesTheOutput() throws IOException {
        Files.writeString(folder.resolve("ids.mustache"), "{{#findings}}{{rule}} {{subject.name}}\n{{/findings}}");
        assertThat(run("scan", image(), "-o", "template=ids.mustache").out()).contains(" lodash\n");
        Path out = folder.resolve("ids.txt");
        run("scan", image(), "-o", "template=ids.mustache=" + out);
        assertThat(Files.readString(out)).contains(" lodash\n");
        ProgramRun missing = run("scan", image(), "-o", "template=none.mustache");
        assertThat(missing.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(missing.err()).contains("none.mustache");
        Files.writeString(folder.resolve("bad.mustache"), "{{#findings}}");
        ProgramRun bad = run("scan", image(), "-o", "template=bad.mustache");
        assertThat(bad.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(bad.err()).startsWith("drydock: bad.mustache: ").doesNotContain("Exception");
    }

    @Test
    void formatsOfFindingsAreNotWrittenOfInventories() throws IOException {
        ProgramRun sarif = run("sbom", image(), "-o", "sarif");
        assertThat(sarif.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(sarif.err()).contains("tells of findings only");
        assertThat(run("sbom", image(), "-o", "spdx-json").exit()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void importedDataReplacesTheStarterSetAndIsListed() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.json"), """
            {"id":"TEST-1","modified":"2026-01-02T00:00:00Z","aliases":["CVE-2026-0001"],"affected":[{"package":
            {"ecosystem":"npm","name":"lodash"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},
            {"fixed":"4.17.5"}]}]}]}
            """);
        ProgramRun imported = run("db", "import", feed.toString());
        assertThat(imported.exit()).as(imported.err()).isEqualTo(ExitCode.PASS);
        ProgramRun status = run("db", "status");
        assertThat(status.out()).contains("osv/npm/test", "2026-01-02");
        JsonValue report = run("scan", image(), "-o", "json").json();
        assertThat(report.get("findings").elements())
                .extracting(f -> f.get("rule").text(""))
                .containsExactly("CVE-2026-0001");
    }
}
