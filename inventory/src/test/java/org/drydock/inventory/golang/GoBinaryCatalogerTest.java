package org.drydock.inventory.golang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoBinaryCatalogerTest {
    private static final String MODULES = """
            path\texample.org/app
            mod\texample.org/app\t(devel)\t
            dep\texample.org/one\tv1.2.3\th1:one=
            build\t-ldflags="-X main.version=v2.7.1"
            build\tGOARCH=arm64
            """;
    private static final Executable LITTLE_64 = new Executable(8, ByteOrder.LITTLE_ENDIAN);

    private static Cataloged read(byte[] file) {
        return Cataloged.by(new GoBinaryCataloger(), "usr/bin/app", file);
    }

    private static boolean selected(byte[] file) {
        byte[] head = Arrays.copyOf(file, Math.min(file.length, 4096));
        return ExecutableFormat.mayBeGo(ByteBuffer.wrap(head).asReadOnlyBuffer(), file.length);
    }

    private static Stream<Arguments> executables() {
        return Stream.of(4, 8)
                .flatMap(word -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .map(order -> new Executable(word, order)))
                .flatMap(kind -> Stream.of(kind.inlineBlob("go1.22.1", MODULES), kind.pointerBlob("go1.22.1", MODULES))
                        .flatMap(blob -> formats(kind, blob)));
    }

    private static Stream<Arguments> formats(Executable kind, byte[] blob) {
        Stream<Arguments> everywhere = Stream.of(
                Arguments.of(kind + " ELF", kind.elf(blob)),
                Arguments.of(kind + " Mach-O", kind.machO(blob)),
                Arguments.of(kind + " universal", Executable.universal(kind.machO(blob))));
        return kind.order() == ByteOrder.BIG_ENDIAN
                ? everywhere
                : Stream.concat(everywhere, Stream.of(Arguments.of(kind + " PE", kind.pe(blob))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executables")
    void readsBothFormsInAllExecutables(String kind, byte[] file) {
        assertThat(selected(file)).as(kind).isTrue();
        Cataloged said = read(file);
        assertThat(said.names()).containsExactly("stdlib 1.22.1", "example.org/app v2.7.1", "example.org/one v1.2.3");
        assertThat(said.packages())
                .extracting(CatalogedPackage::metadata)
                .containsExactly(
                        new GoMetadata("go1.22.1", false, ""),
                        new GoMetadata("go1.22.1", true, ""),
                        new GoMetadata("go1.22.1", false, "h1:one="));
        assertThat(said.packages()).extracting(CatalogedPackage::architecture).containsOnly("arm64");
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void withoutModulesThereIsTheStandardLibrary() {
        assertThat(read(LITTLE_64.elf(LITTLE_64.inlineBlob("go1.13.4", ""))).names())
                .containsExactly("stdlib 1.13.4");
        assertThat(read(LITTLE_64.elf(LITTLE_64.pointerBlob("go1.13.4", ""))).names())
                .containsExactly("stdlib 1.13.4");
    }

    @Test
    void aStatedVersionOfTheMainModuleStays() {
        String modules = """
                mod\ta.org/a\tv0.0.0-20240102030405-0123456789ab+dirty\t
                build\t-ldflags="-X main.version=v9.9.9"
                """;
        assertThat(read(LITTLE_64.elf(LITTLE_64.inlineBlob("go1.24", modules))).names())
                .containsExactly("stdlib 1.24", "a.org/a v0.0.0-20240102030405-0123456789ab+dirty");
    }

    @Test
    void aToolChainWithoutVersionIsADiagnostic() {
        Cataloged said = read(LITTLE_64.elf(LITTLE_64.inlineBlob("devel +0123abc", MODULES)));
        assertThat(said.names()).containsExactly("example.org/app v2.7.1", "example.org/one v1.2.3");
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED unknown-go-version");
    }

    @Test
    void otherExecutablesSayNothing() {
        byte[] file = LITTLE_64.elf("\u00ff Go buildinf, but not quite.......".getBytes(StandardCharsets.ISO_8859_1));
        Cataloged said = read(file);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void theMagicCountsInWritableDataAndAtMultiplesOfSixteenOnly() {
        byte[] blob = LITTLE_64.inlineBlob("go1.22.1", MODULES);
        assertThat(read(LITTLE_64.elf(blob, 2, 4)).packages()).isEmpty();
        byte[] shifted = new byte[blob.length + 1];
        System.arraycopy(blob, 0, shifted, 1, blob.length);
        assertThat(read(LITTLE_64.elf(shifted)).packages()).isEmpty();
    }

    @Test
    void aFalseHeaderBeforeTheRealOneIsPassedOver() {
        byte[] real = LITTLE_64.inlineBlob("go1.22.1", MODULES);
        byte[] both = new byte[48 + real.length];
        System.arraycopy(LITTLE_64.inlineBlob("no", ""), 0, both, 0, 36);
        System.arraycopy(real, 0, both, 48, real.length);
        assertThat(read(LITTLE_64.elf(both)).names()).startsWith("stdlib 1.22.1");
    }

    private static List<byte[]> unreadable() {
        byte[] inline = LITTLE_64.inlineBlob("go1.22.1", MODULES);
        byte[] longVersion = LITTLE_64.inlineBlob("go" + "1".repeat(300), MODULES);
        byte[] endlessLength = inline.clone();
        Arrays.fill(endlessLength, 32, 48, (byte) 0xff);
        byte[] hugeLength = inline.clone();
        System.arraycopy(new byte[] {-1, -1, -1, -1, 127}, 0, hugeLength, 32, 5);
        byte[] strayPointer = LITTLE_64.pointerBlob("go1.22.1", MODULES);
        strayPointer[16 + 7] = 0x7f;
        byte[] oddPointers = LITTLE_64.pointerBlob("go1.22.1", MODULES);
        oddPointers[14] = 5;
        byte[] hugeString = LITTLE_64.pointerBlob("go1.22.1", MODULES);
        Arrays.fill(hugeString, 40, 48, (byte) 0x7f);
        return List.of(
                LITTLE_64.inlineBlob("", ""),
                LITTLE_64.inlineBlob("rust", MODULES),
                Arrays.copyOf(inline, inline.length - 40),
                longVersion,
                endlessLength,
                hugeLength,
                strayPointer,
                oddPointers,
                hugeString);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void brokenBuildInformationIsADiagnostic(byte[] blob) {
        Cataloged said = read(LITTLE_64.elf(blob));
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED unreadable-build-info");
    }

    @Test
    void truncatedFilesAreReadAsFarAsTheyGo() {
        byte[] file = LITTLE_64.elf(LITTLE_64.inlineBlob("go1.22.1", MODULES));
        for (int length = 0; length < file.length; length++) {
            Cataloged said = read(Arrays.copyOf(file, length));
            assertThat(said.diagnostics()).as("of %d bytes", length).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void overlappingSegmentsAreNotSearchedAgainAndAgain() {
        int segments = 60_000;
        ByteBuffer file = ByteBuffer.allocate(64 + segments * 56).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putShort(16, (short) 2).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) segments);
        for (int i = 0; i < segments; i++) {
            int entry = 64 + i * 56;
            file.putInt(entry, 1).putInt(entry + 4, 6).putLong(entry + 32, file.capacity());
        }
        assertThat(read(file.array()).diagnostics()).isEmpty();
    }

    private static Stream<Arguments> refused() {
        byte[] blob = LITTLE_64.inlineBlob("go1.22.1", MODULES);
        byte[] managed = LITTLE_64.pe(blob);
        managed[0x98 + 112 + 14 * 8] = 1;
        byte[] object = LITTLE_64.machO(blob);
        object[12] = 1;
        byte[] javaClass = new byte[64];
        ByteBuffer.wrap(javaClass).putInt(0xcafebabe).putInt(69);
        return Stream.of(
                Arguments.of("object file", LITTLE_64.elf(blob, 1, 6)),
                Arguments.of("core dump", LITTLE_64.elf(blob, 4, 6)),
                Arguments.of("nothing writable", LITTLE_64.elf(blob, 3, 5)),
                Arguments.of("ELF header alone", Arrays.copyOf(LITTLE_64.elf(blob), 20)),
                Arguments.of("text with MZ", "MZ is not enough, it takes a header".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(".NET assembly", managed),
                Arguments.of("Mach-O object", object),
                Arguments.of("Java class", javaClass),
                Arguments.of("script", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("empty file", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeAGoBinaryIsNotRead(String kind, byte[] file) {
        assertThat(selected(file)).as(kind).isFalse();
    }

    @Test
    void programHeadersBeyondTheHeadAreNoReasonToRefuse() {
        byte[] file = LITTLE_64.elf(LITTLE_64.inlineBlob("go1.22.1", MODULES));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(32, 1 << 20);
        assertThat(selected(file)).isTrue();
    }
}
