package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain text, with. points ~ plain text, with. points",
                "<script> [x](y) *b* | `c` ~ \\<script\\> \\[x\\](y) \\*b\\* \\| \\`c\\`",
                "ask @team #12 ~ ask @\u200bteam #\u200b12",
            })
    void nothingIsMarkup(String text, String escaped) {
        assertThat(MarkdownText.escape(text, 100)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a|b ~ `a\\|b`",
                "a`b ~ `a'b`",
                "a\\|b ~ `a\\ \\|b`",
                "@scope/x ~ `@scope/x`",
                "abcdefghijkl ~ `abcdefghi…`"
            })
    void code(String text, String code) {
        assertThat(MarkdownText.code(text, 10)).isEqualTo(code);
    }
}
