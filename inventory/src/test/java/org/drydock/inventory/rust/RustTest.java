package org.drydock.inventory.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.drydock.inventory.executable.Sections;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RustTest {
    private static final String CRATES = """
        {"packages":[
          {"name":"app","version":"0.1.0","source":"local","dependencies":[1,2],"root":true},
          {"name":"regex","version":"1.9.0","source":"crates.io"},
          {"name":"cc","version":"1.0.0","source":"crates.io","kind":"build","dependencies":[9]}]}\
        """;

    static Stream<BiFunction<String, byte[], byte[]>> formats() {
        return Stream.of(Programs::elf, Programs::pe, Programs::machO);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void auditableProgramsTellTheirCrates(BiFunction<String, byte[], byte[]> format) {
        byte[] program = format.apply(".dep-v0", Programs.deflated(CRATES));
        assertThat(Sections.isExecutable(ByteBuffer.wrap(program))).isTrue();
        Cataloged said = Cataloged.by(new RustBinaryCataloger(), "usr/bin/app", program);
        assertThat(Listed.of(said))
                .containsExactly("app 0.1.0 > cc 1.0.0 > regex 1.9.0", "regex 1.9.0", "cc 1.0.0 dev");
        assertThat(said.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aProgramCutAnywhereEndsInNoException(BiFunction<String, byte[], byte[]> format) {
        byte[] program = format.apply(".dep-v0", Programs.deflated(CRATES));
        for (int length = 0; length < program.length; length++) {
            Cataloged.by(new RustBinaryCataloger(), "usr/bin/app", Arrays.copyOf(program, length))
                    .checked();
        }
    }

    @Test
    void otherSectionsAreNone() {
        Cataloged said = Cataloged.by(
                new RustBinaryCataloger(), "usr/bin/app", Programs.elf(".dep-v", Programs.deflated(CRATES)));
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void aBrokenListIsTold() {
        byte[] packed = Programs.deflated(CRATES);
        Cataloged said = Cataloged.by(
                new RustBinaryCataloger(),
                "usr/bin/app",
                Programs.elf(".dep-v0", Arrays.copyOf(packed, packed.length / 2)));
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED unreadable-dependency-list");
    }

    @Test
    void aListThatGrowsWithoutEndIsTold() {
        Cataloged said = Cataloged.by(
                new RustBinaryCataloger(),
                "usr/bin/app",
                Programs.elf(".dep-v0", Programs.deflated(" ".repeat(20 << 20))));
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED unreadable-dependency-list");
    }

    @Test
    void cargoLocksCrates() {
        assertThat(Listed.by(new CargoLockCataloger(), "Cargo.lock", """
            version = 3

            [[package]]
            name = "app"
            version = "0.1.0"
            dependencies = ["rand 0.8.5", "regex", "syn 1.0.0 (registry+https://example.org)"]

            [[package]]
            name = "rand"
            version = "0.7.0"

            [[package]]
            name = "rand"
            version = "0.8.5"

            [[package]]
            name = "regex"
            version = "1.9.0"

            [[package]]
            name = "syn"
            version = "1.0.0"
            """))
                .containsExactly(
                        "app 0.1.0 > rand 0.8.5 > regex 1.9.0 > syn 1.0.0",
                        "rand 0.7.0",
                        "rand 0.8.5",
                        "regex 1.9.0",
                        "syn 1.0.0");
        assertThat(Cataloged.by(new CargoLockCataloger(), "Cargo.lock", "[[package")
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
