package org.drydock.vuln.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drydock.vuln.bundle.BundleImport.Trust;
import org.drydock.vuln.fetch.FetchProgress;
import org.drydock.vuln.fetch.Fetcher;
import org.drydock.vuln.fetch.ScriptedServer;
import org.drydock.vuln.fetch.ScriptedServer.Reply;
import org.drydock.vuln.fetch.Settings;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;
import org.drydock.vuln.update.UpdateFixtures;
import org.drydock.vuln.update.UpdateLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleTest {
    private static final Instant DAY = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    private Path folder;

    private Path sender = Path.of("");
    private Path secret = Path.of("");
    private List<PublicKey> keys = List.of();

    @BeforeEach
    void prepare() {
        sender = folder.resolve("sender");
        secret = folder.resolve("key");
        BundleKeys.generate(secret, folder.resolve("key.pub"));
        keys = List.of(BundleKeys.readPublic(folder.resolve("key.pub")));
    }

    private void feed(int records, String changedFix) throws IOException {
        Random random = new Random(1);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String fix = i == records / 2 ? changedFix : "1." + i * 7919 % 1000;
            String pkg =
                    "package-" + i + "-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
            all.add(UpdateFixtures.osv("PYSEC-" + (1000 + i), "PyPI", pkg, fix, ""));
        }
        Path file = Files.write(folder.resolve("feed.zip"), UpdateFixtures.export(all));
        Path kev = Files.write(folder.resolve("kev.json"), UpdateFixtures.kev("CVE-2026-1"));
        StoreImporter.importPaths(List.of(file, kev), sender, ImportProgress.none());
    }

    private BundleWriter.Written export(Path target, Instant when, boolean signed) {
        UpdateLedger ledger = UpdateLedger.read(folder.resolve("sender-feeds"));
        ledger.check(List.of("kev"), DAY.minusSeconds(60));
        return new BundleWriter(sender, ledger)
                .write(
                        target,
                        new BundleWriter.Request(
                                "test", when, _ -> true, signed ? BundleKeys.readPrivate(secret) : null));
    }

    private BundleImport.Result take(Path bundle) {
        return take(bundle, new Trust(keys, false));
    }

    private BundleImport.Result take(Path bundle, Trust trust) {
        try (BundleSource source = BundleSource.open(bundle)) {
            return receiver("receiver").run(source, "", trust, () -> {});
        }
    }

    private BundleImport receiver(String name) {
        Path cache = folder.resolve(name);
        return new BundleImport(cache.resolve("bundles"), cache.resolve("feeds"), cache.resolve("db"));
    }

    private Path store() {
        return folder.resolve("receiver/db");
    }

    private static Map<String, List<Byte>> content(Path store) throws IOException {
        Map<String, List<Byte>> content = new TreeMap<>();
        if (!Files.exists(store)) {
            return content;
        }
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(file)) {
                    bytes.add(b);
                }
                content.put(file.getFileName().toString(), bytes);
            }
        }
        return content;
    }

    @Test
    void aStoreGoesThroughAFileAndAFolderUnchanged() throws IOException {
        feed(300, "1");
        for (String target : List.of("one.tar", "layout")) {
            export(folder.resolve(target), DAY, true);
            assertThat(BundleSource.isBundle(folder.resolve(target))).isTrue();
            try (BundleSource source = BundleSource.open(folder.resolve(target))) {
                receiver("of-" + target).run(source, "test", new Trust(keys, false), () -> {});
            }
            assertThat(content(folder.resolve("of-" + target + "/db"))).isEqualTo(content(sender));
        }
        UpdateLedger ledger = UpdateLedger.read(folder.resolve("of-layout/feeds"));
        assertThat(ledger.checked("kev")).contains(DAY.minusSeconds(60));
        assertThat(ledger.checked("osv/pypi/pysec")).isEmpty();
        assertThat(folder.resolve("of-layout/bundles/work")).doesNotExist();
    }

    @Test
    void theSameStoreGivesTheSameBytes() throws IOException {
        feed(300, "1");
        export(folder.resolve("a.tar"), DAY, true);
        export(folder.resolve("b.tar"), DAY, true);
        assertThat(folder.resolve("a.tar")).hasSameBinaryContentAs(folder.resolve("b.tar"));
        assertThat(folder.resolve("a.tar.work")).doesNotExist();
    }

    @Test
    void isAnOciImageLayout() throws IOException {
        feed(10, "1");
        Path layout = folder.resolve("layout");
        export(layout, DAY, true);
        assertThat(layout.resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(layout.resolve("index.json")).content().contains("application/vnd.oci.image.manifest.v1+json");
        try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                assertThat(Sha256.of(Files.readAllBytes(blob)).hex())
                        .isEqualTo(blob.getFileName().toString());
            }
        }
    }

    @Test
    void aDayLaterOnlyTheChangeIsTaken() throws IOException {
        feed(10_000, "1");
        Path layout = folder.resolve("layout");
        BundleWriter.Written first = export(layout, DAY, true);
        assertThat(first.newBytes()).isEqualTo(first.chunkBytes());
        long whole = take(layout).fetchedBytes();
        feed(10_000, "2");
        BundleWriter.Written second = export(layout, DAY.plusSeconds(86_400), true);
        BundleImport.Result result = take(layout);
        System.out.println("whole " + whole + " bytes in "
                + first.manifest().segments().stream()
                        .mapToInt(s -> s.chunks().size())
                        .sum() + " chunks; one record of 10,000 changed: "
                + result.fetchedBytes() + " bytes in " + result.fetchedChunks() + " chunks");
        assertThat(result.written()).hasSize(1);
        assertThat(result.reusedChunks()).isGreaterThan(6);
        assertThat(result.fetchedChunks()).isBetween(1L, 4L);
        assertThat(result.fetchedBytes()).isLessThan(whole / 4);
        assertThat(second.newBytes()).isLessThan(second.chunkBytes());
        assertThat(content(store())).isEqualTo(content(sender));
    }

    @Test
    void comesFromAWebServerAndGoesOnAfterAFailure() throws IOException {
        feed(3000, "1");
        Path layout = folder.resolve("layout");
        export(layout, DAY, true);
        boolean[] broken = {true};
        int[] blobs = {0};
        try (ScriptedServer server = new ScriptedServer(request -> {
            try {
                if (broken[0] && request.target().contains("blobs") && ++blobs[0] > 3) {
                    return Reply.of("404 No", new byte[0]);
                }
                return Reply.ok(
                        Files.readAllBytes(layout.resolve(request.target().substring("/b/".length()))));
            } catch (IOException e) {
                return Reply.of("404 No", new byte[0]);
            }
        })) {
            URI address = server.address("/b");
            assertThatThrownBy(() -> takeFrom(address)).hasMessageContaining("404");
            assertThat(AdvisoryStores.exists(store())).isFalse();
            long before = server.requests().size();
            broken[0] = false;
            BundleImport.Result result = takeFrom(address);
            assertThat(content(store())).isEqualTo(content(sender));
            long asked = server.requests().size() - before;
            assertThat(asked).isEqualTo(result.fetchedChunks());
        }
    }

    private BundleImport.Result takeFrom(URI address) {
        try (Fetcher fetcher = new Fetcher(Settings.of(null, new ArrayList<>()), FetchProgress.NONE);
                BundleSource source = BundleSource.open(address, fetcher, folder.resolve("kept"))) {
            return receiver("receiver").run(source, "", new Trust(keys, false), () -> {});
        }
    }

    @Test
    void anOlderOneIsRefused() throws IOException {
        feed(10, "1");
        export(folder.resolve("old.tar"), DAY, true);
        feed(10, "2");
        export(folder.resolve("new.tar"), DAY.plusSeconds(10), true);
        export(folder.resolve("forked.tar"), DAY.plusSeconds(10), true);
        take(folder.resolve("new.tar"));
        assertThatThrownBy(() -> take(folder.resolve("old.tar")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("old.tar")
                .hasMessageContaining("older than what is installed");
        assertThat(take(folder.resolve("new.tar")).written()).isEmpty();
        feed(10, "3");
        export(folder.resolve("forked.tar"), DAY.plusSeconds(10), true);
        assertThatThrownBy(() -> take(folder.resolve("forked.tar"))).hasMessageContaining("another content");
        Files.writeString(onlyState(), "rubbish");
        assertThatThrownBy(() -> take(folder.resolve("old.tar"))).hasMessageContaining("delete it");
    }

    private Path onlyState() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("receiver/bundles"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void onlyTheRightKeyWillDo() throws IOException {
        feed(10, "1");
        Path signed = folder.resolve("signed.tar");
        Path unsigned = folder.resolve("unsigned.tar");
        export(signed, DAY, true);
        export(unsigned, DAY, false);
        Path other = folder.resolve("other");
        BundleKeys.generate(other, folder.resolve("other.pub"));
        PublicKey wrong = BundleKeys.readPublic(folder.resolve("other.pub"));
        assertThatThrownBy(() -> take(signed, new Trust(List.of(wrong), true)))
                .hasMessageContaining("signature does not fit");
        assertThatThrownBy(() -> take(unsigned)).hasMessageContaining("not signed");
        assertThatThrownBy(() -> take(signed, new Trust(List.of(), false))).hasMessageContaining("--key");
        assertThatThrownBy(() -> take(unsigned, new Trust(keys, true))).hasMessageContaining("not signed");
        assertThat(AdvisoryStores.exists(store())).isFalse();
        take(unsigned, new Trust(List.of(), true));
        take(signed, new Trust(List.of(wrong, keys.getFirst()), false));
        assertThatThrownBy(() -> BundleKeys.generate(secret, folder.resolve("key.pub")))
                .hasMessageContaining("not overwritten");
        assertThatThrownBy(() -> BundleKeys.readPublic(secret)).hasMessageContaining("PUBLIC KEY");
    }

    /** Every part of a bundle, changed at many places: it is refused, or what was changed does not matter. */
    @Test
    void noChangedByteGetsIn() throws IOException {
        feed(40, "1");
        Path bundle = folder.resolve("b.tar");
        export(bundle, DAY, true);
        byte[] whole = Files.readAllBytes(bundle);
        Map<String, List<Byte>> honest = content(sender);
        int refused = 0;
        int harmless = 0;
        for (int at = 0; at < whole.length; at += 173) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x11;
            Path tampered = Files.write(folder.resolve("tampered.tar"), changed);
            BundleImport receiver = receiver("r" + at);
            try (BundleSource source = BundleSource.open(tampered)) {
                receiver.run(source, "", new Trust(keys, false), () -> {});
                assertThat(content(folder.resolve("r" + at + "/db")))
                        .as("byte " + at)
                        .isEqualTo(honest);
                harmless++;
            } catch (BundleException e) {
                assertThat(e.getMessage()).contains("tampered.tar").doesNotContain("\n");
                assertThat(AdvisoryStores.exists(folder.resolve("r" + at + "/db")))
                        .isFalse();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(harmless);
        System.out.println(
                refused + " changed bytes were refused, " + harmless + " did not matter (padding and the like)");
    }

    @Test
    void eachPartThatIsMissingOrExchangedIsNamed() throws IOException {
        feed(40, "1");
        Path layout = folder.resolve("layout");
        export(layout, DAY, true);
        List<Path> blobs;
        try (Stream<Path> files = Files.list(layout.resolve("blobs/sha256"))) {
            blobs = files.sorted().toList();
        }
        for (Path blob : blobs) {
            byte[] honest = Files.readAllBytes(blob);
            Files.delete(blob);
            assertThatThrownBy(() -> take(layout))
                    .hasMessageContaining(blob.getFileName().toString())
                    .hasMessageContaining("missing");
            Files.writeString(blob, "{}");
            assertThatThrownBy(() -> take(layout))
                    .hasMessageContaining(blob.getFileName().toString())
                    .hasMessageContaining("damaged");
            Files.write(blob, honest);
        }
        String index = Files.readString(layout.resolve("index.json"));
        Files.writeString(layout.resolve("index.json"), index.replaceAll("sha256:[0-9a-f]{4}", "sha256:../."));
        assertThatThrownBy(() -> take(layout)).hasMessageContaining("index.json");
        Files.writeString(layout.resolve("index.json"), "{\"manifests\":[]}");
        assertThatThrownBy(() -> take(layout)).hasMessageContaining("holds 0 bundles");
        assertThat(AdvisoryStores.exists(store())).isFalse();
        Files.writeString(layout.resolve("index.json"), index);
        take(layout);
    }

    @Test
    void aCutFileIsNoBundle() throws IOException {
        feed(10, "1");
        Path bundle = folder.resolve("b.tar");
        export(bundle, DAY, true);
        byte[] whole = Files.readAllBytes(bundle);
        Path cut = Files.write(folder.resolve("cut.tar"), java.util.Arrays.copyOf(whole, whole.length - 2000));
        assertThat(BundleSource.isBundle(cut)).isTrue();
        assertThatThrownBy(() -> take(cut)).hasMessageContaining("cut.tar").hasMessageContaining("cut off");
        assertThat(BundleSource.isBundle(Files.writeString(folder.resolve("x.json"), "{}")))
                .isFalse();
    }

    @Test
    void whatASeriesDoesNotBringAnyMoreGoesAndWhatOthersBroughtStays() throws IOException {
        feed(10, "1");
        Path both = folder.resolve("both.tar");
        export(both, DAY, true);
        Path own = Files.write(folder.resolve("own.json"), UpdateFixtures.secdb("3.20", "musl", "1-r0"));
        take(both);
        StoreImporter.importPaths(List.of(own), store(), ImportProgress.none());
        Path fewer = folder.resolve("fewer.tar");
        new BundleWriter(sender, UpdateLedger.read(folder.resolve("none")))
                .write(
                        fewer,
                        new BundleWriter.Request(
                                "test",
                                DAY.plusSeconds(1),
                                part -> part.status().name().equals("kev"),
                                BundleKeys.readPrivate(secret)));
        take(fewer);
        assertThat(AdvisoryStores.status(store()))
                .extracting(AdvisoryStore.SourceStatus::name)
                .containsExactly("alpine-secdb/3.20/main", "kev");
    }

    @Test
    void aPartOfASourceReplacesOnlyThatPart() throws IOException {
        multi("2", "2");
        Path part = folder.resolve("part.tar");
        new BundleWriter(sender, UpdateLedger.read(folder.resolve("none")))
                .write(
                        part,
                        new BundleWriter.Request(
                                "test",
                                DAY,
                                segment -> !segment.status().namespaces().contains("npm"),
                                BundleKeys.readPrivate(secret)));
        Path own = Files.write(folder.resolve("own.zip"), multiExport("1", "1"));
        StoreImporter.importPaths(List.of(own), store(), ImportProgress.none());
        BundleImport.Result result = take(part);
        assertThat(result.manifest().wholeSources()).isEmpty();
        assertThat(fixes("pypi", "p")).containsExactly("2");
        assertThat(fixes("npm", "n")).containsExactly("1");
        AdvisoryStores.verify(store());
    }

    @Test
    void aWholeSourceReplacesAllOfIt() throws IOException {
        Path own = Files.write(folder.resolve("own.zip"), multiExport("1", "1"));
        StoreImporter.importPaths(List.of(own), store(), ImportProgress.none());
        Path fewer = Files.write(
                folder.resolve("fewer.zip"),
                UpdateFixtures.export(List.of(UpdateFixtures.osv("PYSEC-1", "npm", "n", "3", ""))));
        StoreImporter.importPaths(List.of(fewer), sender, ImportProgress.none());
        Path bundle = folder.resolve("b.tar");
        export(bundle, DAY, true);
        assertThat(take(bundle).manifest().wholeSources()).containsExactly("osv/npm/pysec");
        assertThat(fixes("npm", "n")).containsExactly("3");
        assertThat(fixes("pypi", "p")).isEmpty();
        assertThat(content(store())).isEqualTo(content(sender));
    }

    private void multi(String pypi, String npm) throws IOException {
        Path file = Files.write(folder.resolve("multi.zip"), multiExport(pypi, npm));
        StoreImporter.importPaths(List.of(file), sender, ImportProgress.none());
    }

    /** A record that speaks of two namespaces. */
    private static byte[] multiExport(String pypi, String npm) throws IOException {
        String first = UpdateFixtures.osv("PYSEC-1", "PyPI", "p", pypi, "");
        String second = UpdateFixtures.osv("PYSEC-1", "npm", "n", npm, "");
        int affected = first.indexOf("\"affected\":[") + "\"affected\":[".length();
        String other = second.substring(affected, second.length() - 2);
        return UpdateFixtures.export(List.of(first.substring(0, affected) + other + "," + first.substring(affected)));
    }

    private List<String> fixes(String namespace, String name) {
        try (AdvisoryStore store = AdvisoryStores.open(store())) {
            return store.find(namespace, name).stream()
                    .flatMap(statement -> statement.affected().ranges().stream())
                    .map(range -> String.valueOf(range.fixed()))
                    .toList();
        }
    }

    @Test
    void aSegmentThatIsDamagedOnTheDiskComesAgain() throws IOException {
        feed(40, "1");
        Path bundle = folder.resolve("b.tar");
        export(bundle, DAY, true);
        take(bundle);
        Path damaged = AdvisoryStores.segments(store()).getFirst().file();
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(take(bundle).written()).hasSize(1);
        assertThat(content(store())).isEqualTo(content(sender));
    }

    @Test
    void anotherFoldersContentIsNotOverwritten() throws IOException {
        feed(10, "1");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> export(other, DAY, true)).hasMessageContaining("other things");
        assertThat(other.resolve("letter.txt")).hasContent("dear");
    }
}
