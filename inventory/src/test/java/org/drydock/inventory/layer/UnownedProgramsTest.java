package org.drydock.inventory.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.image.Target;
import org.drydock.image.source.Targets;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.collect.Catalogers;
import org.drydock.inventory.collect.InventoryCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnownedProgramsTest {
    private static final String STATUS = """
        Package: tool
        Status: install ok installed
        Version: 1.0
        Architecture: amd64

        """;

    @TempDir
    private Path root;

    private static byte[] elf(int type, int segment) {
        ByteBuffer file = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putShort(16, (short) type);
        file.putLong(32, 64);
        file.putShort(54, (short) 56);
        file.putShort(56, (short) 1);
        file.putInt(64, segment);
        return file.array();
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private Inventory scan() {
        try (Target target = Targets.open("dir:" + root, null, Limits.DEFAULT)) {
            return new InventoryCollector(Catalogers.all(), Limits.DEFAULT, null)
                    .collect(target, Scope.SQUASHED, ScanProgress.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "3, 3, true", "3, 1, false", "1, 3, false"})
    void tellsProgramsFromLibraries(int type, int segment, boolean program) {
        assertThat(ElfProgram.is(ByteBuffer.wrap(elf(type, segment)))).isEqualTo(program);
    }

    @Test
    void readsBrokenHeadersAsNoProgram() {
        byte[] file = elf(3, 3);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(32, Long.MAX_VALUE);
        assertThat(ElfProgram.is(ByteBuffer.wrap(file))).isFalse();
        assertThat(ElfProgram.is(ByteBuffer.wrap(file, 0, 20).slice())).isFalse();
    }

    @Test
    void countsWhatNoPackageOwns() throws IOException {
        put("var/lib/dpkg/status", STATUS.getBytes(StandardCharsets.UTF_8));
        put("var/lib/dpkg/info/tool.list", "/usr/bin/tool\n".getBytes(StandardCharsets.UTF_8));
        put("usr/bin/tool", elf(3, 3));
        put("opt/a", elf(2, 1));
        put("opt/b", elf(3, 3));
        put("opt/libc.so", elf(3, 1));
        Inventory inventory = scan();
        assertThat(inventory.unidentified())
                .extracting(found -> found.location().path())
                .containsExactly("/opt/a", "/opt/b");
        assertThat(inventory.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("2 programs belong to no package");
    }

    @Test
    void listsSomeAndCountsAll() throws IOException {
        for (int i = 0; i < 130; i++) {
            put("opt/" + i, elf(2, 1));
        }
        Inventory inventory = scan();
        assertThat(inventory.unidentified()).hasSize(100);
        assertThat(inventory.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("130 programs belong to no package; the first 100 are listed");
        assertThat(inventory.coverage().catalogedFiles()).isZero();
    }

    @Test
    void saysThatThePackageDatabaseIsGone() throws IOException {
        put("etc/os-release", "ID=debian\nVERSION_ID=12\nPRETTY_NAME=\"Debian 12\"\n".getBytes(StandardCharsets.UTF_8));
        put("usr/bin/tool", elf(3, 3));
        assertThat(scan().diagnostics())
                .filteredOn(found -> found.level() == Diagnostic.Level.NOT_EXAMINED)
                .extracting(Diagnostic::code)
                .containsExactly("package-database-missing");
        put("var/lib/dpkg/status", STATUS.getBytes(StandardCharsets.UTF_8));
        assertThat(scan().diagnostics()).extracting(Diagnostic::code).doesNotContain("package-database-missing");
    }
}
