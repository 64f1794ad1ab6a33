package org.drydock.inventory.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.drydock.inventory.zip.Zips.Crooked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReaderTest {
    private static final int MIB = 1 << 20;

    @Test
    void slicesStoredEntries() {
        assertThat(text(Zips.stored("a", "first", "b", "second"), "b")).isEqualTo("second");
    }

    @Test
    void unpacksDeflatedEntries() {
        String content = "content ".repeat(10_000);

        assertThat(text(Zips.deflated("a", content), "a")).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 79_999, 80_001, 2_000_000_000, -5})
    void believesNoStatedSize(int stated) {
        String content = "content ".repeat(10_000);
        byte[] packed = deflate(content.getBytes(StandardCharsets.UTF_8));
        byte[] archive = Zips.crooked(new Crooked("a", 0, 8, packed.length, stated, packed));

        assertThat(text(archive, "a")).isEqualTo(content);
        assertThat(StandardCharsets.UTF_8
                        .decode(head(archive, "a", 100_000).bytes())
                        .toString())
                .isEqualTo(content);
        assertThat(head(archive, "a", 100).bytes().remaining()).isEqualTo(100);
        assertThat(head(archive, "a", 100).damaged()).isTrue();
    }

    @Test
    void tellsOfEntryCutOffWithTheArchive() throws IOException {
        byte[] data = Zips.ascii("0123456789");
        byte[] archive = Zips.crooked(new Crooked("a", 0, 0, 1_000_000, 10, data));

        try (EntryReader reader = reader(Limits.DEFAULT)) {
            EntryReader.Content content = reader.whole(entry(archive, "a"), ScratchSpace.inMemory());

            assertThat(content.damaged()).isTrue();
            assertThat(content.bytes().remaining()).isLessThan(archive.length).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void keepsWhatComesBeforeCorruptBytes() throws IOException {
        byte[] packed = deflate("content ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        byte[] archive = Zips.crooked(new Crooked("a", 0, 8, half.length, 80_000, half));

        try (EntryReader reader = reader(Limits.DEFAULT)) {
            EntryReader.Content content = reader.whole(entry(archive, "a"), ScratchSpace.inMemory());

            assertThat(content.damaged()).isTrue();
            assertThat(content.bytes().remaining()).isBetween(1, 79_999);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0001, 0x0041, 0x2000})
    void refusesEncryptedEntries(int flags) {
        byte[] archive = Zips.crooked(new Crooked("a", flags, 0, 1, 1, new byte[1]));

        assertThatThrownBy(() -> head(archive, "a", 10))
                .isInstanceOf(ZipFormatException.class)
                .hasMessage("a: is encrypted");
    }

    @Test
    void saysNamesOnOneShortLine() {
        byte[] archive = Zips.crooked(new Crooked("a\n\33[31m" + "b".repeat(1000), 1, 0, 1, 1, new byte[1]));
        ZipCursor cursor = ZipArchive.open(ByteBuffer.wrap(archive)).entries();

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.entry().shownName()).startsWith("a\uFFFD\uFFFD[31mbb").hasSize(256);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 14, 93, 99})
    void refusesMethodsItDoesNotKnow(int method) {
        byte[] archive = Zips.crooked(new Crooked("a", 0, method, 1, 1, new byte[1]));

        assertThatThrownBy(() -> text(archive, "a"))
                .isInstanceOf(ZipFormatException.class)
                .hasMessageContaining("method " + method);
    }

    @Test
    void stopsAtTheBudgetOfAllEntriesTogether() throws IOException {
        byte[] archive = Zips.deflated("a", new byte[3 * MIB], "b", new byte[3 * MIB]);
        ReadBudget budget = new ReadBudget(limits(4L * MIB, 400));

        try (EntryReader reader = new EntryReader(Limits.DEFAULT, budget)) {
            assertThat(reader.whole(entry(archive, "a"), ScratchSpace.inMemory())
                            .bytes()
                            .remaining())
                    .isEqualTo(3 * MIB);
            assertThat(budget.isSpent()).isFalse();
            assertThatThrownBy(() -> reader.whole(entry(archive, "b"), ScratchSpace.inMemory()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("4194304 bytes");
            assertThat(budget.isSpent()).isTrue();
        }
    }

    @Test
    void stopsWhereAStreamGrowsTooMuch() {
        byte[] archive = Zips.deflated("bomb", new byte[66 * MIB]);

        try (EntryReader reader = reader(limits(1L << 32, 400))) {
            assertThatThrownBy(() -> reader.whole(entry(archive, "bomb"), ScratchSpace.inMemory()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("400 times");
        }
    }

    @Test
    void leavesLargeEntriesToTheScratchSpace() throws IOException {
        byte[] archive = Zips.deflated("a", new byte[MIB]);
        Limits limits = new Limits(1 << 30, 100, 2 * MIB, 1000, 16, 100, 1 << 30, 400, 1000);
        StringBuilder held = new StringBuilder();
        ScratchSpace scratch = (in, maxBytes, what) -> {
            held.append(what).append(' ').append(maxBytes);
            return ScratchSpace.inMemory().hold(in, maxBytes, what);
        };

        try (EntryReader reader = reader(limits)) {
            assertThat(reader.whole(entry(archive, "a"), scratch).bytes().remaining())
                    .isEqualTo(MIB);
        }
        assertThat(held).hasToString("a 2097152");
    }

    private static Limits limits(long archiveBytes, int expansionRatio) {
        return new Limits(1L << 33, 1000, 1 << 30, 1 << 20, 16, 1000, archiveBytes, expansionRatio, 1 << 20);
    }

    private static EntryReader reader(Limits limits) {
        return new EntryReader(limits, new ReadBudget(limits));
    }

    private static EntryReader.Content head(byte[] archive, String name, int max) {
        try (EntryReader reader = reader(Limits.DEFAULT)) {
            return reader.head(entry(archive, name), max);
        }
    }

    static String text(byte[] archive, String name) {
        try (EntryReader reader = reader(Limits.DEFAULT)) {
            ByteBuffer bytes =
                    reader.whole(entry(archive, name), ScratchSpace.inMemory()).bytes();
            return StandardCharsets.UTF_8.decode(bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZipEntry entry(byte[] archive, String name) {
        ZipCursor entries = ZipArchive.open(ByteBuffer.wrap(archive)).entries();
        while (entries.next()) {
            if (entries.name().equals(name)) {
                return entries.entry();
            }
        }
        throw new AssertionError("no entry " + name);
    }

    private static byte[] deflate(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            byte[] packed = new byte[content.length + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }
}
