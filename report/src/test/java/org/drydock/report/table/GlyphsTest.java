package org.drydock.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphsTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "名前, 4", "한글, 4", "e\u0301, 1", "\ud83d\ude00, 2", "…, 1", "'', 0"})
    void wideCharactersFillTwoColumns(String text, int width) {
        assertThat(Glyphs.width(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefghij, 10, true,  abcdefghij",
        "abcdefghij, 9,  true,  ab…efghij",
        "abcdefghij, 9,  false, abcdefgh…",
        "abcdefghij, 1,  true,  a",
        "abc defghi, 5,  false, abc…",
        "名前名前名前,     7,  true,  名…前前"
    })
    void longTextLosesItsMiddleOrItsEnd(String text, int width, boolean keepEnd, String shown) {
        String fitted = Glyphs.fit(text, width, keepEnd, true);
        assertThat(Glyphs.width(fitted)).isLessThanOrEqualTo(width);
        if (text.startsWith("a")) {
            assertThat(fitted).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40})
    void nothingIsEverWiderThanItsRoom(int width) {
        for (String text :
                new String[] {"名前".repeat(30), "e\u0301".repeat(50), "\ud83d\ude00a".repeat(20), "x".repeat(99)}) {
            assertThat(Glyphs.width(Glyphs.fit(text, width, true, true))).isLessThanOrEqualTo(width);
            assertThat(Glyphs.width(Glyphs.fit(text, width, false, false))).isLessThanOrEqualTo(width);
        }
    }
}
