package org.drydock.inventory.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTest {
    @Test
    void aPomTellsVersionsByPropertiesManagementAndParent() {
        Cataloged said = Cataloged.by(new PomCataloger(), "pom.xml", """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>7.0</version></parent>
              <artifactId>app</artifactId>
              <properties><a.version>${inner}</a.version><inner>1.0</inner><loop>${loop}</loop></properties>
              <dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>2.0</version></dependency>
              </dependencies></dependencyManagement>
              <dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
                <dependency><groupId>${project.groupId}</groupId><artifactId>own</artifactId>
                  <version>${project.version}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>t</artifactId><version>[3.0]</version>
                  <scope>test</scope></dependency>
                <dependency><groupId>g</groupId><artifactId>elsewhere</artifactId></dependency>
                <dependency><groupId>g</groupId><artifactId>loop</artifactId><version>${loop}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>range</artifactId><version>[1,2)</version></dependency>
              </dependencies>
            </project>\
            """);
        assertThat(Listed.of(said)).containsExactly("g:a 1.0", "g:managed 2.0", "org.p:own 7.0", "g:t 3.0 dev");
        assertThat(said.diagnostics()).hasSize(3).allMatch(d -> d.equals("NOTE package-left-out"));
    }

    @Test
    void gradleLocksConfigurations() {
        Cataloged said = Cataloged.by(new GradleCataloger(), "gradle.lockfile", """
            # This is a Gradle generated file for dependency locking.
            g:a:1.0=compileClasspath,testRuntimeClasspath
            g:t:2.0=testCompileClasspath,testRuntimeClasspath
            g:broken
            empty=annotationProcessor
            """);
        assertThat(Listed.of(said)).containsExactly("g:a 1.0", "g:t 2.0 dev");
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-list:4");
    }

    @Test
    void versionCataloguesNameLibraries() {
        Cataloged said = Cataloged.by(new GradleCataloger(), "gradle/libs.versions.toml", """
            [versions]
            b = "2.0"
            c = { strictly = "[3, 4[", prefer = "3.1" }
            d = { require = "4.0" }
            [libraries]
            a = "g:a:1.0"
            b = { module = "g:b", version.ref = "b" }
            c = { group = "g", name = "c", version.ref = "c" }
            d = { group = "g", name = "d", version.ref = "d" }
            e = { module = "g:e" }
            [plugins]
            p = "x:1"
            """);
        assertThat(Listed.of(said)).containsExactly("g:a 1.0", "g:b 2.0", "g:d 4.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out", "NOTE package-left-out");
    }

    @ParameterizedTest
    @CsvSource({
        "1.8.0_302, 1.8.0_302-b08, 8u302",
        "1.8.0, 1.8.0-internal, 8",
        "1.7.0_80, '', 7u80",
        "17.0.4.1, 17.0.4.1+1, 17.0.4.1+1",
        "21.0.2, 21.0.2+13-LTS, 21.0.2+13",
        "25, 25-ea, 25",
        "1., x, ''",
    })
    void versionsAreWrittenAsPeopleDo(String version, String runtime, String shown) {
        assertThat(JvmReleaseCataloger.displayed(version, runtime)).isEqualTo(shown);
    }

    @Test
    void theReleaseFileTellsProductAndArchitecture() {
        assertThat(Listed.by(new JvmReleaseCataloger(), "opt/java/release", """
            IMPLEMENTOR="Eclipse Adoptium"
            JAVA_VERSION="1.8.0_302"
            OS_ARCH="x86_64"
            """))
                .containsExactly("openjdk 8u302 (x86_64)");
        assertThat(Listed.by(new JvmReleaseCataloger(), "usr/lib/release", "VERSION=1\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <project><dependencies>
        <!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><project>&b;</project>
        """)
    void brokenPomsAreTold(String text) {
        assertThat(Cataloged.by(new PomCataloger(), "pom.xml", text).diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
