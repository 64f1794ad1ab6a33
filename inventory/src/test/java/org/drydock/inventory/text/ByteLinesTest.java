package org.drydock.inventory.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {
    private static ByteLines lines(String text) {
        return new ByteLines(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''            | ''",
                "a             | a",
                "'a\n'         | a",
                "'a\r\nb'      | a;b",
                "'a\n\nb\n'    | a;;b",
                "'\r\n'        | ''",
                "'a\rb'        | 'a\rb'",
                "'a\r'         | 'a\r'",
                "'ä\n€'        | ä;€",
            })
    void linesEndAtNewlines(String text, String expected) {
        ByteLines lines = lines(text);
        List<String> seen = new ArrayList<>();
        while (lines.next()) {
            seen.add(lines.exactTextFrom(0));
            assertThat(lines.number()).isEqualTo(seen.size());
        }
        assertThat(String.join(";", seen)).isEqualTo(expected);
    }

    @Test
    void namesMatchInAnyCase() {
        ByteLines lines = lines("PaCkage: x");
        lines.next();
        assertThat(lines.isName(lines.indexOf(':'), "Package")).isTrue();
        assertThat(lines.isName(lines.indexOf(':'), "Packagf")).isFalse();
        assertThat(lines.isName(3, "Package")).isFalse();
        assertThat(lines.textFrom(8)).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"' 1.2-3 ', 1.2-3", "a b, ''", "'a\tb', ''", "'a\u001bb', ''", "'\u000b', ''", "a\u00a0b, ''"})
    void wordsHaveNoSpaces(String text, String expected) {
        ByteLines lines = lines(text);
        lines.next();
        assertThat(lines.wordFrom(0)).isEqualTo(expected);
    }

    @Test
    void longLinesAreCut() {
        String line = "x".repeat(ByteLines.MAX_LINE + 5);
        ByteLines lines = lines("a\n" + line + "\nb\n" + line);
        lines.next();
        assertThat(lines.next()).isTrue();
        assertThat(lines.length()).isEqualTo(ByteLines.MAX_LINE + 5);
        assertThat(lines.textFrom(0)).hasSize(ByteLines.MAX_LINE);
        assertThat(lines.textFrom(ByteLines.MAX_LINE + 2)).isEmpty();
        assertThat(lines.excerpt()).isEqualTo("x".repeat(60) + "…");
        assertThat(lines.next()).isTrue();
        assertThat(lines.exactTextFrom(0)).isEqualTo("b");
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.next()).isTrue();
        assertThat(lines.length()).isEqualTo(ByteLines.MAX_LINE + 5);
        assertThat(lines.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void linesMayCrossTheWindow(int around) {
        String first = "x".repeat(ByteLines.MAX_LINE + around);
        for (String end : List.of("\n", "\r\n")) {
            ByteLines lines = lines(first + end + "second" + end + "y".repeat(ByteLines.MAX_LINE - 3) + end + "last");
            List<Integer> lengths = new ArrayList<>();
            while (lines.next()) {
                lengths.add(lines.length());
            }
            boolean cutInTheEnd = end.length() == 2 && first.length() >= ByteLines.MAX_LINE - 1;
            assertThat(lengths).containsExactly(first.length() + (cutInTheEnd ? 1 : 0), 6, ByteLines.MAX_LINE - 3, 4);
        }
    }

    @Test
    void linesOfAllLengthsComeInOrder() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String line = String.valueOf((char) ('a' + i % 26)).repeat(random.nextInt(1 << random.nextInt(16)));
            expected.add(line);
            text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        ByteLines lines = lines(text.toString());
        List<String> seen = new ArrayList<>();
        while (lines.next()) {
            seen.add(lines.exactTextFrom(0));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void excerptsShowNoControlCharacters() {
        ByteLines lines = lines("a\u001b[31mb");
        lines.next();
        assertThat(lines.excerpt()).isEqualTo("a\uFFFD[31mb");
    }

    @Test
    void theBuffersPositionStays() {
        ByteBuffer buffer = ByteBuffer.wrap("a\nb".getBytes(StandardCharsets.UTF_8));
        ByteLines lines = new ByteLines(buffer);
        lines.next();
        assertThat(buffer.position()).isZero();
    }
}
