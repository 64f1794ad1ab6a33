package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveNameTest {
    @ParameterizedTest
    @CsvSource({
        "commons-lang3-3.11.jar, commons-lang3, 3.11, ''",
        "guava-24.1-jre.jar, guava, 24.1-jre, ''",
        "netty-codec-http-4.1.42.Final.jar, netty-codec-http, 4.1.42.Final, ''",
        "spring-core-5.3.0-M1.jar, spring-core, 5.3.0-M1, ''",
        "shop-1.0-SNAPSHOT.jar, shop, 1.0-SNAPSHOT, ''",
        "shop-1.0-20260101.123456-7.jar, shop, 1.0-20260101.123456-7, ''",
        "log4j-1.2-api-2.14.1.jar, log4j-1.2-api, 2.14.1, ''",
        "kafka_2.13-2.8.0.jar, kafka_2.13, 2.8.0, ''",
        "geronimo-jms_1.1_spec-1.1.1.jar, geronimo-jms_1.1_spec, 1.1.1, ''",
        "netty-tcnative-2.0.25.Final-linux-x86_64.jar, netty-tcnative, 2.0.25.Final, linux-x86_64",
        "shop-2.1-sources.jar, shop, 2.1, sources",
        "postgresql-9.4-1201-jdbc41.jar, postgresql, 9.4-1201-jdbc41, ''",
        "zstd-jni-1.5.5-11.jar, zstd-jni, 1.5.5-11, ''",
        "bcprov-jdk15on-1.60.jar, bcprov-jdk15on, 1.60, ''",
        "javax.inject-1.jar, javax.inject, 1, ''",
        "bsh-2.0b6.jar, bsh, 2.0b6, ''",
        "org.eclipse.core.runtime_3.7.0.v20110110.jar, org.eclipse.core.runtime, 3.7.0.v20110110, ''",
        "h2.jar, h2, '', ''",
        "log4j-core.jar, log4j-core, '', ''",
        "BOOT-INF/lib/gson-2.8.5.JAR, gson, 2.8.5, ''",
        "-1.0.jar, '', 1.0, ''",
        "noextension, noextension, '', ''",
        ".jar, .jar, '', ''",
    })
    void splitsNames(String path, String artifact, String version, String classifier) {
        ArchiveName name = ArchiveName.parse(path);

        assertThat(name.artifact()).isEqualTo(artifact);
        assertThat(name.version()).isEqualTo(version);
        assertThat(name.classifier()).isEqualTo(classifier);
    }

    @Test
    void boundsTheWorkOnLongNames() {
        assertThat(ArchiveName.parse("1-".repeat(30_000) + ".jar").extension()).isEqualTo("jar");
    }
}
