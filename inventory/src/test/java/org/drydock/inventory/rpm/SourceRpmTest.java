package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.SourcePackage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRpmTest {
    @ParameterizedTest
    @CsvSource({
        "nginx-1.20.1-10.el9.src.rpm, nginx, 1.20.1-10.el9",
        "java-11-openjdk-11.0.16.0.8-1.el9_0.src.rpm, java-11-openjdk, 11.0.16.0.8-1.el9_0",
        "gtk+-1.2-3.nosrc.rpm, gtk+, 1.2-3",
        "a-1-2, a, 1-2",
    })
    void nameAndVersion(String file, String name, String version) {
        assertThat(SourceRpm.parse(file)).contains(new SourcePackage(name, version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(none)", "a.src.rpm", "a-1.src.rpm", "-1-2.src.rpm", "a--2.src.rpm", "a-1-.src.rpm", "--"})
    void othersAreNoSource(String file) {
        assertThat(SourceRpm.parse(file)).isEmpty();
    }
}
