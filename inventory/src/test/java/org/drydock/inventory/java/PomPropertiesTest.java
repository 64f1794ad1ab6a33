package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PomPropertiesTest {
    @Test
    void readsCoordinates() {
        assertThat(parse(
                        "#Created by Apache Maven 3.9\r\nartifactId=shop\r\ngroupId: org.example\r\nversion = 1.0\r\n"))
                .isEqualTo(new Coordinates("org.example", "shop", "1.0"));
    }

    @Test
    void leavesOutWhatCannotBeCoordinates() {
        assertThat(parse("artifactId=a b\ngroupId=../../x\nversion=${project.version}"))
                .isEqualTo(new Coordinates("", "", ""));
        assertThat(parse("version=" + "1".repeat(257)).version()).isEmpty();
    }

    @Test
    void keepsWhatStandsBeforeMalformedEscape() {
        assertThat(parse("artifactId=a\nversion=1\nx=\\u00zz\ngroupId=g")).isEqualTo(new Coordinates("", "a", "1"));
    }

    private static Coordinates parse(String text) {
        return PomProperties.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
