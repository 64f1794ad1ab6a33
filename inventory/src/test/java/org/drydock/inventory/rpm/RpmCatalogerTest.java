package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.inventory.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpmCatalogerTest {
    @Test
    void wantsTheDatabasesOfTheRootOnly() {
        assertThat(new RpmCataloger().selectors())
                .contains(
                        new Selector.Path("var/lib/rpm/Packages"),
                        new Selector.Path("var/lib/rpm/rpmdb.sqlite"),
                        new Selector.Path("var/lib/rpm/rpmdb.sqlite-wal"),
                        new Selector.Path("usr/lib/sysimage/rpm/Packages.db"),
                        new Selector.Path("usr/share/rpm/rpmdb.sqlite"),
                        new Selector.Path("var/lib/rpmmanifest/container-manifest-2"))
                .hasSize(13)
                .allMatch(selector -> selector instanceof Selector.Path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"var/lib/rpm/Packages", "usr/share/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm/Packages.db"})
    void theFormatIsToldByTheContent(String path) {
        byte[] database =
                new NdbBuilder().build(List.of(HeaderBuilder.of("a", "1", "2").build()));

        assertThat(RecordingSink.catalog(path, database).names()).containsExactly("a 1-2");
    }

    @Test
    void anEmptyFileIsAWarning() {
        assertThat(RecordingSink.catalog("var/lib/rpm/Packages", new byte[0]).diagnostics)
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.level()).isEqualTo(Diagnostic.Level.WARNING);
                    assertThat(diagnostic.code()).isEqualTo("empty-package-database");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "SQLite format 2\0", "no database at all, but longer than any head that is looked at"})
    void anUnknownFormatIsNotExamined(String content) {
        RecordingSink sink = RecordingSink.catalog("var/lib/rpm/Packages", content.getBytes(StandardCharsets.US_ASCII));

        assertThat(sink.codes()).containsExactly("unknown-package-database");
        assertThat(sink.diagnostics).allMatch(d -> d.level() == Diagnostic.Level.NOT_EXAMINED);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "32, false", "55, false", "56, true", "4152, true"})
    void aWriteAheadLogWithFramesIsNotMerged(int size, boolean told) {
        RecordingSink sink = RecordingSink.catalog("var/lib/rpm/rpmdb.sqlite-wal", new byte[size]);

        assertThat(sink.codes()).isEqualTo(told ? List.of("rpmdb-wal-not-merged") : List.of());
        assertThat(sink.diagnostics).allMatch(d -> d.level() == Diagnostic.Level.NOT_EXAMINED);
    }
}
