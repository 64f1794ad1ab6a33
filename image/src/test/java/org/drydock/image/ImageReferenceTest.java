package org.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String DIGEST = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io/library/debian:latest",
        "debian:12, docker.io/library/debian:12",
        "team/shop, docker.io/team/shop:latest",
        "docker.io/debian:12, docker.io/library/debian:12",
        "index.docker.io/library/debian:12, docker.io/library/debian:12",
        "ghcr.io/x/y:1, ghcr.io/x/y:1",
        "localhost/x, localhost/x:latest",
        "localhost:5000/a/b_c:T-1, localhost:5000/a/b_c:T-1",
        "127.0.0.1:5000/x@" + DIGEST + ", 127.0.0.1:5000/x@" + DIGEST,
        "debian:12@" + DIGEST + ", docker.io/library/debian:12@" + DIGEST,
        "[::1]:5000/x:1, [::1]:5000/x:1",
    })
    void namesAreCompleted(String text, String full) {
        assertThat(ImageReference.parse(text)).hasToString(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Debian",
                "a/B:1",
                "x:",
                "x:-1",
                "x@sha256:1",
                "../x:1",
                "a//b:1",
                "/x:1",
                "x:1:2",
                "a..b/c:1",
                "-a:1",
                "x y:1",
                "a/b\u0000:1"
            })
    void otherTextsAreNoNames(String text) {
        assertThat(ImageReference.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "debian:12, true",
        "ghcr.io/x/y, true",
        "x@" + DIGEST + ", true",
        "debian, false",
        "src/app, false",
        "./x:1, false",
        "/tmp/x:1, false",
        "app.tar, false",
    })
    void onlyNamesThatSaySoAreTakenForImages(String text, boolean explicit) {
        assertThat(ImageReference.isExplicit(text)).isEqualTo(explicit);
    }
}
