package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drydock.inventory.java.Jars.jar;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.drydock.core.Limits;
import org.drydock.inventory.zip.Zips;
import org.drydock.inventory.zip.Zips.Crooked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaArchiveHostileTest {
    private static final int MIB = 1 << 20;
    private static final byte[] LEAF = jar().pomProperties("g", "leaf", "1").deflated();

    @Test
    void stopsAtTheDepthLimitAndKeepsWhatLiesAbove() {
        byte[] archive = LEAF;
        for (int i = 0; i < 100; i++) {
            archive = jar().pomProperties("g", "level", String.valueOf(100 - i))
                    .file("n.jar", archive)
                    .deflated();
        }

        Catalogued seen = Catalogued.of("level.jar", archive);

        assertThat(seen.lines()).hasSize(17).endsWith("!/n.jar".repeat(16) + " g:level 17 pom.properties");
        assertThat(seen.diagnostics).containsExactly("NOT_EXAMINED archive-too-deep " + "!/n.jar".repeat(17));
    }

    @Test
    void goesAsDeepAsTheLimitAllows() {
        byte[] archive = LEAF;
        for (int i = 0; i < 100; i++) {
            archive = jar().file("n.jar", archive).stored();
        }

        Catalogued seen = Catalogued.of("n.jar", archive, Limits.DEFAULT.withArchiveDepth(100));

        assertThat(seen.lines()).containsExactly("!/n.jar".repeat(100) + " g:leaf 1 pom.properties");
        assertThat(seen.diagnostics).isEmpty();
    }

    @Test
    void examinesTheOthersBesideABomb() {
        byte[] bomb = jar().file("zeros.jar", new byte[66 * MIB]).deflated();
        byte[] archive = jar().file("bomb.jar", bomb).file("leaf.jar", LEAF).deflated();

        Catalogued seen = Catalogued.of("a.jar", archive);

        assertThat(seen.lines()).containsExactly("!/leaf.jar g:leaf 1 pom.properties");
        assertThat(seen.diagnostics).containsExactly("NOT_EXAMINED archive-too-large !/bomb.jar!/zeros.jar");
    }

    @Test
    void endsWhereAllNestedArchivesTogetherAreTooLarge() {
        byte[] zeros = jar().file("x", new byte[2 * MIB]).stored();
        Jars outer = jar().pomProperties("g", "outer", "1");
        for (int i = 0; i < 10; i++) {
            outer.file("n" + i + ".jar", zeros);
        }

        Catalogued seen = Catalogued.of("outer.jar", outer.deflated(), limits(7L * MIB, 1000));

        assertThat(seen.lines()).containsExactly(" g:outer 1 pom.properties");
        assertThat(seen.diagnostics).containsExactly("NOT_EXAMINED archive-too-large !/n3.jar");
    }

    @Test
    void countsStoredArchivesTooThoughNothingIsUnpacked() {
        byte[] inner = jar().file("x", new byte[MIB]).stored();
        byte[] outer = jar().file("a.jar", inner).file("b.jar", inner).stored();

        assertThat(Catalogued.of("o.jar", outer, limits(MIB + MIB / 2, 1000)).diagnostics)
                .containsExactly("NOT_EXAMINED archive-too-large !/b.jar");
    }

    @Test
    void saysWhereThereAreMoreEntriesThanTheLimit() {
        Jars jar = jar().pomProperties("g", "first", "1");
        for (int i = 0; i < 50; i++) {
            jar.file("f" + i, "");
        }
        byte[] archive = jar.file("late.jar", LEAF).deflated();

        Catalogued seen = Catalogued.of("first.jar", archive, limits(MIB, 20));

        assertThat(seen.lines()).containsExactly(" g:first 1 pom.properties");
        assertThat(seen.diagnostics).containsExactly("NOT_EXAMINED too-many-archive-entries ");
    }

    /** Each entry's data reaches to the end of the file, and so holds all later entries and the directory again. */
    @Test
    void endsWhereEntriesHoldEachOther() {
        int count = 40;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int localSize = 30 + "n00.jar".length();
        int total = count * (localSize + 46 + "n00.jar".length()) + 22;
        for (int i = 0; i < count; i++) {
            String name = "n%02d.jar".formatted(i);
            int length = total - (i + 1) * localSize;
            Crooked entry = new Crooked(name, 0, 0, length, length, new byte[0]);
            directory.writeBytes(entry.centralHeader(bytes.size()));
            bytes.writeBytes(entry.local());
        }
        int start = bytes.size();
        bytes.writeBytes(directory.toByteArray());
        bytes.writeBytes(Zips.end(count, directory.size(), start));

        Catalogued seen = Catalogued.of("quine.jar", bytes.toByteArray(), limits(16L * MIB, 1000));

        assertThat(seen.packages).isEmpty();
        assertThat(seen.diagnostics).hasSize(101).last().isEqualTo("NOT_EXAMINED further-diagnostics ");
    }

    @Test
    void findsWhatIsLeftWhereverTheArchiveIsCut() {
        byte[] whole = jar().pomProperties("g", "shop", "1")
                .file("lib/leaf.jar", LEAF)
                .file("lib/other.jar", LEAF)
                .deflated();
        List<String> all = Catalogued.of("shop.jar", whole).lines();
        int best = 0;
        for (int length = 0; length < whole.length; length++) {
            Catalogued seen = Catalogued.of("shop.jar", Arrays.copyOf(whole, length));

            assertThat(all).as("cut at %d", length).containsAll(seen.lines());
            assertThat(seen.diagnostics).as("cut at %d", length).isNotEmpty();
            best = Math.max(best, seen.lines().size());
        }
        assertThat(best).isEqualTo(3);
    }

    @Test
    void survivesAnySingleWrongByte() {
        byte[] whole = jar().manifest("Implementation-Version: 1")
                .pomProperties("g", "shop", "1")
                .file("lib/leaf.jar", LEAF)
                .stored();
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xFF}) {
                byte[] wrong = whole.clone();
                wrong[at] ^= (byte) flip;
                assertThat(Catalogued.of("shop.jar", wrong).lines()).hasSizeLessThan(4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/n.jar", "/etc/n.jar", "a/../../../etc/n.jar", "./etc//n.jar"})
    void keepsNamesInsideTheArchive(String name) {
        Catalogued seen = Catalogued.of("a.jar", jar().file(name, LEAF).deflated());

        assertThat(seen.lines()).containsExactly("!/etc/n.jar g:leaf 1 pom.properties");
    }

    @Test
    void tellsOfNamesThatClimbOutOrHoldControlCharacters() {
        byte[] archive = jar().file("../n.jar", LEAF).file("a\nb.jar", LEAF).deflated();

        Catalogued seen = Catalogued.of("a.jar", archive);

        assertThat(seen.diagnostics)
                .containsExactly("WARNING unsafe-entry-name !/n.jar", "WARNING unsafe-entry-name !/a\uFFFDb.jar");
        assertThat(seen.packages).hasSize(2);
    }

    @Test
    void saysWhatItCannotRead() {
        byte[] data = LEAF;
        byte[] archive = Zips.crooked(
                new Crooked("secret.jar", 1, 8, data.length, data.length, data),
                new Crooked("lzma.jar", 0, 14, data.length, data.length, data),
                new Crooked("text.jar", 0, 0, 5, 5, Zips.ascii("hello")),
                new Crooked("empty.jar", 0, 0, 0, 0, new byte[0]),
                new Crooked("lib.jar", 0, 0, data.length, data.length, data));

        Catalogued seen = Catalogued.of("a.jar", archive);

        assertThat(seen.lines()).containsExactly("!/lib.jar g:leaf 1 pom.properties");
        assertThat(seen.diagnostics)
                .containsExactly(
                        "NOT_EXAMINED unreadable-archive-entry !/secret.jar",
                        "NOT_EXAMINED unreadable-archive-entry !/lzma.jar",
                        "NOT_EXAMINED not-an-archive !/text.jar",
                        "NOTE empty-archive !/empty.jar");
    }

    @Test
    void saysWhereTheFileItselfIsNoArchive() {
        assertThat(Catalogued.of("a.jar", Zips.ascii("version https://git-lfs.github.com/spec/v1")).diagnostics)
                .containsExactly("NOT_EXAMINED not-an-archive ");
        assertThat(Catalogued.of("a.rar", Zips.ascii("Rar!\32\7\0archive")).diagnostics)
                .as("a RAR archive is no Java archive")
                .isEmpty();
    }

    @Test
    void warnsOfBrokenDirectory() {
        byte[] archive = Arrays.copyOf(LEAF, LEAF.length - 20);

        Catalogued seen = Catalogued.of("leaf.jar", archive);

        assertThat(seen.lines()).containsExactly(" g:leaf 1 pom.properties");
        assertThat(seen.diagnostics).containsExactly("WARNING broken-archive-directory ");
    }

    private static Limits limits(long archiveBytes, int entries) {
        return new Limits(1L << 33, 1000, 1 << 30, 16 * MIB, 16, entries, archiveBytes, 400, 1 << 20);
    }
}
