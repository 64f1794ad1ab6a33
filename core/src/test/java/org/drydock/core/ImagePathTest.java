package org.drydock.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {
    @ParameterizedTest
    @CsvSource({
        "etc/passwd, etc/passwd",
        "./etc/passwd, etc/passwd",
        "/etc//passwd/, etc/passwd",
        "a/./b/../c, a/c",
        "'', ''",
        "., ''",
        "/, ''",
        "..., ...",
        "a/..b, a/..b",
    })
    void namesBecomeNormal(String name, String expected) {
        assertThat(ImagePath.parse(name).orElseThrow().value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../etc/passwd", "a/../../b", "/../x", "a\0b"})
    void namesThatLeaveTheRootAreRefused(String name) {
        assertThat(ImagePath.parse(name)).isEmpty();
    }

    @Test
    void tooLongNamesAreRefused() {
        assertThat(ImagePath.parse("x".repeat(ImagePath.MAX_LENGTH + 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "etc/os-release, ../usr/lib/os-release, usr/lib/os-release",
        "etc/os-release, /usr/lib/os-release, usr/lib/os-release",
        "a/b/c, ../../../../../x, x",
        "var/lib/rpm, ../../usr/lib/sysimage/rpm, usr/lib/sysimage/rpm",
    })
    void linksResolveAsInAChroot(String link, String target, String expected) {
        assertThat(new ImagePath(link).resolveLink(target)).contains(new ImagePath(expected));
    }

    @Test
    void knowsWhatLiesBelow() {
        assertThat(new ImagePath("a/b").isBelow(new ImagePath("a"))).isTrue();
        assertThat(new ImagePath("ab").isBelow(new ImagePath("a"))).isFalse();
        assertThat(new ImagePath("a").isBelow(new ImagePath("a"))).isFalse();
        assertThat(new ImagePath("a").isBelow(ImagePath.ROOT)).isTrue();
    }
}
