package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions, ignore files, VEX, baselines and base images, through the whole program. */
class PolicyCommandTest {
    private static final TarBuilder BASE = new TarBuilder()
            .file("etc/os-release", "ID=debian\nVERSION_ID=12\n")
            .file("base/node_modules/minimist/package.json", "{\"name\":\"minimist\",\"version\":\"1.0.0\"}");
    private static final String LODASH = "app/node_modules/lodash/package.json";

    @TempDir
    Path folder;

    @BeforeEach
    void advisories() throws IOException {
        Path osv = Files.createDirectories(folder.resolve("osv"));
        Files.writeString(osv.resolve("lodash.json"), """
            {"id":"GHSA-aaaa-bbbb-cccc","modified":"2026-01-02T00:00:00Z","aliases":["CVE-2026-0001"],
            "database_specific":{"severity":"HIGH"},
            "affected":[{"package":{"ecosystem":"npm","name":"lodash"},
            "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"4.17.5"}]}]}]}
            """);
        Files.writeString(osv.resolve("minimist.json"), """
            {"id":"GHSA-dddd-eeee-ffff","modified":"2026-01-02T00:00:00Z","aliases":["CVE-2026-0002"],
            "database_specific":{"severity":"CRITICAL"},
            "affected":[{"package":{"ecosystem":"npm","name":"minimist"},
            "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}
            """);
        ProgramRun imported = run("db", "import", osv.toString());
        assertThat(imported.exit()).as(imported.err()).isEqualTo(ExitCode.PASS);
    }

    private static ImageBuilder base() {
        return new ImageBuilder().layer(BASE, Packing.GZIP, "ADD base");
    }

    private String image(String name, String lodash) {
        return base().layer(
                        new TarBuilder().file(LODASH, "{\"name\":\"lodash\",\"version\":\"" + lodash + "\"}"),
                        Packing.GZIP,
                        "RUN npm install")
                .writeOciLayout(folder.resolve(name))
                .toString();
    }

    private ProgramRun run(String... arguments) {
        return at("2026-06-15T12:00:00Z", Map.of(), arguments);
    }

    private ProgramRun at(String time, Map<String, String> more, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("DRYDOCK_CACHE_DIR", folder.resolve("cache").toString());
        int exit = new CommandLineRun(new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        folder,
                        false,
                        false,
                        InstantSource.fixed(Instant.parse(time))))
                .run(arguments);
        return new ProgramRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> rules(JsonValue report) {
        return report.get("findings").elements().stream()
                .map(f -> f.get("rule").text(""))
                .toList();
    }

    private JsonValue json(Path file) throws IOException {
        return JsonReader.read(Files.readAllBytes(file), file.toString());
    }

    @Test
    void bothAreFoundWithoutDecisions() {
        ProgramRun scan = run("scan", image("i", "4.17.4"), "-o", "json");
        assertThat(rules(scan.json())).containsExactlyInAnyOrder("CVE-2026-0001", "CVE-2026-0002");
        assertThat(scan.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".drydock.yaml; 'exceptions: [{id: CVE-2026-0001, reason: r}]'",
                ".drydock.yaml; 'exceptions: [{package: lodash, version: < 4.17.5, reason: r}]'",
                ".grype.yaml; 'ignore: [{vulnerability: GHSA-aaaa-bbbb-cccc}]'",
                "grype.yaml; 'ignore: [{package: {name: lodash}}]'",
                ".trivyignore; 'CVE-2026-0001 exp:2026-07-01'",
                ".trivyignore.yaml; 'vulnerabilities: [{id: CVE-2026-0001, paths: [app/**]}]'",
                "osv-scanner.toml; '[[IgnoredVulns]]|id = ''CVE-2026-0001'''"
            })
    void filesInTheWorkingDirectoryHold(String name, String text) throws IOException {
        write(name, text.replace('|', '\n'));
        ProgramRun scan = run("scan", image("i", "4.17.4"), "-o", "json", "--show-suppressed");
        assertThat(scan.exit()).as(scan.err()).isEqualTo(ExitCode.PASS);
        assertThat(rules(scan.json())).containsExactly("CVE-2026-0002");
        assertThat(scan.err()).contains("Set aside: 1", "CVE-2026-0001 lodash 4.17.4: ", name + ":");
    }

    @Test
    void aGateCountsOnlyWhatRemains() throws IOException {
        String image = image("i", "4.17.4");
        assertThat(run("scan", image, "--fail-on", "critical").exit()).isEqualTo(ExitCode.GATE_FAILED);
        write("ignored", "CVE-2026-0002\n");
        assertThat(run("scan", image, "--fail-on", "critical", "--ignore-file", "ignored")
                        .exit())
                .isEqualTo(ExitCode.PASS);
        ProgramRun high = run("scan", image, "--fail-on", "high", "--ignore-file", "ignored");
        assertThat(high.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(high.err()).contains("1 finding is set aside; --show-suppressed");
    }

    @Test
    void anExceptionExpires() throws IOException {
        write(".drydock.yaml", "exceptions: [{id: CVE-2026-0001, reason: r, expires: 2026-07-01}]");
        String image = image("i", "4.17.4");
        assertThat(rules(at("2026-06-30T23:59:59Z", Map.of(), "scan", image, "-o", "json")
                        .json()))
                .containsExactly("CVE-2026-0002");
        ProgramRun later = at("2026-07-01T00:00:00Z", Map.of(), "scan", image, "-o", "json");
        assertThat(rules(later.json())).hasSize(2);
        assertThat(later.codes()).contains("expired-exception");
    }

    @Test
    void unusedExceptionsAreTold() throws IOException {
        write(".drydock.yaml", "exceptions: [{id: CVE-1999-0001, reason: r}]");
        assertThat(run("scan", image("i", "4.17.4"), "-o", "json").codes()).contains("unused-exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exceptions: [{expries: x}]", "exceptions: x", "exceptions: [{id: a, id: b}]"})
    void aBrokenFileIsAnErrorBeforeTheTargetIsRead(String text) throws IOException {
        write(".drydock.yaml", text);
        ProgramRun scan = run("scan", "nowhere.tar");
        assertThat(scan.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(scan.err()).startsWith("drydock: .drydock.yaml:1: ");
    }

    @Test
    void vexOfTheImageHolds() throws IOException {
        write("shop.vex.json", """
            {"@context":"https://openvex.dev/ns/v0.2.0","author":"Shop","timestamp":"2026-01-01T00:00:00Z",
            "statements":[{"vulnerability":{"name":"CVE-2026-0001"},"status":"not_affected",
            "justification":"vulnerable_code_not_present","products":[{"@id":"pkg:npm/lodash@4.17.4"}]},
            {"vulnerability":{"name":"CVE-2026-0002"},"status":"under_investigation",
            "products":[{"@id":"pkg:npm/minimist"}]}]}
            """);
        JsonValue report = run("scan", image("i", "4.17.4"), "-o", "json", "--vex", "shop.vex.json")
                .json();
        assertThat(rules(report)).containsExactly("CVE-2026-0002");
        assertThat(report.get("findings").elements().getFirst().get("status").text(""))
                .isEqualTo("under-investigation");
    }

    @Test
    void onlyFixedLeavesOutWhatNobodyCanMend() {
        for (String option : List.of("--only-fixed", "--ignore-unfixed")) {
            ProgramRun scan = run("scan", image("i" + option, "4.17.4"), "-o", "json", option, "--fail-on", "critical");
            assertThat(rules(scan.json())).containsExactly("CVE-2026-0001");
            assertThat(scan.exit()).isEqualTo(ExitCode.PASS);
            assertThat(scan.codes()).contains("findings-left-out");
        }
    }

    @Test
    void theBaseImageIsTold() {
        String image = image("i", "4.17.4");
        String base = base().writeOciLayout(folder.resolve("base")).toString();
        assertThat(rules(run("scan", image, "-o", "json", "--base", base, "--only", "own")
                        .json()))
                .containsExactly("CVE-2026-0001");
        assertThat(rules(run("scan", image, "-o", "json", "--base", base, "--only", "base")
                        .json()))
                .containsExactly("CVE-2026-0002");
        ProgramRun wrong = run("scan", base, "--base", image);
        assertThat(wrong.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(wrong.err()).contains("was not built on it: layer 1");
    }

    @Test
    void exceptionsMayBeForTheBaseImage() throws IOException {
        write(".drydock.yaml", "exceptions: [{layer: base, reason: not ours}]");
        String image = image("i", "4.17.4");
        String base = base().writeOciLayout(folder.resolve("base")).toString();
        assertThat(rules(run("scan", image, "-o", "json", "--base", base).json()))
                .containsExactly("CVE-2026-0001");
        assertThat(rules(run("scan", image, "-o", "json").json())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan . --only own",
                "scan . --only x --base y",
                "scan . --fail-on-new high",
                "scan . --baseline x --fail-on-new huge",
                "vex . -o json",
                "vex . -o openvex="
            })
    void wrongUsageIsToldInALine(String line) {
        ProgramRun run = run(line.split(" "));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void onlyWhatIsNewFails() throws IOException {
        String before = base().writeOciLayout(folder.resolve("before")).toString();
        String now = image("now", "4.17.4");
        run("scan", before, "-o", "json=before.json");
        for (String baseline : List.of("before.json", before)) {
            assertThat(run("scan", now, "--baseline", baseline, "--fail-on-new", "high")
                            .exit())
                    .isEqualTo(ExitCode.GATE_FAILED);
            assertThat(run("scan", now, "--baseline", baseline, "--fail-on-new", "critical")
                            .exit())
                    .isEqualTo(ExitCode.PASS);
        }
        run("scan", now, "-o", "json=now.json");
        String later = image("later", "4.17.3");
        assertThat(run("scan", later, "--baseline", "now.json", "--fail-on-new", "negligible")
                        .exit())
                .isEqualTo(ExitCode.PASS);
    }

    @Test
    void aDamagedBaselineIsAnError() throws IOException {
        write("before.json", "{\"schemaVersion\": \"1.0\", \"target\": 3}");
        ProgramRun scan = run("scan", image("i", "4.17.4"), "--baseline", "before.json");
        assertThat(scan.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(scan.err()).contains("before.json: target/kind: a text was expected");
    }

    @Test
    void exceptionsBecomeStatementsThatHoldElsewhere() throws IOException {
        write(".drydock.yaml", """
            exceptions:
              - id: CVE-2026-0001
                reason: templates are not used
                justification: vulnerable_code_not_in_execute_path
              - id: CVE-2026-0002
                reason: waiting for a fix
                owner: team-shop
                expires: 2026-07-01
            """);
        String image = image("i", "4.17.4");
        Map<String, String> epoch = Map.of("SOURCE_DATE_EPOCH", "1700000000");
        ProgramRun vex = at("2026-06-15T12:00:00Z", epoch, "vex", image, "--author", "Shop");
        assertThat(vex.exit()).as(vex.err()).isEqualTo(ExitCode.PASS);
        assertThat(at("2026-06-16T12:00:00Z", epoch, "vex", image, "--author", "Shop")
                        .out())
                .isEqualTo(vex.out());
        JsonValue document = vex.json();
        assertThat(document.get("@id").text("")).matches("https://openvex.dev/docs/public/vex-[0-9a-f]{64}");
        assertThat(document.get("timestamp").text("")).isEqualTo("2023-11-14T22:13:20Z");
        JsonValue first = document.get("statements").elements().get(0);
        assertThat(first.get("status").text("")).isEqualTo("not_affected");
        assertThat(first.get("justification").text("")).isEqualTo("vulnerable_code_not_in_execute_path");
        JsonValue second = document.get("statements").elements().get(1);
        assertThat(second.get("status").text("")).isEqualTo("affected");
        assertThat(second.get("action_statement").text(""))
                .isEqualTo("Accepted until 2026-07-01 by team-shop: waiting for a fix");

        assertThat(run("vex", image, "-o", "openvex=out.json").out()).isEmpty();
        Files.delete(folder.resolve(".drydock.yaml"));
        JsonValue report = run("scan", image, "-o", "json", "--vex", "out.json").json();
        assertThat(rules(report)).containsExactly("CVE-2026-0002");
        assertThat(json(folder.resolve("out.json")).get("author").text("")).isEqualTo("drydock");
    }

    @Test
    void withoutExceptionsThereIsNothingToState() {
        ProgramRun vex = run("vex", image("i", "4.17.4"));
        assertThat(vex.exit()).isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        assertThat(vex.out()).isEmpty();
        assertThat(vex.err()).contains("nothing to state");
    }
}
