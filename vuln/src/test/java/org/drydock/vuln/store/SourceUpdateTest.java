package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceUpdateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameBytesAsAFullRebuild(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, Advisory> records = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            Advisory record = RandomRecords.next(random, "CVE-" + i);
            records.put(record.id(), record);
        }
        byte[] segment = full(records);
        for (int round = 0; round < 4; round++) {
            Map<String, Advisory> changed = new TreeMap<>();
            Set<String> deleted = new TreeSet<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Advisory record = RandomRecords.next(random, "CVE-" + random.nextInt(700));
                changed.put(record.id(), record);
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                String id = "CVE-" + random.nextInt(700);
                if (!changed.containsKey(id)) {
                    deleted.add(id);
                }
            }
            records.putAll(changed);
            records.keySet().removeAll(deleted);

            segment = updated(segment, List.copyOf(changed.values()), deleted);

            assertThat(segment).isEqualTo(full(records));
        }
    }

    @Test
    void replacesASourceInAStoreAsAnImportWould() throws IOException {
        Path store = folder.resolve("store");
        Path twin = folder.resolve("twin");
        imported(store, Fixtures.osv("GHSA-1", "", "npm", "a", "1"), Fixtures.osv("GHSA-2", "", "npm", "b", "1"));
        imported(twin, Fixtures.osv("GHSA-2", "", "npm", "b", "1"), Fixtures.osv("GHSA-3", "", "npm", "c", "3"));
        Advisory added;
        try (AdvisoryStore opened = AdvisoryStores.open(twin)) {
            Advisory text = opened.advisory("osv/npm/ghsa", "GHSA-3").orElseThrow();
            added = new Advisory(
                    text.id(),
                    text.aliases(),
                    text.related(),
                    text.summary(),
                    text.ratings(),
                    text.references(),
                    text.published(),
                    text.modified(),
                    List.of(opened.find("npm", "c").getFirst().affected()));
        }

        ImportResult.SourceImport result =
                StoreImporter.update(store, "osv/npm/ghsa", List.of(added), Set.of("GHSA-1", "GHSA-9"));

        assertThat(result.change()).isEqualTo(ImportResult.Change.REPLACED);
        assertThat(result.status().records()).isEqualTo(2);
        assertThat(names(store)).isEqualTo(names(twin));
        AdvisoryStores.verify(store);
    }

    @Test
    void anUnknownSourceIsAnErrorAndChangesNothing() throws IOException {
        Path store = folder.resolve("store");
        imported(store, Fixtures.osv("GHSA-1", "", "npm", "a", "1"));
        List<String> before = names(store);

        assertThatThrownBy(() -> StoreImporter.update(store, "osv/npm/other", List.of(), Set.of("GHSA-1")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("osv/npm/other");
        assertThatThrownBy(() -> StoreImporter.update(folder.resolve("none"), "osv/npm/ghsa", List.of(), Set.of()))
                .isInstanceOf(StoreException.class);
        assertThat(names(store)).isEqualTo(before);
    }

    private void imported(Path store, String... records) throws IOException {
        Path feed = Fixtures.zip(folder.resolve("feed.zip"), List.of(records));
        StoreImporter.importPaths(List.of(feed), store, ImportProgress.none());
    }

    private static List<String> names(Path store) {
        return AdvisoryStores.segments(store).stream()
                .map(StoredSegment::file)
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private byte[] full(Map<String, Advisory> records) throws IOException {
        return Files.readAllBytes(Fixtures.segment(folder.resolve("full"), new ArrayList<>(records.values())));
    }

    private byte[] updated(byte[] old, List<Advisory> changed, Set<String> deleted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SegmentWriter writer = new SegmentWriter(out)) {
            AdvisorySegment segment = AdvisorySegment.open(ByteBuffer.wrap(old), "old");
            SourceUpdate.write(List.of(segment), changed, deleted, new SegmentBuilder(folder, 1 << 20), writer);
            writer.finish("test", "osv", "fixture");
        }
        return out.toByteArray();
    }
}
