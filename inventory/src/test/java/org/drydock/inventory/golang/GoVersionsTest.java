package org.drydock.inventory.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "go1.22.1, 1.22.1",
        "go1.9, 1.9",
        "go1.22rc1, 1.22rc1",
        "go1.9beta2, 1.9beta2",
        "go1.20.3 X:boringcrypto, 1.20.3",
        "go1.22.1-X:nocoverageredesign, 1.22.1",
        "go1.21.9 (Red Hat 1.21.9-1.el9), 1.21.9",
        "go1.22.5-1, 1.22.5",
        "go1.19.4+vendor, 1.19.4",
        "devel go1.24-c0c1c4f Tue Nov 5 10:00:00 2024 +0000, 1.24-c0c1c4f",
        "devel +0123abc Mon, ''",
        "gold, ''",
        "go, ''",
        "unknown, ''",
    })
    void standardLibrary(String toolChain, String version) {
        assertThat(GoVersions.standardLibrary(toolChain).orElse("")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "-s -w -X main.version=v1.2.3; v1.2.3",
                "-X main.Version=1.2; 1.2",
                "-X=main.version=1.2.3-rc.1+build; 1.2.3-rc.1+build",
                "-X 'main.other=a b' -X 'main.version=v2.0.0'; v2.0.0",
                "-X \"main.buildVersion=v2.0.0\"; v2.0.0",
                "all=-X main.version=v1.2.3; v1.2.3",
                "-X k8s.io/base/version.gitVersion=v1.28.2; v1.28.2",
                "-X k8s.io/base/version.gitVersion=v0.9.9 -X example.org/app/cmd.Version=v3.1.0; v3.1.0",
                "-X example.org/app/cmd.Version=v3.1.0 -X main.version=v4.0.0; v4.0.0",
                "-X example.org/application/cmd.Version=v3.1.0 -X other.Version=v9.0.0; v3.1.0",
                "-X main.version=dev; ~~",
                "-X main.version=; ~~",
                "-X main.version=v1.2.3.4; ~~",
                "-X main.version=1.2.3 4; 1.2.3",
                "-X main.goVersion=1.22.1; ~~",
                "-X main.commit=1.22.1; ~~",
                "main.version=v1.2.3; ~~",
                "-X; ~~",
                "-X ~~; ~~",
            })
    void linkedVersions(String flags, String version) {
        assertThat(GoVersions.linked(flags, "example.org/app").orElse("")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "1", "1.", "a.b", "1.2.3.4", "1.2-", "1.2 ", "1.2.x", "1.2_3", "v1.2.3-ä"})
    void otherTextsAreNoVersions(String text) {
        assertThat(GoVersions.isVersion(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "plain; plain",
                "\"-s -w\"; -s -w",
                "`-X \"a\"`; -X \"a\"",
                "\"a\\\"b\\\\c\\td\"; a\"b\\c\td",
                "\"\\x41\\u00e4\\U0001F600\"; Aä😀",
                "\"\\xzz\\u12\"; xzzu12",
                "\"\\UFFFFFFFF\"; \uFFFD",
                "\"open; \"open",
                "\"; \"",
                "\"\\\"; \\",
            })
    void goLiterals(String literal, String text) {
        assertThat(GoSyntax.unquote(literal)).isEqualTo(text);
    }
}
