package org.drydock.inventory.dart;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;

class PubspecLockCatalogerTest {
    @Test
    void hostedPackagesAreListed() {
        Cataloged said = Cataloged.by(new PubspecLockCataloger(), "pubspec.lock", """
            packages:
              http:
                dependency: "direct main"
                description: {name: http, url: "https://example.org"}
                source: hosted
                version: "1.10"
              test:
                dependency: "direct dev"
                description: {name: test}
                source: hosted
                version: 1.24.0
              flutter:
                dependency: "direct main"
                description: flutter
                source: sdk
                version: "0.0.0"
            sdks:
              dart: ">=3.0.0"
            """);
        assertThat(Listed.of(said)).containsExactly("http 1.10", "test 1.24.0 dev");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }

    @Test
    void anAliasThatGrowsWithoutEndIsTold() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, before)) + "]\n");
        }
        assertThat(Cataloged.by(new PubspecLockCataloger(), "pubspec.lock", bomb.toString())
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
        assertThat(Cataloged.by(new PubspecLockCataloger(), "pubspec.lock", "[".repeat(100_000))
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
