package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.junit.jupiter.api.Test;

class SqliteDatabaseTest {
    private static final String PATH = "var/lib/rpm/rpmdb.sqlite";
    private static final int PAGE = 512;

    private final SqliteBuilder builder = new SqliteBuilder(PAGE, 0);
    private final List<byte[]> headers = new ArrayList<>();

    @Test
    void theColumnsOrderIsThatOfTheSchema() {
        byte[] database =
                builder.build("CREATE TABLE packages (\"first\" TEXT, [second] INT CHECK (a > 1), blob BLOB)", three());

        assertThat(RecordingSink.catalog(PATH, database).codes()).containsExactly("corrupt-package-database");

        database = new SqliteBuilder(PAGE, 0).build("create table \"Packages\"(hnum, Blob)", three());
        assertThat(RecordingSink.catalog(PATH, database).names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
    }

    @Test
    void withoutTheTableThereIsADiagnostic() {
        byte[] database = builder.build("CREATE TABLE x (y)", List.of());
        int name = new String(database, 0, PAGE, StandardCharsets.US_ASCII).indexOf("Packages");
        database[name] = 'p';
        database[name + 1] = 'o';

        assertThat(RecordingSink.catalog(PATH, database).diagnostics)
                .containsExactly(Diagnostic.notExamined(
                        "corrupt-package-database", ":page 1", "the table Packages is not in the schema"));
    }

    @Test
    void aLoopOfOverflowPagesEnds() {
        byte[] database = builder.build(three());
        int chain = builder.chains.get(1);
        ByteBuffer.wrap(database).putInt((chain - 1 + 2) * PAGE, chain);

        RecordingSink sink = RecordingSink.catalog(PATH, database);

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.diagnostics).anySatisfy(d -> {
            assertThat(d.place()).isEqualTo(":page " + builder.tree.getFirst() + ", row 2");
            assertThat(d.message()).isEqualTo("refers to page " + chain + ", which is in use already");
        });
    }

    @Test
    void aChainThatLeavesTheFileEnds() {
        byte[] database = builder.build(three());
        ByteBuffer.wrap(database).putInt((builder.chains.get(2) - 1) * PAGE, 1 << 30);

        RecordingSink sink = RecordingSink.catalog(PATH, database);

        assertThat(sink.names()).containsExactly("a 1-1", "b 1-1", "c 1-1");
        assertThat(sink.diagnostics)
                .anyMatch(d -> d.message().startsWith("refers to page 1073741824, and the file has"));
    }

    @Test
    void aLoopInTheTreeEnds() {
        for (int i = 0; i < 300; i++) {
            headers.add(HeaderBuilder.withFiles("p" + i, 1).build());
        }
        byte[] database = builder.build(headers);
        int root = builder.tree.getLast();
        assertThat(builder.tree).hasSizeGreaterThan(150);
        ByteBuffer.wrap(database).putInt((root - 1) * PAGE + 8, root);

        RecordingSink sink = RecordingSink.catalog(PATH, database);

        assertThat(sink.packages).hasSizeBetween(1, 299);
        assertThat(sink.diagnostics)
                .contains(Diagnostic.notExamined(
                        "corrupt-package-database",
                        ":page " + root,
                        "refers to page " + root + ", which is in use already"));
    }

    @Test
    void aBrokenLeafCostsItsOwnRowsOnly() {
        for (int i = 0; i < 300; i++) {
            headers.add(HeaderBuilder.withFiles("p" + i, 1).build());
        }
        byte[] database = builder.build(headers);
        int leaf = builder.tree.get(10);
        database[(leaf - 1) * PAGE] = 0x0a;

        RecordingSink sink = RecordingSink.catalog(PATH, database);

        assertThat(sink.packages).hasSizeBetween(295, 299);
        assertThat(sink.diagnostics)
                .singleElement()
                .satisfies(d -> assertThat(d.place()).isEqualTo(":page " + leaf));
    }

    @Test
    void cellsThatShareTheirBytesAreRefused() {
        byte[] database = builder.build(List.of(HeaderBuilder.withFiles("a", 1).build()));
        int leaf = (builder.tree.getFirst() - 1) * PAGE;
        ByteBuffer page = ByteBuffer.wrap(database, leaf, PAGE).slice();
        page.putShort(3, (short) 20);
        for (int i = 1; i < 20; i++) {
            page.putShort(8 + 2 * i, page.getShort(8));
        }

        RecordingSink sink = RecordingSink.catalog(PATH, database);

        assertThat(sink.packages).hasSizeLessThan(3);
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @Test
    void manyDamagedPlacesAreSummedUp() {
        for (int i = 0; i < 1000; i++) {
            headers.add(new byte[40]);
        }

        RecordingSink sink = RecordingSink.catalog(PATH, builder.build(headers));

        assertThat(sink.diagnostics).hasSize(Damage.TOLD + 1);
        assertThat(sink.diagnostics.getLast().message()).isEqualTo("950 more places are damaged");
    }

    private List<byte[]> three() {
        return List.of(
                HeaderBuilder.withFiles("a", 100).build(),
                HeaderBuilder.withFiles("b", 200).build(),
                HeaderBuilder.withFiles("c", 300).build());
    }
}
