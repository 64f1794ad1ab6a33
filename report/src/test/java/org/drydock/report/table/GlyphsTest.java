package org.drydock.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphsTest {
    static Stream<Arguments> deceivers() {
        return Stream.of(
                arguments("plain", "plain"),
                arguments("\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m"),
                arguments("\u001b]0;title\u0007", "\\x1b]0;title\\x07"),
                arguments("csi \u009b31m", "csi \\x9b31m"),
                arguments("two\nlines", "two lines"),
                arguments("over\rwritten", "over written"),
                arguments("back\u0008space", "back\\x08space"),
                arguments("right\u202eto left", "right\\u{202e}to left"),
                arguments("zero\u200bwidth", "zero\\u{200b}width"),
                arguments("tag\udb40\udc41s", "tag\\u{e0041}s"),
                arguments("lone\ud800", "lone\\u{d800}"),
                arguments("no\u00a0break", "no break"),
                arguments("line\u2028separator", "line\\u{2028}separator"),
                arguments("Ünïcode 名前", "Ünïcode 名前"),
                arguments("nul\0", "nul\\x00"));
    }

    @ParameterizedTest
    @MethodSource("deceivers")
    void whatCouldDeceiveBecomesItsCode(String text, String shown) {
        assertThat(Glyphs.clean(text, true)).isEqualTo(shown);
    }

    @Test
    void asciiTerminalsGetAsciiOnly() {
        assertThat(Glyphs.clean("naïve 名前… \u001b", false)).isEqualTo("na?ve ??... \\x1b");
    }

    @Test
    void longTextIsBounded() {
        assertThat(Glyphs.clean("x".repeat(10_000_000), true)).hasSizeLessThan(1100);
        assertThat(Glyphs.clean("\u001b".repeat(10_000_000), true)).hasSizeLessThan(4100);
    }

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
