package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarManifestTest {
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void readsAllLineEndings(String end) {
        JarManifest manifest = parse(String.join(end, "Manifest-Version: 1.0", "Implementation-Version: 2.1", ""));

        assertThat(manifest.get("Manifest-Version")).isEqualTo("1.0");
        assertThat(manifest.get("implementation-version")).isEqualTo("2.1");
        assertThat(manifest.has("Bundle-Version")).isFalse();
    }

    @Test
    void joinsContinuedLines() {
        assertThat(parse("Bundle-SymbolicName: org.exam\r\n ple.a\r\n  b\r\n").get("Bundle-SymbolicName"))
                .isEqualTo("org.example.a b");
    }

    @Test
    void joinsCharactersThatAreSplitBetweenLines() {
        byte[] umlaut = "ü".getBytes(StandardCharsets.UTF_8);
        byte[] first = "Vendor: J".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[first.length + umlaut.length + 2];
        System.arraycopy(first, 0, bytes, 0, first.length);
        bytes[first.length] = umlaut[0];
        bytes[first.length + 1] = '\n';
        bytes[first.length + 2] = ' ';
        bytes[first.length + 3] = umlaut[1];

        assertThat(JarManifest.parse(bytes).get("Vendor")).isEqualTo("Jü");
    }

    @Test
    void separatesSections() {
        JarManifest manifest = parse("\n\nA: main\n\nName: x/\nA: x\n\n\nName: y/\nA: y");

        assertThat(manifest.get("A")).isEqualTo("main");
        assertThat(manifest.sections()).extracting(s -> s.get("Name")).containsExactly("x/", "y/");
    }

    @Test
    void passesOverWhatIsNoAttribute() {
        JarManifest manifest = parse(" dangling\nno colon here\n: no name\nA: 1\nA: 2\nB:\n");

        assertThat(manifest.main().attributes()).containsOnlyKeys("a", "b").containsEntry("a", "1");
        assertThat(manifest.get("B")).isEmpty();
    }

    @Test
    void leavesOutValuesOfNoInterest() {
        JarManifest manifest = parse("Import-Package: " + "p,".repeat(3000) + "\nA: 1");

        assertThat(manifest.main().attributes()).containsOnlyKeys("a");
    }

    @Test
    void stopsAfterTheFirstSections() {
        assertThat(parse("A: 1\n\n" + "Name: x\nSHA-256-Digest: y\n\n".repeat(1000))
                        .sections())
                .hasSize(64);
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(parse("")).isEqualTo(JarManifest.EMPTY);
        assertThat(parse("\n\r\n \r")).isEqualTo(JarManifest.EMPTY);
    }

    private static JarManifest parse(String text) {
        return JarManifest.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
