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

class TomlReaderTest {
    private static Mapping read(String text) {
        return TomlReader.read(text.getBytes(StandardCharsets.UTF_8), "f.toml");
    }

    @Test
    void eachTableKnowsItsLine() {
        Mapping document = read("""
            [[IgnoredVulns]]
            id = "GO-2022-0968"
            ignoreUntil = 2022-11-09

            [[PackageOverrides]]
            name = "lib.with.dots"
            vulnerability.ignore = true
            license.override = ["0BSD", "MIT"]
            """);
        assertThat(document.mappings("IgnoredVulns").getFirst().text("ignoreUntil"))
                .isEqualTo("2022-11-09");
        Mapping override = document.mappings("PackageOverrides").getFirst();
        assertThat(override.place()).isEqualTo("f.toml:5");
        assertThat(override.text("name")).isEqualTo("lib.with.dots");
        assertThat(member(override, "vulnerability").text("ignore")).isEqualTo("true");
    }

    private static Mapping member(Mapping of, String name) {
        return Objects.requireNonNull(of.get(name)).asMapping(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a = 1|a = 2        ; f.toml:2: not valid TOML",
                "a = [              ; f.toml:",
                "|= 3               ; f.toml:2: not valid TOML",
                "[[\ufffd:{{:[[.:{{{ ; f.toml:1: not valid TOML",
            })
    void whatIsWrongIsToldWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('|', '\n')))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> read("a = " + "[".repeat(100_000)))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("f.toml:1: nested deeper");
        assertThatThrownBy(() -> read("\na" + ".a".repeat(100_000) + " = 1"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("f.toml:2: nested deeper");
    }
}
