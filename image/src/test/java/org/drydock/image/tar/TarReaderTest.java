package org.drydock.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    private record Seen(String name, char type, long size, String link, String content) {}

    private static List<Seen> read(byte[] archive) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(archive));
        List<Seen> seen = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            String content = new String(reader.content().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(entry.name(), entry.type(), entry.size(), entry.linkName(), content));
        }
        return seen;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsPlainEntries() throws IOException {
        byte[] archive = new TarBuilder()
                .directory("etc")
                .file("etc/a", "hello")
                .symlink("etc/b", "a")
                .hardlink("etc/c", "etc/a")
                .file("empty", "")
                .build();
        assertThat(read(archive))
                .containsExactly(
                        new Seen("etc/", '5', 0, "", ""),
                        new Seen("etc/a", '0', 5, "", "hello"),
                        new Seen("etc/b", '2', 0, "a", ""),
                        new Seen("etc/c", '1', 0, "etc/a", ""),
                        new Seen("empty", '0', 0, "", ""));
    }

    @Test
    void unreadContentIsPassedOver() throws IOException {
        byte[] archive =
                new TarBuilder().file("a", "x".repeat(5000)).file("b", "y").build();
        TarReader reader = new TarReader(new ByteArrayInputStream(archive));
        reader.next();
        assertThat(reader.content().read()).isEqualTo('x');
        TarEntry second = reader.next();
        assertThat(second).isNotNull();
        assertThat(new String(reader.content().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("y");
    }

    @Test
    void longNamesOfBothKindsAreWhole() throws IOException {
        String name = "d/".repeat(120) + "file";
        byte[] archive = new TarBuilder()
                .file(name, "pax")
                .gnuLongName(name + "2", bytes("gnu"))
                .symlink("l", "t".repeat(300))
                .build();
        assertThat(read(archive))
                .containsExactly(
                        new Seen(name, '0', 3, "", "pax"),
                        new Seen(name + "2", '0', 3, "", "gnu"),
                        new Seen("l", '2', 0, "t".repeat(300), ""));
    }

    @Test
    void ustarPrefixIsPartOfTheName() throws IOException {
        byte[] archive = new TarBuilder()
                .raw("file", '0', bytes("x"), "", header -> {
                    TarBuilder.put(header, 345, 155, "some/where");
                })
                .build();
        assertThat(read(archive)).containsExactly(new Seen("some/where/file", '0', 1, "", "x"));
    }

    @Test
    void sizesInBase256AreRead() throws IOException {
        byte[] archive = new TarBuilder()
                .raw("f", '0', bytes("12345"), "", header -> {
                    java.util.Arrays.fill(header, 124, 136, (byte) 0);
                    header[124] = (byte) 0x80;
                    header[135] = 5;
                })
                .build();
        assertThat(read(archive)).containsExactly(new Seen("f", '0', 5, "", "12345"));
    }

    @Test
    void namesThatAreNotUtf8StayDistinct() throws IOException {
        byte[] archive = new TarBuilder()
                .raw("x", '0', bytes(""), "", header -> header[0] = (byte) 0xe9)
                .raw("x", '0', bytes(""), "", header -> header[0] = (byte) 0xe8)
                .build();
        assertThat(read(archive)).extracting(Seen::name).containsExactly("é", "è");
    }

    @Test
    void sparseFilesOfFormat01AreFilledWithZeros() throws IOException {
        byte[] archive = new TarBuilder()
                .withPax("s", '0', bytes("abcd"), "GNU.sparse.size", "10", "GNU.sparse.map", "1,2,6,2")
                .file("next", "n")
                .build();
        assertThat(read(archive))
                .containsExactly(new Seen("s", '0', 10, "", "\0ab\0\0\0cd\0\0"), new Seen("next", '0', 1, "", "n"));
    }

    @Test
    void sparseFilesOfFormat00AreFilledWithZeros() throws IOException {
        byte[] archive = new TarBuilder()
                .withPax(
                        "s",
                        '0',
                        bytes("ab"),
                        "GNU.sparse.size",
                        "4",
                        "GNU.sparse.offset",
                        "2",
                        "GNU.sparse.numbytes",
                        "2")
                .build();
        assertThat(read(archive)).containsExactly(new Seen("s", '0', 4, "", "\0\0ab"));
    }

    @Test
    void sparseFilesOfFormat10AreFilledWithZeros() throws IOException {
        byte[] map = java.util.Arrays.copyOf(bytes("1\n3\n2\n"), 512 + 2);
        System.arraycopy(bytes("zz"), 0, map, 512, 2);
        byte[] archive = new TarBuilder()
                .withPax(
                        "GNUSparseFile.1/s",
                        '0',
                        map,
                        "GNU.sparse.major",
                        "1",
                        "GNU.sparse.minor",
                        "0",
                        "GNU.sparse.name",
                        "s",
                        "GNU.sparse.realsize",
                        "6")
                .file("next", "n")
                .build();
        assertThat(read(archive))
                .containsExactly(new Seen("s", '0', 6, "", "\0\0\0zz\0"), new Seen("next", '0', 1, "", "n"));
    }

    @Test
    void oldGnuSparseFilesAreFilledWithZeros() throws IOException {
        byte[] archive = new TarBuilder()
                .raw("s", 'S', bytes("xy"), "", header -> {
                    TarBuilder.put(header, 257, 8, "ustar  ");
                    TarBuilder.put(header, 386, 12, "00000000003");
                    TarBuilder.put(header, 398, 12, "00000000002");
                    TarBuilder.put(header, 483, 12, "00000000007");
                })
                .build();
        assertThat(read(archive)).containsExactly(new Seen("s", '0', 7, "", "\0\0\0xy\0\0"));
    }

    @Test
    void devicesHaveNoContentWhateverTheySay() throws IOException {
        byte[] archive = new TarBuilder()
                .raw("dev", '3', new byte[0], "", header -> TarBuilder.put(header, 124, 12, "00000001000"))
                .file("next", "n")
                .build();
        assertThat(read(archive)).extracting(Seen::name).containsExactly("dev", "next");
    }

    @Test
    void anArchiveMayEndWithoutItsMark() throws IOException {
        assertThat(read(new TarBuilder().file("a", "x").buildOpenEnded())).hasSize(1);
        assertThat(read(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 511, 513, 700, 1024 + 600})
    void truncationIsAnError(int length) {
        byte[] archive =
                new TarBuilder().file("a", "x".repeat(600)).file("b", "y").buildOpenEnded();
        byte[] cut = java.util.Arrays.copyOf(archive, length);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(TarException.class).hasMessageContaining("at byte");
    }

    @Test
    void garbageIsAnError() {
        byte[] garbage = new byte[2048];
        java.util.Arrays.fill(garbage, (byte) 'x');
        assertThatThrownBy(() -> read(garbage)).isInstanceOf(TarException.class);
    }

    @Test
    void hugeExtendedHeadersAreRefused() {
        byte[] archive = new TarBuilder()
                .raw("x", 'x', new byte[0], "", header -> TarBuilder.put(header, 124, 12, "77777777777"))
                .build();
        assertThatThrownBy(() -> read(archive)).isInstanceOf(TarException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,2,1,2", "0,99", "x", "1,-2", "9223372036854775807,9"})
    void brokenSparseMapsAreRefused(String map) {
        byte[] archive = new TarBuilder()
                .withPax("s", '0', bytes("abcd"), "GNU.sparse.size", "10", "GNU.sparse.map", map)
                .build();
        assertThatThrownBy(() -> read(archive)).isInstanceOf(TarException.class);
    }
}
