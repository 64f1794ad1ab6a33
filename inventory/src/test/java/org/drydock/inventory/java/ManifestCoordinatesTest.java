package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drydock.inventory.java.Jars.jar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestCoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "zstd-jni-1.5.jar, Bundle-SymbolicName: com.github.luben.zstd-jni, com.github.luben:zstd-jni",
        "xz-1.9.jar, Bundle-SymbolicName: org.tukaani.xz, org.tukaani:xz",
        "opentest4j-1.jar, Bundle-SymbolicName: org.opentest4j, org.opentest4j:opentest4j",
        "protobuf-java-4.33.jar, Bundle-SymbolicName: com.google.protobuf, com.google.protobuf:protobuf-java",
        "durian-core-1.2.jar, Bundle-SymbolicName: com.diffplug.durian.core, com.diffplug.durian:durian-core",
        "jpms-thing-1.jar, Automatic-Module-Name: org.jpms.thing, org.jpms:jpms-thing",
        "solo-1.jar, Automatic-Module-Name: solo, solo",
        "vendored-1.jar, Implementation-Vendor-Id: org.vendor, org.vendor:vendored",
        "vendored-1.jar, Implementation-Vendor-Id: Some Company, vendored",
        "git-1.jar, Bundle-SymbolicName: io.github.git; singleton:=true, io.github.git:git",
        "x-1.jar, Implementation-Title: com.netflix.eureka#eureka-client;1.10.1, com.netflix.eureka:eureka-client",
    })
    void findsGroupInManifest(String file, String attribute, String name) {
        byte[] jar = jar().manifest(attribute).classes("p/Q").deflated();

        assertThat(Catalogued.of(file, jar).packages.getFirst().name()).isEqualTo(name);
    }

    @Test
    void takesCoordinatesThatTheBuildStatesInFull() {
        byte[] nar = jar().manifest("Nar-Group: org.apache.nifi", "Nar-Id: nifi-aws-nar", "Nar-Version: 1.20.0")
                .deflated();
        byte[] plugin = jar().manifest("Group-Id: org.jenkins-ci.plugins", "Short-Name: git", "Plugin-Version: 4.11.0")
                .deflated();

        assertThat(Catalogued.of("aws.nar", nar).lines())
                .containsExactly(" org.apache.nifi:nifi-aws-nar 1.20.0 manifest");
        assertThat(Catalogued.of("git.hpi", plugin).lines())
                .containsExactly(" org.jenkins-ci.plugins:git 4.11.0 manifest");
    }

    @Test
    void guessesNoGroupForAChanceName() {
        byte[] jar = jar().manifest("Implementation-Version: 1.9", "Bundle-SymbolicName: org.tukaani.xz")
                .classes("org/tukaani/xz/A")
                .deflated();

        assertThat(Catalogued.of("lib2.jar", jar).lines()).containsExactly(" lib2 1.9 manifest");
        assertThat(Catalogued.of("xz.jar", jar).lines()).containsExactly(" org.tukaani:xz 1.9 manifest");
    }

    @Test
    void findsGroupInNativeImageConfiguration() {
        byte[] jar = jar().file("META-INF/native-image/io.lettuce/lettuce-core/reflect-config.json", "{}")
                .deflated();

        assertThat(Catalogued.of("lettuce-core-6.1.jar", jar)
                        .packages
                        .getFirst()
                        .name())
                .isEqualTo("io.lettuce:lettuce-core");
    }

    @ParameterizedTest
    @CsvSource({
        "shop-api-1.jar, org/example/shop/A, org/example/shop/x/B, org.example.shop:shop-api",
        "shop-api-1.jar, org/example/shop/A, org/example/other/B, shop-api",
        "shop-api-1.jar, shop/A, shop/x/B, shop-api",
        "shop-api-1.jar, org/example/shop/A, module-info, org.example.shop:shop-api",
        "shop-api-1.jar, org/springframework/boot/loader/Main, BOOT-INF/classes/org/shop/A, org.shop:shop-api",
    })
    void findsGroupInThePackageOfAllClasses(String file, String first, String second, String name) {
        byte[] jar = jar().classes(first, second).deflated();

        assertThat(Catalogued.of(file, jar).packages.getFirst().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "spring-security-core, 5.6.0, org.springframework.security",
        "spring-security-oauth2, 2.5.0, org.springframework.security.oauth",
        "spring-web, 5.3.17, org.springframework",
        "okhttp, 2.7.5, com.squareup.okhttp",
        "okhttp, 4.12.0, com.squareup.okhttp3",
        "groovy-json, 3.0.9, org.codehaus.groovy",
        "groovy-json, 4.0.6, org.apache.groovy",
        "hibernate-core, 5.4.10.Final, org.hibernate",
        "hibernate-core, 6.1.0.Final, org.hibernate.orm",
        "hibernate-envers, 6.1.0.Final, org.hibernate.orm",
        "poi-ooxml, 5.0.0, org.apache.poi",
        "poinsettia, 1.0, ''",
        "commons-httpclient, 3.1, commons-httpclient",
        "ojdbc8, 19.3.0.0, com.oracle.database.jdbc",
        "unheard-of, 1, ''",
        "'', '', ''",
    })
    void knowsSomeGroups(String artifact, String version, String group) {
        assertThat(KnownGroups.of(artifact, version)).isEqualTo(group);
    }
}
