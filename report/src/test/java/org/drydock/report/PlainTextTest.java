package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {
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
        assertThat(PlainText.clean(text, true)).isEqualTo(shown);
    }

    @Test
    void asciiTerminalsGetAsciiOnly() {
        assertThat(PlainText.clean("naïve 名前… \u001b", false)).isEqualTo("na?ve ??... \\x1b");
    }

    @Test
    void longTextIsBounded() {
        assertThat(PlainText.clean("x".repeat(10_000_000), true)).hasSizeLessThan(1100);
        assertThat(PlainText.clean("\u001b".repeat(10_000_000), true)).hasSizeLessThan(4100);
    }
}
