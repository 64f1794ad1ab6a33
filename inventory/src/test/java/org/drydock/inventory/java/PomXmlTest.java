package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomXmlTest {
    @Test
    void readsOwnCoordinates() {
        assertThat(coordinates("""
                <?xml version="1.0"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <groupId> org.example </groupId><artifactId>shop</artifactId><version>1.0</version>
                  <dependencies><dependency>
                    <groupId>x</groupId><artifactId>y</artifactId><version>z</version>
                  </dependency></dependencies>
                </project>""")).isEqualTo(new Coordinates("org.example", "shop", "1.0"));
    }

    @Test
    void takesTheParentsWhereTheProjectHasNone() {
        assertThat(coordinates("""
                <project><artifactId>shop</artifactId>
                <parent><groupId>org.example</groupId><artifactId>all</artifactId><version>2</version></parent>
                </project>""")).isEqualTo(new Coordinates("org.example", "shop", "2"));
    }

    @Test
    void resolvesPlaceholders() {
        assertThat(coordinates("""
                <project><groupId>${project.parent.groupId}.sub</groupId><artifactId>${base}-api</artifactId>
                <version>${revision}${changelist}</version>
                <properties><base>shop</base><revision>${major}.1</revision><major>3</major><changelist>-rc1</changelist>
                </properties>
                <parent><groupId>org.example</groupId></parent></project>""")).isEqualTo(new Coordinates("org.example.sub", "shop-api", "3.1-rc1"));
    }

    @Test
    void refusesWhatStaysUnresolved() {
        assertThat(coordinates("<project><artifactId>a</artifactId><version>${nowhere}</version></project>"))
                .isEqualTo(new Coordinates("", "a", ""));
        assertThat(coordinates("<project><artifactId>a</artifactId><version>${version}</version></project>"))
                .isEqualTo(new Coordinates("", "a", ""));
    }

    @Test
    void readsLicences() {
        assertThat(parse("""
                <project><licenses><license><name>MIT</name><url>u</url></license><license><name>EPL</name></license>
                </licenses></project>""").licenses()).containsExactly("MIT", "EPL");
    }

    @Test
    void followsNoExternalEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "leaked");
        String pom = "<!DOCTYPE project [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<project><groupId>g</groupId><artifactId>&x;</artifactId></project>";

        assertThat(coordinates(pom).artifactId()).isEmpty();
    }

    @Test
    void expandsNoEntities() {
        String entities = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY e" + i + " \"&e" + (i - 1) + ";&e" + (i - 1) + ";\">")
                .collect(Collectors.joining());
        String pom = "<!DOCTYPE project [<!ENTITY e0 \"ha\">" + entities + "]>"
                + "<project><groupId>g</groupId><version>&e29;</version></project>";

        assertThat(coordinates(pom).version()).isEmpty();
    }

    @Test
    void doesNotLetPropertiesGrowWithoutEnd() {
        String properties = IntStream.range(1, 60)
                .mapToObj(i -> "<p%d>${p%d}${p%d}</p%d>".formatted(i, i - 1, i - 1, i))
                .collect(Collectors.joining());
        String pom = "<project><artifactId>a</artifactId><version>${p59}</version><properties><p0>1</p0>" + properties
                + "</properties></project>";

        assertThat(coordinates(pom).version()).isEmpty();
    }

    @Test
    void bearsBytesThatAreNotInTheStatedEncoding() {
        byte[] latin1 = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- J\u00fcrgen --><project><groupId>g</groupId>"
                        + "<artifactId>a</artifactId></project>")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PomXml.parse(latin1).coordinates()).isEqualTo(new Coordinates("g", "a", ""));
    }

    @Test
    void keepsWhatStandsBeforeAnError() {
        assertThat(coordinates("<project><groupId>g</groupId><artifactId>a</artifactId><version>1</wrong>"))
                .isEqualTo(new Coordinates("g", "a", ""));
        assertThat(coordinates("\uFEFF<project><artifactId>a</artifactId></project>")
                        .artifactId())
                .isEqualTo("a");
        assertThat(coordinates("<!DOCTYPE p [<!ENTITY a \u0001>]><project/>").artifactId())
                .isEmpty();
        assertThat(coordinates("")).isEqualTo(new Coordinates("", "", ""));
        assertThat(coordinates("<html><artifactId>a</artifactId></html>")).isEqualTo(new Coordinates("", "", ""));
    }

    private static PomXml parse(String xml) {
        return PomXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Coordinates coordinates(String xml) {
        return parse(xml).coordinates();
    }
}
