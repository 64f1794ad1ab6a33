package org.drydock.inventory.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.Selector;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binaries as the go command of this machine builds them, without the network. */
class GoToolTest {
    private static final String GO = "go";

    @TempDir
    private static Path folder;

    private static String goVersion = "";

    @BeforeAll
    static void writeModules() throws Exception {
        assumeTrue(run(Path.of("."), List.of(GO, "env", "GOVERSION"), true) == 0, "skipped: there is no go command");
        goVersion = Files.readString(folder.resolve("output")).strip();
        publish("example.org/one", "v1.2.3");
        publish("example.org/fork", "v0.5.0");
        write("local/go.mod", "module example.org/local\n\ngo 1.20\n");
        write("local/local.go", "package local\n\nfunc X() string { return \"local\" }\n");
        write("app/go.mod", """
                module example.org/app

                go 1.20

                require (
                	example.org/one v1.2.3
                	example.org/two v0.4.0
                	example.org/local v1.0.0
                )

                replace example.org/two => example.org/fork v0.5.0

                replace example.org/local => ../local
                """);
        write("app/main.go", """
                package main

                import (
                	"example.org/local"
                	"example.org/one"
                	two "example.org/two"
                )

                var version = "dev"

                func main() { println(local.X(), one.X(), two.X(), version) }
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, '', (devel)",
        "stripped, -s -w -buildid=, (devel)",
        "version, -s -w -X main.version=v2.7.1, v2.7.1",
    })
    void readsWhatGoBuilds(String name, String linkerFlags, String version) throws Exception {
        Path binary = folder.resolve(name);
        build(binary, linkerFlags);
        byte[] content = Files.readAllBytes(binary);
        assertThat(ExecutableFormat.mayBeGo(
                        ByteBuffer.wrap(content, 0, Selector.HeadTest.BYTES).slice(), content.length))
                .isTrue();
        Cataloged said = Cataloged.by(new GoBinaryCataloger(), "usr/bin/" + name, content);
        assertThat(said.diagnostics()).isEmpty();
        assertThat(said.names())
                .contains(
                        "example.org/app " + version,
                        "example.org/local (devel)",
                        "example.org/one v1.2.3",
                        "example.org/fork v0.5.0")
                .hasSize(5);
        CatalogedPackage standardLibrary = said.packages().getFirst();
        assertThat(standardLibrary.name()).isEqualTo("stdlib");
        assertThat(goVersion).startsWith("go" + standardLibrary.version());
    }

    @Test
    void modulesHaveTheirChecksums() throws Exception {
        Path binary = folder.resolve("sums");
        build(binary, "-s -w");
        Cataloged said = Cataloged.by(new GoBinaryCataloger(), "usr/bin/sums", Files.readAllBytes(binary));
        String sums = Files.readString(folder.resolve("app/go.sum"));
        for (CatalogedPackage found : said.packages()) {
            if (found.name().equals("example.org/one") || found.name().equals("example.org/fork")) {
                GoMetadata metadata = (GoMetadata) found.metadata();
                assertThat(sums).contains(found.name() + " " + found.version() + " " + metadata.h1() + "\n");
            }
        }
    }

    private static void build(Path binary, String linkerFlags) throws Exception {
        List<String> command = new ArrayList<>(List.of(GO, "build", "-o", binary.toString()));
        if (!linkerFlags.isEmpty()) {
            command.add("-ldflags=" + linkerFlags);
        }
        command.add(".");
        assertThat(run(folder.resolve("app"), command, false))
                .as(() -> read(folder.resolve("output")))
                .isZero();
    }

    private static int run(Path directory, List<String> command, boolean mayBeAbsent) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment()
                .putAll(Map.of(
                        "GOPROXY", folder.resolve("proxy").toUri().toString(),
                        "GOMODCACHE", folder.resolve("modules").toString(),
                        "GOFLAGS", "-mod=mod -modcacherw",
                        "GOSUMDB", "off",
                        "GOTOOLCHAIN", "local",
                        "GOWORK", "off",
                        "CGO_ENABLED", "0"));
        try {
            Process process = builder.start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("go ends").isTrue();
            return process.exitValue();
        } catch (IOException e) {
            assertThat(mayBeAbsent).as(e.toString()).isTrue();
            return -1;
        }
    }

    /** Puts a module where the go command looks for it, in the layout of a module proxy. */
    private static void publish(String path, String version) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String module = "module " + path + "\n\ngo 1.20\n";
        String at = "proxy/" + path + "/@v/" + version;
        write(at + ".mod", module);
        write(at + ".info", "{\"Version\":\"" + version + "\",\"Time\":\"2020-01-01T00:00:00Z\"}");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(at + ".zip")))) {
            String source = "package " + name + "\n\nfunc X() string { return \"" + name + "\" }\n";
            for (Map.Entry<String, String> file :
                    Map.of("go.mod", module, name + ".go", source).entrySet()) {
                zip.putNextEntry(new ZipEntry(path + "@" + version + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
