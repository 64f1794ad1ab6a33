package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the cataloger against the {@code rpm} command, package by package and file by file. */
class RpmCommandTest {
    private static final String NONE = "(none)";
    private static final String FORMAT =
            "%{NAME}|%{EPOCH}|%{VERSION}|%{RELEASE}|%{ARCH}|%{SOURCERPM}|%{MODULARITYLABEL}"
                    + "|%{VENDOR}|%{LICENSE}\\n[%{=NAME} %{FILENAMES}\\n]";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void rpmIsInstalled() throws InterruptedException {
        int status = -1;
        try {
            status = new ProcessBuilder("rpm", "--version").start().waitFor();
        } catch (IOException e) {
            // told below
        }
        assumeTrue(status == 0, "there is no rpm command: its reading of databases is not compared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bdb-little-endian.Packages", "bdb-big-endian.Packages"})
    void ownBerkeleyDatabases(String name) throws Exception {
        compare("Packages", "bdb_ro", RealDatabases.fixture(name));
    }

    @Test
    void aRealBerkeleyDatabase() throws Exception {
        compare("Packages", "bdb_ro", RealDatabases.shared("conformance/rpmdb/libuuid-bdb-Packages"));
    }

    @Test
    void theBerkeleyDatabaseOfAnImage() throws Exception {
        compare(
                "Packages",
                "bdb_ro",
                RealDatabases.inImage("images/small/alma8-rpm-bdb.oci.tar", "var/lib/rpm/Packages"));
    }

    @Test
    void theSqliteDatabaseOfAnImage() throws Exception {
        compare(
                "rpmdb.sqlite",
                "sqlite",
                RealDatabases.inImage("images/small/alma9-rpm.oci.tar", "var/lib/rpm/rpmdb.sqlite"));
    }

    /** rpm is seldom built with ndb: it gets the same headers in a Berkeley DB. */
    @Test
    void aRealNdbDatabaseOfSuse() throws Exception {
        byte[] database = RealDatabases.shared("conformance/rpmdb/sle15-bci-ndb-Packages.db");
        List<byte[]> headers = new ArrayList<>();
        HeaderSink taker = (place, header) -> {
            byte[] bytes = new byte[header.limit()];
            header.get(bytes);
            headers.add(bytes);
        };
        NdbDatabase.read(ByteBuffer.wrap(database), new HeaderBlob(1 << 20), taker, new Damage(new RecordingSink()));

        byte[] converted = new BerkeleyBuilder(ByteOrder.LITTLE_ENDIAN, 4096).build(headers);
        List<String> listed = rpm("Packages", "bdb_ro", converted);

        assertThat(listed).hasSizeGreaterThan(500);
        assertThat(lines(RecordingSink.catalog("usr/lib/sysimage/rpm/Packages.db", database)))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private void compare(String name, String backend, byte[] database) throws IOException, InterruptedException {
        List<String> listed = rpm(name, backend, database);
        RecordingSink sink = RecordingSink.catalog("var/lib/rpm/" + name, database);

        assertThat(lines(sink)).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(sink.packages).isNotEmpty();
        assertThat(sink.diagnostics).isEmpty();
    }

    private List<String> rpm(String name, String backend, byte[] database) throws IOException, InterruptedException {
        Files.write(folder.resolve(name), database);
        Path output = folder.resolve("output");
        int status = new ProcessBuilder(
                        "rpm",
                        "--define",
                        "_db_backend " + backend,
                        "--dbpath",
                        folder.toString(),
                        "-qa",
                        "--qf",
                        FORMAT)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(status == 0, "this rpm command cannot open databases of the kind " + backend);
        return Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("gpg-pubkey") && !line.endsWith(" " + NONE))
                .toList();
    }

    private static List<String> lines(RecordingSink sink) {
        List<String> lines = new ArrayList<>(sink.owned);
        sink.packages.forEach(p -> lines.add(line(p)));
        return lines;
    }

    private static String line(CatalogedPackage found) {
        RpmMetadata facts = (RpmMetadata) found.metadata();
        return String.join(
                "|",
                found.name(),
                facts.epoch() == null ? NONE : facts.epoch().toString(),
                facts.version(),
                facts.release(),
                orNone(found.architecture()),
                orNone(facts.sourceRpm()),
                orNone(facts.modularity()),
                orNone(facts.vendor()),
                found.licenses().isEmpty() ? NONE : found.licenses().getFirst());
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : text;
    }
}
