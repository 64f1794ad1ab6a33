package org.drydock.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.drydock.policy.PolicyException;
import org.drydock.policy.text.Node.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private static Mapping read(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8), "f.yaml").asMapping("the file");
    }

    @Test
    void eachValueKnowsItsLine() {
        Mapping document = read("""
            # a comment
            ignore:
              - vulnerability: CVE-1
                package: {name: x}
              - vulnerability: 'CVE-2'
            empty:
            none: ~
            """);
        assertThat(document.mappings("ignore")).extracting(Mapping::place).containsExactly("f.yaml:3", "f.yaml:5");
        assertThat(document.mappings("ignore").get(1).text("vulnerability")).isEqualTo("CVE-2");
        assertThat(document.get("empty")).isNull();
        assertThat(document.text("none")).isEmpty();
        assertThat(document.texts("absent")).isEmpty();
    }

    @Test
    void anchorsAndMergeKeysAreUnderstood() {
        Mapping document = read("""
            base: &base {reason: same, owner: shop}
            entry:
              <<: *base
              reason: other
            later: {reason: first, <<: *base}
            list: [*base]
            """);
        Mapping entry = member(document, "entry");
        assertThat(entry.text("reason")).isEqualTo("other");
        assertThat(entry.text("owner")).isEqualTo("shop");
        assertThat(member(document, "later").text("reason")).isEqualTo("first");
        assertThat(document.mappings("list")).hasSize(1);
    }

    private static Mapping member(Mapping of, String name) {
        return Objects.requireNonNull(of.get(name)).asMapping(name);
    }

    @Test
    void anEmptyFileHasNothing() {
        assertThat(read("").members()).isEmpty();
        assertThat(read("# nothing\n").members()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a: 1|a: 2          ; f.yaml:2: the name a stands here a second time",
                "a: [               ; f.yaml:1: not valid YAML",
                "a: *x              ; f.yaml:1: *x stands before its anchor",
                "a: &x [*x]         ; f.yaml:1: *x stands before its anchor",
                "a: 1|---|b: 2      ; f.yaml:2: more than one document",
                "|x: \t- [          ; f.yaml:",
                "[a, b]: c          ; f.yaml:1: a name: a single value was expected",
                "- a                ; f.yaml:1: the file: a mapping",
                "<<: x              ; f.yaml:1: <<: a mapping was expected",
                "a: !!java.net.URL x ; ''",
            })
    void whatIsWrongIsToldWithItsLine(String text, String message) {
        if (message.isEmpty()) {
            assertThat(read(text).text("a")).isEqualTo("x");
            return;
        }
        assertThatThrownBy(() -> read(text.replace('|', '\n')))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void deepNestingAndExplodingAnchorsAreRefused() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(100_000)))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("f.yaml:1: nested deeper");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(PolicyException.class)
                .hasMessageMatching("f\\.yaml:\\d+: more than .* values");
    }
}
