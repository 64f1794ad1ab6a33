package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drydock.inventory.java.Jars.jar;

import java.util.Random;
import org.drydock.core.Limits;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaArchiveCatalogerTest {
    private static final byte[] LOG4J =
            jar().pomProperties("log4j", "log4j", "1.2.17").deflated();

    @Test
    void believesPomPropertiesMoreThanTheFileName() {
        byte[] jar = jar().manifest("Implementation-Version: 9.9")
                .pomProperties("com.alibaba", "fastjson", "1.2.83")
                .deflated();

        Catalogued seen = Catalogued.of("app/lib/fastjson-1.2.47.jar", jar);

        assertThat(seen.lines()).containsExactly(" com.alibaba:fastjson 1.2.83 pom.properties");
        assertThat(seen.diagnostics).isEmpty();
        assertThat(seen.unidentified).isEmpty();
    }

    @Test
    void tellsTheDigestOfEachArchive() {
        byte[] war = jar().file("WEB-INF/lib/log4j-1.2.17.jar", LOG4J)
                .pomProperties("com.example", "portal", "1")
                .deflated();

        Catalogued seen = Catalogued.of("portal.war", war);

        assertThat(seen.packages)
                .extracting(found -> ((JavaMetadata) found.metadata()).sha1())
                .containsExactly(sha1(war), sha1(LOG4J));
    }

    @Test
    void tellsShadedPackagesFromTheArchivesOwn() {
        byte[] jar = jar().pomProperties("com.ongres.scram", "client", "1.0.0-beta.2")
                .pomProperties("org.postgresql", "postgresql", "42.2.5")
                .pomProperties("com.ongres.scram", "common", "1.0.0-beta.2")
                .deflated();

        assertThat(Catalogued.of("postgresql.jar", jar).lines())
                .containsExactly(
                        " org.postgresql:postgresql 42.2.5 pom.properties",
                        " com.ongres.scram:client 1.0.0-beta.2 pom.properties < org.postgresql:postgresql",
                        " com.ongres.scram:common 1.0.0-beta.2 pom.properties < org.postgresql:postgresql");
    }

    @Test
    void takesAllDescriptorsForShadedWhereNoneIsTheArchivesOwn() {
        byte[] jar = jar().manifest("Implementation-Version: 3.41.0-eisop1")
                .pomProperties("com.google.guava", "guava", "31.1-jre")
                .pomProperties("com.google.errorprone", "error_prone_annotations", "2.11.0")
                .deflated();

        assertThat(Catalogued.of("dataflow-3.41.0-eisop1.jar", jar).lines())
                .containsExactly(
                        " dataflow 3.41.0-eisop1 manifest",
                        " com.google.errorprone:error_prone_annotations 2.11.0 pom.properties < dataflow",
                        " com.google.guava:guava 31.1-jre pom.properties < dataflow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!/WEB-INF/lib/a.jar",
                "!/BOOT-INF/lib/a.jar",
                "!/APP-INF/lib/a.jar",
                "!/a.jar",
                "!/x/y/z/A.JAR",
                "!/modules/a.war",
                "!/a.sar",
                "!/META-INF/bundled-dependencies/a.nar"
            })
    void findsNestedArchivesAnywhere(String place) {
        byte[] outer = jar().file(place.substring(2), LOG4J).deflated();
        byte[] stored = jar().file(place.substring(2), LOG4J).stored();

        assertThat(Catalogued.of("x.ear", outer).lines()).containsExactly(place + " log4j:log4j 1.2.17 pom.properties");
        assertThat(Catalogued.of("x.ear", stored).lines())
                .containsExactly(place + " log4j:log4j 1.2.17 pom.properties");
    }

    @Test
    void examinesNestedArchivesTooLargeForMemory() {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        byte[] inner = jar().file("noise", noise).file("b/log4j.jar", LOG4J).deflated();
        byte[] outer = jar().file("a.jar", inner).file("c.jar", inner).deflated();
        Limits limits = new Limits(1 << 30, 100, 1 << 30, 1 << 17, 16, 100, 1 << 30, 400, 1 << 20);

        Catalogued seen = Catalogued.of("outer.jar", outer, limits);

        assertThat(seen.diagnostics).isEmpty();
        assertThat(seen.lines())
                .containsExactly(
                        "!/a.jar!/b/log4j.jar log4j:log4j 1.2.17 pom.properties",
                        "!/c.jar!/b/log4j.jar log4j:log4j 1.2.17 pom.properties");
    }

    @Test
    void namesEachStepOfTheWayInside() {
        byte[] bundle = jar().file("lib/log4j-1.2.17.jar", LOG4J).stored();
        byte[] war = jar().file("WEB-INF/lib/audit-bundle.jar", bundle).deflated();

        Catalogued seen = Catalogued.of("portal.war", war);

        assertThat(seen.lines())
                .containsExactly(
                        "!/WEB-INF/lib/audit-bundle.jar!/lib/log4j-1.2.17.jar log4j:log4j 1.2.17 " + "pom.properties");
        assertThat(seen.unidentified).as("bundles are no software of their own").isEmpty();
    }

    @Test
    void countsArchivesWithClassesThatNobodyCanName() {
        byte[] war = jar().manifest("Created-By: 17")
                .classes("WEB-INF/classes/com/example/Portal")
                .deflated();

        Catalogued seen = Catalogued.of("ROOT.war", war);

        assertThat(seen.packages).isEmpty();
        assertThat(seen.unidentified).containsExactly(" Java archive ROOT.war tells no coordinates");
    }

    @Test
    void inventsNoPackageForBundleWithVersionInItsName() {
        byte[] ear = jar().file("lib/log4j.jar", LOG4J).deflated();

        assertThat(Catalogued.of("suite-7.1.ear", ear).lines())
                .containsExactly("!/lib/log4j.jar log4j:log4j 1.2.17 pom.properties");
    }

    @Test
    void reportsNameAndVersionOfTheFileWhereNothingElseTells() {
        byte[] jar = jar().classes("billing/Invoice").deflated();

        assertThat(Catalogued.of("lib/billing-2.4.1.jar", jar).lines()).containsExactly(" billing 2.4.1 file-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing-2.4.1-sources.jar", "billing-2.4.1-javadoc.jar"})
    void passesOverSourcesAndDocumentation(String name) {
        Catalogued seen =
                Catalogued.of(name, jar().file("billing/Invoice.java", "").deflated());

        assertThat(seen.packages).isEmpty();
        assertThat(seen.unidentified).isEmpty();
    }

    @Test
    void passesOverPartsOfAgentsThatAreNamedAfterWhatTheyWeaveInto() {
        byte[] jar = jar().manifest("Weave-Classes: io.netty.Foo", "Implementation-Title: netty-4.0.8")
                .classes("io/netty/Foo")
                .deflated();

        Catalogued seen = Catalogued.of("netty-4.0.8-1.0.jar", jar);

        assertThat(seen.packages).isEmpty();
        assertThat(seen.unidentified).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring-context.jar, spring-context, 5.3.17, org.springframework:spring-context 5.3.17",
        "spring-boot-2.6.3.jar, Spring Boot, 2.6.3, org.springframework.boot:spring-boot 2.6.3",
        "h2.jar, H2 Database Engine, 2.1.214, com.h2database:h2 2.1.214",
        "tomcat-embed-core-9.0.30.jar, Apache Tomcat, 9.0.30, org.apache.tomcat.embed:tomcat-embed-core 9.0.30",
        "renamed.jar, spring-web, 5.3.17, org.springframework:spring-web 5.3.17",
        "spring-web-4.0.0.jar, spring-web, 5.3.17, org.springframework:spring-web 5.3.17",
    })
    void namesArchivesWithoutDescriptorsByTheirManifest(String file, String title, String version, String expected) {
        byte[] jar = jar().manifest("Implementation-Title: " + title, "Implementation-Version: " + version)
                .classes("x/Y")
                .deflated();

        assertThat(Catalogued.of(file, jar).lines()).containsExactly(" " + expected + " manifest");
    }

    @Test
    void readsPomWherePropertiesAreMissingOrUnresolved() {
        byte[] jar = jar().pomProperties("g.one", "shop", "${revision}")
                .pom(
                        "g.one",
                        "shop",
                        "<parent><groupId>g.one</groupId><version>7</version></parent><artifactId>shop</artifactId>")
                .pom("g.two", "lib", "<groupId>g.two</groupId><artifactId>lib</artifactId><version>2</version>")
                .deflated();

        assertThat(Catalogued.of("shop.jar", jar).lines())
                .containsExactly(" g.one:shop 7 pom.properties", " g.two:lib 2 pom.xml < g.one:shop");
    }

    @Test
    void takesVersionFromManifestWhereDescriptorsHaveNone() {
        byte[] jar = jar().manifest("Implementation-Version: 3.1")
                .pomProperties("g", "shop", "${project.version}")
                .deflated();

        assertThat(Catalogued.of("shop.jar", jar).lines()).containsExactly(" g:shop 3.1 pom.properties");
    }

    @Test
    void countsShadedPackagesWithoutVersion() {
        byte[] jar = jar().pomProperties("g", "shop", "1")
                .pomProperties("g", "inner", "${v}")
                .deflated();

        Catalogued seen = Catalogued.of("shop.jar", jar);

        assertThat(seen.lines()).containsExactly(" g:shop 1 pom.properties");
        assertThat(seen.unidentified).containsExactly(" g:inner was shaded in and tells no version");
    }

    @Test
    void reportsEachPackageOnce() {
        byte[] jar = jar().pomProperties("g", "shop", "1")
                .file("BOOT-INF/classes/META-INF/maven/g/shop/pom.properties", "groupId=g\nartifactId=shop\nversion=1")
                .deflated();

        assertThat(Catalogued.of("shop.jar", jar).lines()).containsExactly(" g:shop 1 pom.properties");
    }

    @Test
    void tellsLicences() {
        byte[] bundle = jar().manifest("Bundle-License: Apache-2.0;link=\"https://a,b\", MIT")
                .pomProperties("g", "a", "1")
                .deflated();
        byte[] plain = jar().pomProperties("g", "a", "1")
                .pom("g", "a", "<licenses><license><name>BSD-3-Clause</name><url>u</url></license></licenses>")
                .deflated();

        assertThat(Catalogued.of("a.jar", bundle).packages.getFirst().licenses())
                .containsExactly("Apache-2.0", "MIT");
        assertThat(Catalogued.of("a.jar", plain).packages.getFirst().licenses()).containsExactly("BSD-3-Clause");
    }

    @Test
    void selectsArchivesByTheirNames() {
        assertThat(new JavaArchiveCataloger().selectors())
                .hasSize(12)
                .contains(new Selector.Extension(".jar"), new Selector.Extension(".lpkg"))
                .doesNotContain(new Selector.Extension(".jmod"));
    }

    private static String sha1(byte[] bytes) {
        return Sha1.of(java.nio.ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }
}
