package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerkeleyDatabaseTest {
    private static final String PATH = "var/lib/rpm/Packages";
    private static final int PAGE = 512;

    private final BerkeleyBuilder builder = new BerkeleyBuilder(ByteOrder.LITTLE_ENDIAN, PAGE);
    private ByteBuffer database = ByteBuffer.allocate(0);
    private int second;

    @BeforeEach
    void build() {
        database = ByteBuffer.wrap(builder.build(List.of(
                        HeaderBuilder.withFiles("a", 60).build(),
                        HeaderBuilder.withFiles("b", 90).build(),
                        HeaderBuilder.withFiles("c", 120).build())))
                .order(ByteOrder.LITTLE_ENDIAN);
        second = builder.chains.get(1);
    }

    @Test
    void aLoopOfOverflowPagesEnds() {
        database.putInt((second + 1) * PAGE + 16, second);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.diagnostics)
                .contains(Diagnostic.notExamined(
                        "corrupt-package-database",
                        ":page 1",
                        "the chain of a package breaks at page " + second + ", which is in a chain already"));
    }

    @Test
    void manyValuesOnOneChainReadItOnce() {
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            headers.add(HeaderBuilder.withFiles("p" + i, 60).build());
        }
        BerkeleyBuilder many = new BerkeleyBuilder(ByteOrder.LITTLE_ENDIAN, PAGE);
        database = ByteBuffer.wrap(many.build(headers)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i < 20; i++) {
            int value = PAGE + Short.toUnsignedInt(database.getShort(PAGE + 26 + 4 * i + 2));
            database.putInt(value + 4, many.chains.getFirst());
        }

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("p0 1-1");
        assertThat(sink.diagnostics).anyMatch(d -> d.message().endsWith("which is in a chain already"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, which is not in the file",
        "1000000, which is not in the file",
        "1, which is no overflow page",
    })
    void aChainThatLeadsAstrayIsToldOf(int page, String why) {
        database.putInt(second * PAGE + 16, page);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.diagnostics).anyMatch(d -> d.message().endsWith(why));
        assertThat(sink.diagnostics).anyMatch(d -> d.message().equals("not all files of b can be told"));
    }

    @Test
    void aChainThatEndsTooEarlyIsToldOf() {
        database.putInt(second * PAGE + 16, 0);

        assertThat(catalog().diagnostics).anyMatch(d -> d.message().contains("bytes too early"));
    }

    @Test
    void theCounterIsNoPackageAndSmallHeadersLieOnTheirPage() {
        byte[] small = HeaderBuilder.of("s", "1", "1").build();
        int page = PAGE;
        int key = PAGE - 5;
        int counter = key - 5;
        int nextKey = counter - 5;
        int value = nextKey - 1 - small.length;
        for (int i = 0; i < PAGE; i++) {
            database.put(page + i, i >= 26 || i < 8 ? 0 : database.get(page + i));
        }
        database.put(page + key, (byte) 1).put(page + counter, (byte) 1).putInt(page + counter + 1, 7);
        database.put(page + nextKey, (byte) 1).putInt(page + nextKey + 1, 7);
        database.put(page + value, (byte) 1).put(page + value + 1, small);
        database.putShort(page + 20, (short) 4).putShort(page + 26, (short) key).putShort(page + 28, (short) counter);
        database.putShort(page + 30, (short) nextKey).putShort(page + 32, (short) value);

        RecordingSink sink = catalog();

        assertThat(sink.names()).containsExactly("s 1-1");
        assertThat(sink.diagnostics).singleElement().satisfies(d -> {
            assertThat(d.level()).isEqualTo(Diagnostic.Level.WARNING);
            assertThat(d.message()).contains("overflow pages belong to no package");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 0x7fff, 0xffff})
    void aWrongNumberOfEntriesIsToldOf(int entries) {
        database.putShort(PAGE + 20, (short) entries);

        RecordingSink sink = catalog();

        assertThat(sink.diagnostics).anyMatch(d -> d.place().equals(":page 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x053162, 0x042253, 0x074582})
    void otherAccessMethodsAreNotExamined(int magic) {
        database.putInt(12, magic);

        assertThat(catalog().diagnostics)
                .containsExactly(Diagnostic.notExamined(
                        "corrupt-package-database",
                        ":page 0",
                        "the database is no hash: its packages were not examined"));
    }

    @ParameterizedTest
    @CsvSource({"16, 4", "16, -1", "20, 0", "20, 513", "20, 131072", "20, -2147483648", "24, 1", "24, 65536"})
    void headsThatAreNotKnownAreNotExamined(int offset, int number) {
        database.putInt(offset, number);

        RecordingSink sink = catalog();

        assertThat(sink.packages).isEmpty();
        assertThat(sink.diagnostics)
                .singleElement()
                .satisfies(d -> assertThat(d.place()).isEqualTo(":page 0"));
    }

    private RecordingSink catalog() {
        byte[] bytes = new byte[database.capacity()];
        database.get(0, bytes);
        return RecordingSink.catalog(PATH, bytes);
    }
}
