package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.DrydockException;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StarterSetTest {
    @TempDir
    private Path folder;

    @Test
    void comesWithTheProgram() {
        try (AdvisoryStore starter = AdvisoryStores.starter()) {
            assertThat(starter.sources()).extracting(SourceStatus::name).containsExactly("starter");
            assertThat(starter.sources().getFirst().records()).isPositive();
        }
    }

    @Test
    void speaksOfEveryFamilyThatAVulnerabilityTouches() {
        try (AdvisoryStore starter = AdvisoryStores.starter()) {
            for (String namespace : List.of("debian:11", "almalinux:8", "alpine:3.14")) {
                assertThat(starter.find(namespace, "zlib"))
                        .as(namespace)
                        .extracting(AdvisoryStore.Statement::advisoryId)
                        .contains("CVE-2018-25032", "CVE-2022-37434");
            }
            assertThat(starter.knownExploited("CVE-2021-44228")).isPresent();
        }
    }

    @Test
    void joinsTheStoreOrStandsAlone() throws IOException {
        Path store = folder.resolve("store");
        try (AdvisoryStore alone = AdvisoryStores.openWithStarter(store)) {
            assertThat(alone.sources()).extracting(SourceStatus::name).containsExactly("starter");
        }
        Path feed = Fixtures.zip(folder.resolve("a.zip"), List.of(Fixtures.osv("GHSA-1", "", "npm", "a", "1")));
        StoreImporter.importPaths(List.of(feed), store, ImportProgress.none());
        try (AdvisoryStore joined = AdvisoryStores.openWithStarter(store)) {
            assertThat(joined.sources()).extracting(SourceStatus::name).containsExactly("osv/npm/ghsa", "starter");
            assertThat(joined.find("npm", "a")).hasSize(1);
        }
    }

    @Test
    void isCompiledFromAFolderOfRecords() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Fixtures.write(sources.resolve("a.json"), Fixtures.osv("A-1", "", "npm", "a", "1"));
        Fixtures.write(
                sources.resolve("b.jsonl"),
                Fixtures.osv("A-2", "", "npm", "b", "1") + Fixtures.osv("A-3", "", "npm", "c", "1"));
        Fixtures.write(sources.resolve("README.md"), "# About");
        Path segment = folder.resolve("out/starter.segment");
        StarterSetCompiler.main(new String[] {segment.toString(), sources.toString()});

        AdvisorySegment opened = AdvisorySegment.open(ByteBuffer.wrap(Files.readAllBytes(segment)), "starter");
        assertThat(opened.status().records()).isEqualTo(3);
    }

    @Test
    void aRecordThatCannotBeReadFailsTheBuild() throws IOException {
        Path bad = Fixtures.write(folder.resolve("a.json"), "{\"id\":\"A-1\",\"affected\":[{}]}");

        assertThatThrownBy(() -> StarterSetCompiler.compile(folder.resolve("s"), List.of(bad)))
                .isInstanceOf(DrydockException.class)
                .hasMessageContaining("a.json");
    }
}
