package org.drydock.inventory.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.drydock.inventory.zip.Zips.Crooked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    private static final byte[] PLAIN = Zips.deflated("a.txt", "one", "b/c.txt", "two", "d.txt", "three");
    private static final List<String> NAMES = List.of("a.txt", "b/c.txt", "d.txt");

    @Test
    void listsEntriesInOrder() {
        assertThat(Zips.names(PLAIN)).isEqualTo(NAMES);
        assertThat(ZipArchive.open(ByteBuffer.wrap(PLAIN)).isDamaged()).isFalse();
    }

    @Test
    void readsFromPositionToLimitOfDirectReadOnlyBuffer() {
        ByteBuffer larger = ByteBuffer.allocateDirect(PLAIN.length + 20);
        larger.position(10).put(PLAIN).limit(10 + PLAIN.length).position(10);

        assertThat(Zips.names(larger.asReadOnlyBuffer())).isEqualTo(NAMES);
    }

    @Test
    void toleratesScriptInFrontThatOffsetsDoNotCount() {
        byte[] archive = Zips.concat(Zips.ascii("#!/bin/sh\nexec java -jar $0\n"), PLAIN);

        assertThat(Zips.names(archive)).isEqualTo(NAMES);
        assertThat(content(archive, "d.txt")).isEqualTo("three");
    }

    @Test
    void toleratesScriptInFrontThatOffsetsCount() {
        byte[] script = Zips.ascii("#!/bin/sh\n");
        Crooked entry = new Crooked("x", 0, 0, 2, 2, Zips.ascii("hi"));
        byte[] local = Zips.concat(script, entry.local());
        byte[] central = entry.centralHeader(script.length);
        byte[] archive = Zips.concat(local, central, Zips.end(1, central.length, local.length));

        assertThat(content(archive, "x")).isEqualTo("hi");
    }

    @Test
    void findsDirectoryByItsOffsetWhereSomethingLiesBehindIt() {
        Crooked entry = new Crooked("x", 0, 0, 2, 2, Zips.ascii("hi"));
        byte[] local = entry.local();
        byte[] central = entry.centralHeader(0);
        byte[] archive = Zips.concat(local, central, Zips.ascii("padding"), Zips.end(1, central.length, local.length));

        assertThat(content(archive, "x")).isEqualTo("hi");
        assertThat(ZipArchive.open(ByteBuffer.wrap(archive)).isDamaged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 5_000, 65_535})
    void toleratesBytesBehindTheEnd(int count) {
        assertThat(Zips.names(Zips.concat(PLAIN, new byte[count]))).isEqualTo(NAMES);
    }

    @Test
    void acceptsEmptyArchive() {
        assertThat(Zips.names(Zips.end(0, 0, 0))).isEmpty();
    }

    @Test
    void readsMoreEntriesThanSixteenBitsCount() {
        Object[] files = new Object[2 * 66_000];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = "f" + i;
            files[i + 1] = "";
        }

        assertThat(Zips.names(Zips.stored(files))).hasSize(66_000).endsWith("f131998");
    }

    @Test
    void readsZip64Fields() {
        byte[] data = Zips.ascii("sixty-four");
        Crooked entry = new Crooked("x", 0, 0, -1, -1, data);
        byte[] header = entry.centralHeader(-1);
        byte[] extra = Zips.buffer(28)
                .putShort((short) 1)
                .putShort((short) 24)
                .putLong(data.length)
                .putLong(data.length)
                .putLong(0)
                .array();
        ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).putShort(30, (short) extra.length);
        byte[] central = Zips.concat(header, extra);
        byte[] local = Zips.concat(entry.localHeader(), data);
        byte[] end64 = Zips.buffer(56)
                .putInt(0x06064b50)
                .putLong(44)
                .putInt(0)
                .putLong(0)
                .putLong(1)
                .putLong(1)
                .putLong(central.length)
                .putLong(local.length)
                .array();
        byte[] locator = Zips.buffer(20)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(local.length + central.length)
                .putInt(1)
                .array();
        byte[] archive = Zips.concat(local, central, end64, locator, Zips.end(-1, -1, -1));

        assertThat(content(archive, "x")).isEqualTo("sixty-four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PK", "hello, world", "PK\3\4", "Rar!\32\7"})
    void refusesWhatIsNoArchive(String content) {
        ByteBuffer bytes = ByteBuffer.wrap(Zips.ascii(content));

        assertThatThrownBy(() -> ZipArchive.open(bytes)).isInstanceOf(ZipFormatException.class);
    }

    @Test
    void walksLocalHeadersWhereDirectoryIsCutOff() {
        byte[] archive = Arrays.copyOf(PLAIN, PLAIN.length - 30);

        assertThat(ZipArchive.open(ByteBuffer.wrap(archive)).isDamaged()).isTrue();
        assertThat(Zips.names(archive)).isEqualTo(NAMES);
        assertThat(content(archive, "b/c.txt")).isEqualTo("two");
    }

    @Test
    void walksLocalHeadersWhereDirectoryIsBroken() {
        byte[] archive = PLAIN.clone();
        int second = indexOf(archive, new byte[] {'P', 'K', 1, 2}, 2);
        archive[second] = 0;

        assertThat(ZipArchive.open(ByteBuffer.wrap(archive)).isDamaged()).isTrue();
        assertThat(Zips.names(archive)).isEqualTo(NAMES);
    }

    @Test
    void doesNotBelieveAnEmptyDirectoryBehindEntries() {
        byte[] archive = Zips.concat(PLAIN, Zips.end(0, 0, PLAIN.length));

        assertThat(Zips.names(archive)).isEqualTo(NAMES);
    }

    @Test
    void walksPastEntryWhoseSizeLeadsNowhere() {
        Crooked lying = new Crooked("liar", 0, 0, 5, 5, Zips.ascii("twelve bytes"));
        Crooked next = new Crooked("next", 0, 0, 2, 2, Zips.ascii("hi"));
        byte[] archive = Zips.concat(lying.local(), next.local());

        assertThat(Zips.names(archive)).containsExactly("liar", "next");
        assertThat(content(archive, "liar")).isEqualTo("twelve bytes");
        assertThat(content(archive, "next")).isEqualTo("hi");
    }

    @Test
    void saysWhereAnEntryIsNotInItsPlace() {
        Crooked entry = new Crooked("x", 0, 0, 2, 2, Zips.ascii("hi"));
        byte[] local = entry.local();
        byte[] central = entry.centralHeader(7);
        byte[] archive = Zips.concat(local, central, Zips.end(1, central.length, local.length));
        ZipCursor cursor = ZipArchive.open(ByteBuffer.wrap(archive)).entries();

        assertThat(cursor.next()).isTrue();
        assertThatThrownBy(cursor::entry)
                .isInstanceOf(ZipFormatException.class)
                .hasMessageContaining("x: is not where the directory says");
    }

    @Test
    void findsSomeEntriesAndNothingElseWhereverItIsCut() {
        for (int length = 0; length < PLAIN.length; length++) {
            byte[] cut = Arrays.copyOf(PLAIN, length);
            try {
                assertThat(NAMES).as("cut at %d", length).containsAll(Zips.names(cut));
            } catch (ZipFormatException e) {
                assertThat(length).as("nothing found").isLessThan(60);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3,false", "4,true", "2000,true"})
    void followsOnlyTheLastFewEndRecords(int misleading, boolean damaged) {
        byte[][] parts = new byte[misleading + 1][];
        Arrays.fill(parts, Zips.end(1, 10, 0));
        parts[0] = PLAIN;
        byte[] archive = Zips.concat(parts);

        assertThat(ZipArchive.open(ByteBuffer.wrap(archive)).isDamaged()).isEqualTo(damaged);
        assertThat(Zips.names(archive)).isEqualTo(NAMES);
    }

    @Test
    void comparesNamesInAnyCase() {
        ZipCursor cursor = ZipArchive.open(ByteBuffer.wrap(Zips.stored("Meta-INF/X.JAR", "")))
                .entries();
        cursor.next();

        assertThat(cursor.nameEndsWith(".jar")).isTrue();
        assertThat(cursor.nameStartsWith("meta-inf/")).isTrue();
        assertThat(cursor.nameEndsWith(".ja")).isFalse();
        assertThat(cursor.nameEndsWith("longer-than-the-name/meta-inf/x.jar")).isFalse();
    }

    private static String content(byte[] archive, String name) {
        return EntryReaderTest.text(archive, name);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int nth) {
        int seen = 0;
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length) && ++seen == nth) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
