package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images that mean harm: each ends in a named diagnostic, or in an error where the image itself cannot be trusted; what is
 * honest beside it is found all the same; nothing is written where it should not be.
 */
class HostileInputTest {
    private static final String HONEST = "{\"name\":\"lodash\",\"version\":\"4.17.4\"}";

    @TempDir
    Path folder;

    private Set<String> before = new TreeSet<>();

    @BeforeEach
    void lookAtTemporaryFiles() throws IOException {
        before = temporaryFiles();
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(temporaryFiles()).isEqualTo(before);
        assertThat(folder.resolveSibling("escaped")).doesNotExist();
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new TreeSet<>(files.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith("drydock-") && n.endsWith(".part"))
                    .toList());
        }
    }

    private ProgramRun scan(TarBuilder tar) {
        tar.file("app/node_modules/lodash/package.json", HONEST);
        return scan(new ImageBuilder().layer(tar, Packing.GZIP, "RUN x"));
    }

    private ProgramRun scan(ImageBuilder image) {
        return ProgramRun.of(
                folder.resolve("cache"),
                "scan",
                image.writeOciLayout(folder.resolve("image")).toString(),
                "-o",
                "json");
    }

    private static void assertFound(ProgramRun run, String code) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.codes()).contains(code);
        assertThat(run.json().get("packages").elements())
                .extracting(p -> p.get("name").text(""))
                .contains("lodash");
    }

    @Test
    void namesThatClimbOut() {
        assertFound(
                scan(new TarBuilder()
                        .file("../../../escaped", "x")
                        .file("/../escaped", "x")
                        .file("a/../../../../escaped", "x")),
                "name-leaves-root");
    }

    @Test
    void linksThatPointOutOrInCircles() {
        ProgramRun run = scan(new TarBuilder()
                .symlink("etc/os-release", "/../../../../../etc/os-release")
                .symlink("var/lib/dpkg", "../../../../../var/lib/dpkg")
                .symlink("a.jar", "b.jar")
                .symlink("b.jar", "a.jar")
                .symlink("usr", "usr/usr")
                .hardlink("c.jar", "c.jar")
                .hardlink("d.jar", "../../../../etc/passwd"));
        assertThat(run.exit()).isZero();
        assertThat(run.json().get("packages").elements()).hasSize(1);
    }

    @Test
    void devicesAndPipes() {
        ProgramRun run = scan(new TarBuilder()
                .entry("var/lib/dpkg/status", '3', new byte[0], "")
                .entry("lib/apk/db/installed", '6', new byte[0], "")
                .entry("x.jar", '4', new byte[0], ""));
        assertThat(run.exit()).isZero();
        assertThat(run.json().get("packages").elements()).hasSize(1);
    }

    @Test
    void aWrongDiffIdIsAnError() {
        byte[] tar = new TarBuilder().file("a", "1").build();
        ProgramRun run =
                scan(new ImageBuilder().layerOf(ImageBuilder.gzip(tar), ImageBuilder.digest(new byte[] {1}), "RUN x"));
        assertThat(run.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("wrong diffID").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTruncatedLayerIsAnError() {
        byte[] tar = new TarBuilder().file("a", "1".repeat(9999)).build();
        byte[] blob = ImageBuilder.gzip(tar);
        ProgramRun run = scan(
                new ImageBuilder().layerOf(Arrays.copyOf(blob, blob.length / 2), ImageBuilder.digest(tar), "RUN x"));
        assertThat(run.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("truncated").doesNotContain("Exception");
    }

    @Test
    void aDeclaredSizeOfFiveGigabytes() {
        ProgramRun run = scan(new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .file("app/node_modules/lodash/package.json", HONEST)
                                .raw(
                                        "var/lib/dpkg/status",
                                        '0',
                                        new byte[0],
                                        "",
                                        h -> TarBuilder.put(h, 124, 12, "46000000000"))
                                .buildOpenEnded(),
                        Packing.GZIP,
                        "RUN x"));
        assertFound(run, "corrupt-layer");
    }

    @Test
    void aSparseFileOfFiveGigabytesOfNothing() {
        assertFound(
                scan(new TarBuilder()
                        .withPax(
                                "big.jar", '0', new byte[0], "GNU.sparse.size", "5368709120", "GNU.sparse.map", "0,0")),
                "file-too-large");
    }

    @Test
    void corruptPackageDatabases() {
        byte[] noise = new byte[20_000];
        new java.util.Random(3).nextBytes(noise);
        ProgramRun run = scan(new TarBuilder()
                .file("var/lib/rpm/rpmdb.sqlite", noise)
                .file("var/lib/rpm/Packages", noise)
                .file("usr/lib/sysimage/rpm/Packages.db", noise)
                .file("var/lib/dpkg/status", noise)
                .file("lib/apk/db/installed", noise));
        assertFound(run, "unknown-package-database");
        assertThat(run.codes()).contains("broken-stanza", "malformed-line");
    }

    @Test
    void anArchiveNestedAHundredDeep() throws IOException {
        byte[] inner = "x".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("n.jar"));
                zip.write(inner);
                zip.closeEntry();
            }
            inner = out.toByteArray();
        }
        assertFound(scan(new TarBuilder().file("deep.jar", inner)), "archive-too-deep");
    }

    @Test
    void hugeNamesAndOddTypes() {
        ProgramRun run = scan(new TarBuilder().file("n".repeat(5000), "x").entry("odd", 'Q', new byte[0], ""));
        assertFound(run, "malformed-name");
        assertThat(run.codes()).contains("unknown-entry-type");
    }

    @Test
    void packageNamesThatTryToSpeakToTheTerminal() {
        ImageBuilder image = new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .file(
                                        "app/node_modules/lodash/package.json",
                                        "{\"name\":\"lodash\",\"version\":\"4.17.4\",\"license\":\"\\u001b]0;owned\\u0007\"}")
                                .file(
                                        "etc/os-release",
                                        "ID=debian\nVERSION_ID=12\nPRETTY_NAME=\"\u001b[2J\u001b[31mDebian\"\n"),
                        Packing.GZIP,
                        "RUN \\u001b[2J");
        ProgramRun run = ProgramRun.of(
                folder.resolve("cache"),
                "scan",
                image.writeOciLayout(folder.resolve("image")).toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("\u001b");
    }
}
