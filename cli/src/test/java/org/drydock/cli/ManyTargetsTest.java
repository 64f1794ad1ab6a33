package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.drydock.testkit.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyTargetsTest {
    private static final String LODASH = "{\"name\":\"lodash\",\"version\":\"4.17.4\"}";

    @TempDir
    Path folder;

    private ProgramRun run(String... arguments) {
        return ProgramRun.of(
                Map.of("DRYDOCK_CACHE_DIR", folder.resolve("cache").toString(), "DOCKER_HOST", "unix:///nowhere"),
                folder,
                arguments);
    }

    private static ImageBuilder base() {
        return new ImageBuilder()
                .layer(new TarBuilder().file("app/node_modules/lodash/package.json", LODASH), Packing.GZIP, "ADD base");
    }

    @Test
    void oneThatFailsDoesNotStopTheOthers() throws IOException {
        Path list = Files.writeString(
                folder.resolve("targets.txt"), "# ours\npkg:npm/lodash@4.17.4\n\nabsent.tar\npkg:npm/lodash@4.17.21\n");
        ProgramRun run = run(
                "scan",
                "--from-file",
                list.toString(),
                "-o",
                "json=reports/{index}-{name}.json",
                "--summary",
                folder.resolve("summary.json").toString(),
                "--jobs",
                "3");
        assertThat(run.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(run.out()).contains("absent.tar", "no such file or directory", "3 targets: 2 pass, 1 error");
        assertThat(folder.resolve("reports/1-pkg_npm_lodash@4.17.4.json")).exists();
        assertThat(folder.resolve("reports/3-pkg_npm_lodash@4.17.21.json")).exists();
        JsonValue summary = JsonReader.read(Files.readAllBytes(folder.resolve("summary.json")), "summary");
        assertThat(summary.get("targets").elements())
                .extracting(t -> t.get("result").text(""))
                .containsExactly("pass", "error", "pass");
        assertThat(summary.get("targets").elements().get(0).get("reports").elements())
                .hasSize(1);
    }

    @Test
    void theWorstDecides() {
        assertThat(run("scan", "pkg:npm/lodash@4.17.4", "pkg:npm/lodash@4.17.21", "--fail-on", "low")
                        .exit())
                .isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run("scan", "pkg:npm/lodash@4.17.21", "pkg:bazel/x@1").exit())
                .isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        assertThat(run("sbom", "pkg:npm/lodash@4.17.21", "pkg:npm/x@1").exit()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void reportsOfSeveralTargetsNeedFilesOfTheirOwn() {
        for (String output : new String[] {"json", "json=all.json"}) {
            ProgramRun run = run("scan", "pkg:npm/a@1", "pkg:npm/b@1", "-o", output);
            assertThat(run.exit()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(run.err()).contains("{name}");
        }
        assertThat(run("scan").err()).contains("TARGET");
        assertThat(run("scan", "--from-file", "none.txt").exit()).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void sharedLayersAreDownloadedOnce() {
        try (TestRegistry registry = new TestRegistry()) {
            ImageBuilder more = base().layer(new TarBuilder().file("etc/x", "1"), Packing.GZIP, "RUN more");
            registry.layout(base().writeOciLayout(folder.resolve("a")), "a")
                    .layout(more.writeOciLayout(folder.resolve("b")), "b");
            String[] plain = {"--registry-plain-http", registry.host(), "-o", "json"};
            ProgramRun first =
                    run("sbom", "registry:" + registry.host() + "/shop:a", plain[0], plain[1], plain[2], plain[3]);
            assertThat(first.exit()).isEqualTo(ExitCode.PASS);
            assertThat(registry.blobRequests())
                    .as("a configuration and a layer")
                    .isEqualTo(2);
            ProgramRun second = run("sbom", registry.host() + "/shop:b", plain[0], plain[1], plain[2], plain[3]);
            assertThat(second.json().get("packages")).isEqualTo(first.json().get("packages"));
            assertThat(registry.blobRequests())
                    .as("and one of each for the second")
                    .isEqualTo(4);
            run("sbom", registry.host() + "/shop:b", plain[0], plain[1], plain[2], plain[3]);
            assertThat(registry.blobRequests()).as("the configuration alone").isEqualTo(5);
            ProgramRun offline = run("sbom", registry.host() + "/shop:b", "--offline");
            assertThat(offline.exit()).isEqualTo(ExitCode.ERROR);
            assertThat(offline.err()).contains("--offline");
        }
    }

    @Test
    void aDocumentIsScannedLikeTheImageItWasMadeOf() {
        String image = base().writeOciLayout(folder.resolve("image")).toString();
        String bom = folder.resolve("bom.json").toString();
        run("sbom", image, "-o", "cyclonedx-json=" + bom);
        ProgramRun ofImage = run("scan", image, "-o", "json");
        ProgramRun ofDocument = run("scan", bom, "-o", "json");
        assertThat(ofDocument.json().get("findings")).isEqualTo(ofImage.json().get("findings"));
        assertThat(ofDocument.json().get("packages")).isEqualTo(ofImage.json().get("packages"));
        assertThat(ofDocument.json().get("target").get("kind").text("")).isEqualTo("package-list");
    }

    @Test
    void filesAloneLoadNoNetworkCode() throws Exception {
        String image = base().writeOciLayout(folder.resolve("image")).toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "sbom",
                        image,
                        "--no-cache")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        String classes = Files.readString(folder.resolve("classes.log"));
        assertThat(classes)
                .contains("org.drydock.image.saved.OciLayout")
                .doesNotContain(
                        "java.net.http.", "org.drydock.image.registry.RegistryClient", "EngineClient", "BoltFile");
    }
}
