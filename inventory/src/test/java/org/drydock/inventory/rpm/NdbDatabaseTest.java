package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdbDatabaseTest {
    private static final String PATH = "usr/lib/sysimage/rpm/Packages.db";
    private static final int SECOND_SLOT = 32 + 16;

    private final NdbBuilder builder = new NdbBuilder();
    private ByteBuffer database = ByteBuffer.allocate(0);
    private int second;

    @BeforeEach
    void build() {
        database = ByteBuffer.wrap(builder.build(List.of(
                        HeaderBuilder.withFiles("a", 10).build(),
                        HeaderBuilder.withFiles("b", 20).build(),
                        HeaderBuilder.withFiles("c", 30).build())))
                .order(ByteOrder.LITTLE_ENDIAN);
        second = builder.starts.get(1);
    }

    @Test
    void aWrongChecksumIsToldOfAndThePackageGiven() {
        database.put(second + 300, (byte) (database.get(second + 300) ^ 1));

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.diagnostics)
                .containsExactly(Diagnostic.notExamined(
                        "corrupt-package-database",
                        ":offset " + second,
                        "a package's checksum does not fit its bytes"));
    }

    @Test
    void aSlotInTheMiddleOfNowhereCostsItsPackageOnly() {
        database.putInt(SECOND_SLOT + 8, 1 << 28);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "c 1-1");
        assertThat(sink.diagnostics)
                .singleElement()
                .satisfies(d -> assertThat(d.place()).isEqualTo(":offset " + SECOND_SLOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x0fffffff, 0x10000000, -1})
    void aSlotWithAWrongSizeIsToldOf(int blocks) {
        database.putInt(SECOND_SLOT + 12, blocks);

        RecordingSink sink = catalog();

        assertThat(sink.names()).startsWith("a 1-1");
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, Integer.MAX_VALUE, -1})
    void aBlobWithAWrongLengthIsToldOf(int length) {
        database.putInt(second + 12, length);

        RecordingSink sink = catalog();

        assertThat(sink.names()).contains("a 1-1", "c 1-1");
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @Test
    void blobsThatShareTheirBlocksAreReadOnce() {
        database.putInt(32 + 2 * 16 + 4, 2).putInt(32 + 2 * 16 + 8, second / 16);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1");
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @Test
    void aSlotWithoutMagicIsToldOf() {
        database.putInt(SECOND_SLOT, 0);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "c 1-1");
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 1 << 20, -1})
    void aWrongNumberOfSlotPagesIsToldOf(int pages) {
        database.putInt(12, pages);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @Test
    void anotherVersionIsNotRead() {
        database.putInt(4, 1);

        assertThat(catalog().diagnostics)
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("version 1 of ndb"));
    }

    private RecordingSink catalog() {
        byte[] bytes = new byte[database.capacity()];
        database.get(0, bytes);
        return RecordingSink.catalog(PATH, bytes);
    }
}
