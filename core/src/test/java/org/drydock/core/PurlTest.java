package org.drydock.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64&distro=debian-12",
                "pkg:npm/%40babel/core@7.0.0",
                "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                "pkg:golang/github.com/google/uuid@v1.6.0",
                "pkg:rpm/almalinux/nginx@1.20.1-10.el9?arch=x86_64&epoch=1",
                "pkg:pypi/requests@2.28.1",
            })
    void canonicalFormsComeBackUnchanged(String text) {
        assertThat(Purl.parse(text)).hasToString(text);
    }

    @Test
    void partsAreDecoded() {
        assertThat(Purl.parse("pkg:NPM/%40babel/core@7.0.0?b=2&A=1%20x#sub/path"))
                .isEqualTo(new Purl("npm", "@babel", "core", "7.0.0", Map.of("a", "1 x", "b", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "npm/x", "pkg:", "pkg:npm", "pkg:npm/"})
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> Purl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
