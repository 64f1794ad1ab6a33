package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestVersionTest {
    @ParameterizedTest
    @CsvSource({
        "a-1.2.jar, Implementation-Version: 1.2, 1.2, true",
        "a.jar, Implementation-Version: 1.2, 1.2, true",
        "a-1.2.47.jar, Implementation-Version: 1.2.83, 1.2.83, true",
        "guava-24.1-jre.jar, Bundle-Version: 24.1.0.jre, 24.1-jre, true",
        "zstd-1.5.5-11.jar, Bundle-Version: 1.5.5.11, 1.5.5-11, true",
        "a-5.0.jar, Bundle-Version: 5.0.0, 5.0, true",
        "a-4.1.Final.jar, Implementation-Version: 4.1.0, 4.1.Final, true",
        "osgi-3.24.300.jar, Bundle-Version: 3.24.300.v20260721-1251, 3.24.300, true",
        "a-9.jar, Implementation-Version: 9.0.30, 9.0.30, true",
        "lucene-8.7.0.jar, Implementation-Version: 8.7.0 2dc63e9 - someone, 8.7.0, true",
        "kotlin.jar, Implementation-Version: 1.8.21-release-380(1.8.21), 1.8.21, true",
        "derby-10.14.2.0.jar, Bundle-Version: 10.14.2000001.1828579, 10.14.2.0, false",
        "derby.jar, Bundle-Version: 10.14.2000001.1828579, '', false",
        "jms-1.0.jar, Specification-Version: 1.1, 1.0, false",
        "jms.jar, Specification-Version: 1.1, 1.1, true",
        "a-1.0.jar, Implementation-Version: ${project.version}, 1.0, false",
        "a.jar, Implementation-Version: ${project.version}, '', false",
        "a-1.0.jar, Implementation-Version: trunk, 1.0, false",
        "a-1.0.jar, Bundle-Version: 0.0.0, 1.0, false",
        "a.jar, Implementation-Version: v2.1, 2.1, true",
        "a-1.0.jar, Created-By: 17, 1.0, false",
    })
    void weighsManifestAgainstFileName(String file, String attribute, String version, boolean inManifest) {
        assertThat(of(file, attribute)).isEqualTo(new ManifestVersion(version, inManifest));
    }

    @Test
    void prefersTheImplementationsVersion() {
        assertThat(of("a.jar", "Specification-Version: 1\nBundle-Version: 2\nImplementation-Version: 3")
                        .version())
                .isEqualTo("3");
    }

    @Test
    void believesWhicheverAttributeAgreesWithTheFileName() {
        assertThat(of("a-2.jar", "Bundle-Version: 2\nImplementation-Version: 3").version())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"xercesImpl.jar, 2.12.0", "xerces.jar, ''", "other.jar, ''"})
    void looksIntoSectionsNamedAfterTheArchive(String file, String version) {
        String manifest = """
                Created-By: 1.4

                Name: javax/xml/parsers/
                Implementation-Version: 1.2.01

                Name: org/apache/xerces/impl/Version.class
                Implementation-Version: 2.12.0

                Name: org/apache/xerces/xni/
                Implementation-Version: 1.2
                """;

        assertThat(of(file, manifest).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, 1.2.0, true",
        "1.2, 1.2.3, true",
        "1.2.3, 1.3.3, false",
        "1.0.RELEASE, 1, true",
        "2.0b6, 2.0, false",
        "1.0.2, 1.2, false",
        "'', 1, false",
        "1.0-M1, 1.0.0-m1, true",
    })
    void comparesForms(String a, String b, boolean same) {
        assertThat(ManifestVersion.isSame(a, b)).isEqualTo(same);
        assertThat(ManifestVersion.isSame(b, a)).isEqualTo(same);
    }

    private static ManifestVersion of(String file, String manifest) {
        return ManifestVersion.of(
                ArchiveName.parse(file), JarManifest.parse(manifest.getBytes(StandardCharsets.UTF_8)));
    }
}
