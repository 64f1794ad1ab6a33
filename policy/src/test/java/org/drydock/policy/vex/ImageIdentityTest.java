package org.drydock.policy.vex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Purl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIdentityTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final ImageIdentity CART =
            new ImageIdentity(List.of(DIGEST), List.of("registry.example.org/shop/cart:2.4"), "arm64");
    private static final ImageIdentity DEBIAN = new ImageIdentity(List.of(), List.of("debian:12"), "amd64");

    @ParameterizedTest
    @CsvSource({
        "pkg:oci/cart, true",
        "pkg:oci/other, false",
        "pkg:oci/cart@DIGEST, true",
        "pkg:oci/anything@DIGEST, true",
        "pkg:oci/cart@sha256%3A00, false",
        "pkg:oci/cart?tag=2.4, true",
        "pkg:oci/cart?tag=2.5, false",
        "pkg:oci/cart@2.4, true",
        "pkg:oci/cart@2.5, false",
        "pkg:oci/cart?repository_url=registry.example.org/shop/cart, true",
        "pkg:oci/cart?repository_url=registry.example.org/shop, true",
        "pkg:oci/cart?repository_url=registry.example.org/other/cart, false",
        "pkg:oci/cart?arch=arm64, true",
        "pkg:oci/cart?arch=amd64, false",
        "pkg:oci/cart@DIGEST?arch=amd64, false",
        "pkg:docker/shop/cart, false"
    })
    void packageUrls(String purl, boolean expected) {
        assertThat(CART.isMeantBy(Purl.parse(purl.replace("DIGEST", DIGEST)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:oci/debian?repository_url=docker.io/library/debian, true",
        "pkg:oci/debian?repository_url=index.docker.io/library/debian&tag=12, true",
        "pkg:docker/library/debian@12, true",
        "pkg:docker/debian@11, false"
    })
    void whatDockerAddsToNamesDoesNotMatter(String purl, boolean expected) {
        assertThat(DEBIAN.isMeantBy(Purl.parse(purl))).isEqualTo(expected);
    }

    @Test
    void namesAndDigests() {
        assertThat(CART.isNamed(DIGEST)).isTrue();
        assertThat(CART.isNamed("elsewhere/cart@" + DIGEST)).isTrue();
        assertThat(CART.isNamed("registry.example.org/shop/cart:2.4")).isTrue();
        assertThat(CART.isNamed("registry.example.org/shop/cart:2.5")).isFalse();
        assertThat(DEBIAN.isNamed("docker.io/library/debian:12")).isTrue();
        assertThat(ImageIdentity.NONE.isMeantBy(Purl.parse("pkg:oci/debian"))).isFalse();
    }
}
