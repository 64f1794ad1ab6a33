package org.drydock.vuln.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.inspect.StoreDiff.Change;
import org.drydock.vuln.inspect.StoreDiff.Kind;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;
import org.drydock.vuln.update.UpdateFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectTest {
    @TempDir
    private Path folder;

    private Path store(String name, String... records) throws IOException {
        Path store = folder.resolve(name);
        List<Path> feeds = new ArrayList<>();
        feeds.add(Files.write(folder.resolve(name + ".zip"), UpdateFixtures.export(List.of(records))));
        feeds.add(Files.write(folder.resolve("kev.json"), UpdateFixtures.kev("CVE-2026-1")));
        StoreImporter.importPaths(feeds, store, ImportProgress.none());
        return store;
    }

    private static String record(int number, String pkg, String fixed) {
        return UpdateFixtures.osv("PYSEC-" + number, "PyPI", pkg, fixed, "")
                .replace("\"summary\"", "\"aliases\":[\"CVE-2026-" + number + "\"],\"summary\"");
    }

    @Test
    void findsByPackageAndByAnyId() throws IOException {
        Path store = store("a", record(1, "Some.Package", "1"), record(2, "other", "2"));
        try (AdvisoryStore open = AdvisoryStores.open(store)) {
            assertThat(StoreSearch.byPackage(open, "some_package", List.of()))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.record().id()).isEqualTo("PYSEC-1");
                        assertThat(hit.record().summary()).isEqualTo("About Some.Package");
                        assertThat(hit.statements()).hasSize(1);
                    });
            assertThat(StoreSearch.byPackage(open, "other", List.of("npm"))).isEmpty();
        }
        assertThat(StoreSearch.byId(store, "cve-2026-1"))
                .extracting(
                        StoreSearch.Hit::source,
                        hit -> hit.record().id(),
                        hit -> hit.statements().size(),
                        StoreSearch.Hit::exploited)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kev", "cve-2026-1", 0, true),
                        org.assertj.core.groups.Tuple.tuple("osv/pypi/pysec", "PYSEC-1", 1, false));
        assertThat(StoreSearch.byId(store, "CVE-1")).isEmpty();
    }

    @Test
    void tellsWhatChanged() throws IOException {
        Path older = store("a", record(1, "p", "1"), record(2, "p", "1"), record(3, "p", "1"));
        Path newer = store("b", record(1, "p", "1"), record(3, "p", "2"), record(4, "p", "1"));
        assertThat(StoreDiff.between(older, newer))
                .containsExactly(
                        new Change(Kind.REMOVED, "osv/pypi/pysec", "PYSEC-2"),
                        new Change(Kind.CHANGED, "osv/pypi/pysec", "PYSEC-3"),
                        new Change(Kind.ADDED, "osv/pypi/pysec", "PYSEC-4"));
        assertThat(StoreDiff.between(older, older)).isEmpty();
    }

    /** All that changed lies in the segment of one namespace; the records' own did not change. */
    @Test
    void aRecordThatLosesANamespaceIsChangedAndNotRemoved() throws IOException {
        String other = ",{\"package\":{\"ecosystem\":\"npm\",\"name\":\"n\"},\"versions\":[\"1\"]}]}";
        String first = record(1, "p", "1");
        String both = first.substring(0, first.length() - 2) + other;
        String second = record(2, "q", "1");
        Path older = store("a", both, second);
        Path newer = store("b", first, second);
        assertThat(StoreDiff.between(older, newer))
                .containsExactly(new Change(Kind.CHANGED, "osv/pypi/pysec", "PYSEC-1"));
        assertThat(StoreDiff.between(newer, older))
                .containsExactly(new Change(Kind.CHANGED, "osv/pypi/pysec", "PYSEC-1"));
        assertThat(StoreSearch.byId(older, "PYSEC-1"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.statements())
                        .extracting(statement -> statement.affected().namespace())
                        .containsExactly("npm", "pypi"));
    }
}
