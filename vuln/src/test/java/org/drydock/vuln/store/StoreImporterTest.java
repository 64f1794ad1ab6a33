package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.ImportResult.Change;
import org.drydock.vuln.store.ImportResult.SourceImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreImporterTest {
    private static final String NEWER = "2024-02-02T00:00:00Z";

    @TempDir
    private Path folder;

    private Path feeds = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        feeds = Files.createDirectories(folder.resolve("feeds"));
        store = folder.resolve("store");
    }

    @Test
    void aNewerExportReplacesTheOlderAndNoOtherSource() throws IOException {
        Path ghsa = Fixtures.zip(feeds.resolve("all.zip"), List.of(npm("GHSA-1", "a", "1"), npm("GHSA-2", "b", "1")));
        Path retire = Fixtures.zip(feeds.resolve("retire.zip"), List.of(npm("RETIREJS-1", "a", "2")));
        assertThat(changes(ghsa, retire)).containsExactly(Change.NEW, Change.NEW);
        assertThat(fixes("npm", "a")).containsExactly("osv/npm/ghsa 1", "osv/npm/retirejs 2");

        Path newer = Fixtures.zip(feeds.resolve("new.zip"), List.of(npm("GHSA-1", "a", "3"), npm("GHSA-3", "c", "1")));
        assertThat(changes(newer)).containsExactly(Change.REPLACED);
        assertThat(fixes("npm", "a")).containsExactly("osv/npm/ghsa 3", "osv/npm/retirejs 2");
        assertThat(fixes("npm", "b")).isEmpty();
        assertThat(fixes("npm", "c")).hasSize(1);
        assertThat(segments()).hasSize(4);

        assertThat(changes(newer)).containsExactly(Change.UNCHANGED);
        assertThat(segments()).hasSize(4);
    }

    @Test
    void readsAFolderOfEverything() throws IOException {
        Fixtures.zip(
                feeds.resolve("all.zip"),
                List.of(npm("GHSA-1", "a", "1"), "{\"id\":\"GHSA-9\",\"withdrawn\":\"x\",\"affected\":[]}"));
        Fixtures.write(feeds.resolve("main.json"), Fixtures.secdb("3.11", "musl", "1-r0"));
        Files.createDirectories(feeds.resolve("loose/deeper"));
        Fixtures.write(feeds.resolve("loose/1.json"), Fixtures.osv("PYSEC-1", NEWER, "PyPI", "x", "1"));
        Fixtures.write(feeds.resolve("loose/deeper/2.json"), Fixtures.osv("PYSEC-2", NEWER, "PyPI", "y", "1"));
        Fixtures.write(feeds.resolve("README.md"), "# Feeds");

        ImportResult result = run(feeds);

        assertThat(result.sources())
                .extracting(source -> source.status().name())
                .containsExactly("alpine-secdb/3.11/main", "osv/npm/ghsa", "osv/pypi/pysec");
        assertThat(result.sources()).extracting(SourceImport::statements).containsExactly(1L, 1L, 2L);
        assertThat(result.sources()).extracting(SourceImport::withdrawn).containsExactly(0L, 1L, 0L);
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("not-recognised");
        assertThat(AdvisoryStores.status(store))
                .contains(new SourceStatus(
                        "alpine-secdb/3.11/main", "alpine-secdb", List.of("alpine:3.11"), 1, "", "main.json"))
                .contains(new SourceStatus("osv/npm/ghsa", "osv", List.of("npm"), 1, "2024-02-02", "all.zip"));
        AdvisoryStores.verify(store);
    }

    @Test
    void answersByIdAndAlias() throws IOException {
        run(
                Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"))),
                Fixtures.zip(feeds.resolve("b.zip"), List.of(npm("CVE-GHSA-1", "a", "1"))));
        try (AdvisoryStore opened = AdvisoryStores.open(store)) {
            assertThat(opened.byId("CVE-GHSA-1")).extracting(Advisory::id).containsExactly("CVE-GHSA-1", "GHSA-1");
            assertThat(opened.byId("GHSA-1")).extracting(Advisory::id).containsExactly("GHSA-1");
            assertThat(opened.advisory("osv/npm/ghsa", "GHSA-1").orElseThrow().summary())
                    .isEqualTo("About a");
            assertThat(opened.advisory("osv/npm/cve", "GHSA-1")).isEmpty();
            assertThat(opened.knownExploited("CVE-GHSA-1")).isEmpty();
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        Path feed = Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"), npm("GHSA-2", "b", "1")));
        Path turned = Fixtures.zip(
                Files.createDirectories(feeds.resolve("x")).resolve("a.zip"),
                List.of(npm("GHSA-2", "b", "1"), npm("GHSA-1", "a", "1")));
        run(feed);
        List<Path> first = segments();
        byte[] bytes = Files.readAllBytes(first.getFirst());
        run(turned);

        assertThat(segments()).isEqualTo(first);
        assertThat(Files.readAllBytes(first.getFirst())).isEqualTo(bytes);
    }

    @Test
    void aFeedThatEndsTooEarlyDoesNotReplaceAWholeOne() throws IOException {
        String whole = "{\"a\":{\"CVE-2024-1\":{\"releases\":{\"sid\":{\"status\":\"open\"}}}},"
                + "\"b\":{\"CVE-2024-1\":{\"releases\":{\"sid\":{\"status\":\"open\"}}}}}";
        run(Fixtures.write(feeds.resolve("tracker.json"), whole));
        Fixtures.write(feeds.resolve("tracker.json"), whole.substring(0, whole.length() - 20));
        Fixtures.write(feeds.resolve("main.json"), Fixtures.secdb("3.11", "musl", "1-r0"));

        ImportResult result = run(feeds);

        assertThat(result.sources())
                .extracting(source -> source.status().name())
                .containsExactly("alpine-secdb/3.11/main");
        assertThat(result.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("feed-unreadable", "source-incomplete");
        try (AdvisoryStore opened = AdvisoryStores.open(store)) {
            assertThat(opened.find("debian:sid", "b")).hasSize(1);
        }
        assertThatThrownBy(() -> run(feeds.resolve("tracker.json")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("tracker.json");
    }

    @Test
    void oneBadRecordOfAnExportIsLeftOut() throws IOException {
        ImportResult result = run(Fixtures.zip(
                feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"), "{\"id\":\"GHSA-2\",\"affected\":")));

        assertThat(result.sources()).hasSize(1);
        assertThat(result.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("feed-unreadable");
            assertThat(diagnostic.place()).endsWith("a.zip!/1.json");
        });
    }

    @Test
    void aPathWithoutAnyFeedIsAnErrorAndChangesNothing() throws IOException {
        Path good = Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1")));
        Path bad = Fixtures.write(feeds.resolve("notes.txt"), "notes");

        assertThatThrownBy(() -> run(good, bad))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("notes.txt");
        assertThat(AdvisoryStores.exists(store)).isFalse();
        assertThat(AdvisoryStores.status(store)).isEmpty();
        assertThatThrownBy(() -> AdvisoryStores.open(store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("drydock db import");
        try (Stream<Path> files = Files.list(store)) {
            assertThat(files).containsExactly(store.resolve(StoreFiles.LOCK));
        }
    }

    @Test
    void aReaderKeepsWhatItOpened() throws IOException {
        run(Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"))));
        try (AdvisoryStore before = AdvisoryStores.open(store)) {
            run(Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "2"))));

            assertThat(before.find("npm", "a")
                            .getFirst()
                            .affected()
                            .ranges()
                            .getFirst()
                            .fixed())
                    .isEqualTo("1");
            assertThat(fixes("npm", "a")).containsExactly("osv/npm/ghsa 2");
        }
    }

    @Test
    void importingAgainMendsADamagedSegment() throws IOException {
        Path feed = Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1")));
        Path other = Fixtures.write(feeds.resolve("main.json"), Fixtures.secdb("3.11", "musl", "1-r0"));
        run(feed, other);
        Path segment = segments().getLast();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        try (AdvisoryStore opened = AdvisoryStores.open(store)) {
            assertThat(opened.find("alpine:3.11", "musl")).hasSize(1);
            assertThatThrownBy(() -> opened.find("npm", "a"))
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining(segment.toString())
                    .hasMessageContaining("drydock db import");
        }
        assertThatThrownBy(() -> AdvisoryStores.verify(store)).isInstanceOf(DamagedStoreException.class);
        run(feed);
        assertThat(fixes("npm", "a")).hasSize(1);
        AdvisoryStores.verify(store);
    }

    @Test
    void aMissingSegmentIsAnError() throws IOException {
        run(Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"))));
        Path segment = segments().getFirst();
        Files.delete(segment);

        assertThatThrownBy(() -> AdvisoryStores.open(store))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining(segment.getFileName().toString());
    }

    @Test
    void anotherSegmentUnderTheNameIsNoticed() throws IOException {
        run(Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"))));
        Fixtures.segment(segments().getLast(), Fixtures.many(3));

        assertThatThrownBy(() -> fixes("npm", "a"))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("not the segment");
    }

    @Test
    void aDamagedManifestIsBegunAnew() throws IOException {
        Path feed = Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1")));
        run(feed);
        Fixtures.write(store.resolve(StoreFiles.CURRENT), "rubbish");
        assertThatThrownBy(() -> AdvisoryStores.open(store)).isInstanceOf(DamagedStoreException.class);

        ImportResult result = run(feed);

        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("store-damaged");
        assertThat(fixes("npm", "a")).hasSize(1);
    }

    @Test
    void clearsUpAfterAWriterThatDied() throws IOException {
        Files.createDirectories(store);
        Files.write(store.resolve("run-7" + StoreFiles.ASIDE), new byte[10]);
        Files.write(store.resolve("osv-npm-ghsa-0000" + StoreFiles.SEGMENT), new byte[10]);

        run(Fixtures.zip(feeds.resolve("a.zip"), List.of(npm("GHSA-1", "a", "1"))));

        try (Stream<Path> files = Files.list(store)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .hasSize(4)
                    .contains(StoreFiles.CURRENT, StoreFiles.LOCK)
                    .noneMatch(name -> name.contains("0000"));
        }
    }

    private static String npm(String id, String name, String fixed) {
        return Fixtures.osv(id, NEWER, "npm", name, fixed);
    }

    private ImportResult run(Path... paths) {
        return StoreImporter.importPaths(List.of(paths), store, ImportProgress.none());
    }

    private List<Change> changes(Path... paths) {
        return run(paths).sources().stream().map(SourceImport::change).toList();
    }

    private List<String> fixes(String namespace, String name) {
        try (AdvisoryStore opened = AdvisoryStores.open(store)) {
            return opened.find(namespace, name).stream()
                    .map(statement -> statement.source() + " "
                            + statement.affected().ranges().getFirst().fixed())
                    .toList();
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.toString().endsWith(StoreFiles.SEGMENT))
                    .sorted()
                    .toList();
        }
    }
}
