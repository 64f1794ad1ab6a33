package org.drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.json.JsonValue;
import org.drydock.testkit.SharedFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scans real images, made of packages from public registries, with all real feeds imported, and holds the result against
 * what native tools and independent comparisons say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealImagesE2eTest {
    private static final Set<String> PATHED_TYPES = Set.of("npm", "python", "java");

    @TempDir
    static Path cache = Path.of("");

    private @Nullable Program program;
    private Path images = Path.of("");
    private Path expected = Path.of("");

    @BeforeAll
    void importFeeds() {
        String folder = System.getProperty("e2e.images", "");
        Assumptions.assumeTrue(!folder.isEmpty(), "no images: make e2e builds them and sets -De2e.images");
        Path feeds = SharedFolder.find("advisories").orElse(null);
        Path expectations = SharedFolder.find("images/expected").orElse(null);
        Assumptions.assumeTrue(feeds != null && expectations != null, "shared/ is not there");
        Program found = Program.find(cache).orElse(null);
        Assumptions.assumeTrue(found != null, "no launcher: make e2e sets -De2e.launcher");
        program = found;
        images = Path.of(folder);
        expected = expectations;
        Program.Result imported = run("db", "import", String.valueOf(feeds));
        assertThat(imported.exit()).as(imported.err()).isZero();
    }

    private Program.Result run(String... arguments) {
        return java.util.Objects.requireNonNull(program).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian12-minimal",
                "debian12-web",
                "debian12-distroless",
                "java-app",
                "alma9-rpm",
                "alma9-rpm-ndb",
                "alma8-rpm-bdb",
                "alpine311",
                "alpine311-multiarch"
            })
    void everythingExpectedIsFoundAndNothingElse(String image) {
        Path layout = images.resolve("oci").resolve(image);
        Assumptions.assumeTrue(Files.isDirectory(layout), layout + " is not built");
        Expectation expectation = new Expectation(expected, image);
        Program.Result result = run("scan", "oci-dir:" + layout, "-o", "json");
        assertThat(result.exit()).as(result.err()).isZero();
        JsonValue report = result.json();

        checkPackages(expectation, report);
        checkFindings(expectation, report);
        checkNotReported(expectation, report);
        assertThat(report.get("diagnostics").elements())
                .as("an archive of the user's own may have no group id, which is to be told")
                .noneMatch(d -> d.get("level").text("").equals("not-examined")
                        && !d.get("code").text("").equals("no-group-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpine311", "alma9-rpm", "java-app", "debian12-distroless"})
    void everyFormOfAnImageGivesTheSamePackages(String image) {
        Path layout = images.resolve("oci").resolve(image);
        Assumptions.assumeTrue(Files.isDirectory(layout), layout + " is not built");
        Path archives = images.resolve("archive");
        Assumptions.assumeTrue(Files.isDirectory(archives), archives + " is not built");
        Set<String> fromLayout =
                listed(run("sbom", images.resolve("oci").resolve(image).toString(), "-o", "json")
                        .json());
        for (String form : new String[] {".oci.tar", ".docker.tar", ".docker25.tar"}) {
            Path archive = archives.resolve(image + form);
            if (Files.exists(archive)) {
                Program.Result result = run("sbom", archive.toString(), "-o", "json");
                assertThat(listed(result.json())).as(form).isEqualTo(fromLayout);
            }
        }
    }

    @Test
    void aSecondScanReadsNoLayer() {
        Path layout = images.resolve("oci/alma9-rpm");
        Assumptions.assumeTrue(Files.isDirectory(layout), layout + " is not built");
        String first = run("scan", layout.toString(), "-o", "json").out();
        Program.Result second = run("scan", layout.toString(), "-o", "json");
        JsonValue coverage = second.json().get("coverage");
        assertThat(coverage.get("cachedLayers").number(-1))
                .isEqualTo(coverage.get("layers").number(0));
        assertThat(second.out().replaceAll("\"cachedLayers\": \\d+", ""))
                .isEqualTo(first.replaceAll("\"cachedLayers\": \\d+", ""));
    }

    @Test
    void aGateFailsTheScan() {
        Path layout = images.resolve("oci/java-app");
        Assumptions.assumeTrue(Files.isDirectory(layout), layout + " is not built");
        assertThat(run("scan", layout.toString(), "--fail-on", "critical").exit())
                .isEqualTo(2);
        assertThat(run("scan", layout.toString()).exit()).isZero();
    }

    @Test
    void thePlatformIsChosen() {
        Path layout = images.resolve("oci/alpine311-multiarch");
        Assumptions.assumeTrue(Files.isDirectory(layout), layout + " is not built");
        JsonValue report = run("sbom", layout.toString(), "--platform", "linux/arm64", "-o", "json")
                .json();
        assertThat(report.get("packages").elements())
                .allMatch(p -> p.get("architecture").text("").equals("aarch64"));
    }

    private static void checkPackages(Expectation expectation, JsonValue report) {
        Set<String> found = new TreeSet<>();
        Set<String> owned = new TreeSet<>();
        for (JsonValue item : report.get("packages").elements()) {
            String type = item.get("type").text("");
            String name = item.get("name").text("");
            for (JsonValue location : item.get("locations").elements()) {
                String path = PATHED_TYPES.contains(type) ? location.get("path").text("") : "";
                if (!expectation.allows(type, name, path)) {
                    found.add(Expectation.line(type, name, item.get("version").text(""), path));
                }
                if (!item.get("owner").isNull()) {
                    owned.add(path);
                }
            }
        }
        assertThat(found).isEqualTo(expectation.packages());
        assertThat(owned).containsAll(expectation.ownedPaths());
    }

    private static void checkFindings(Expectation expectation, JsonValue report) {
        Set<String> found = new TreeSet<>();
        Set<String> exploited = new TreeSet<>();
        for (JsonValue finding : report.get("findings").elements()) {
            for (JsonValue id : finding.get("vulnerability").get("ids").elements()) {
                String line = finding.get("subject").get("name").text("") + " " + id.text("");
                found.add(line);
                if (!finding.get("vulnerability").get("knownExploited").isNull()) {
                    exploited.add(line);
                }
            }
        }
        assertThat(found).containsAll(expectation.vulnerabilities());
        assertThat(exploited).containsAll(expectation.exploited());
    }

    private static void checkNotReported(Expectation expectation, JsonValue report) {
        for (JsonValue forbidden : expectation.mustNotReport()) {
            assertThat(report.get("findings").elements())
                    .as(forbidden.get("why").text(""))
                    .noneMatch(finding -> isAbout(finding, forbidden));
        }
    }

    private static boolean isAbout(JsonValue finding, JsonValue forbidden) {
        JsonValue subject = finding.get("subject");
        String name = forbidden.get("name").text(forbidden.get("package").text(""));
        String version = forbidden.get("version").text("");
        String path = forbidden.get("path").text("");
        String id = forbidden.get("id").text("");
        return subject.get("name").text("").equals(name)
                && (version.isEmpty() || subject.get("version").text("").equals(version))
                && (path.isEmpty()
                        || subject.get("locations").elements().stream()
                                .anyMatch(l -> l.get("path").text("").equals(path)))
                && (id.isEmpty()
                        || finding.get("vulnerability").get("ids").elements().stream()
                                .anyMatch(i -> i.text("").equals(id)));
    }

    private static Set<String> listed(JsonValue report) {
        Set<String> lines = new TreeSet<>();
        for (JsonValue item : report.get("packages").elements()) {
            item.get("locations")
                    .elements()
                    .forEach(l -> lines.add(
                            item.get("purl").text("") + " " + l.get("path").text("")));
        }
        return lines;
    }
}
