package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.ImportResult.SourceImport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mirror of real feeds, imported once. The numbers are those that its README gives. */
final class RealFeedsTest {
    @TempDir
    private static Path folder;

    private static ImportResult result = new ImportResult(List.of(), List.of());
    private static AdvisoryStore store = new JoinedStore(List.of());

    @BeforeAll
    static void importAll() {
        Path feeds = SharedFeeds.folder();
        result = StoreImporter.importPaths(List.of(feeds), folder, ImportProgress.none());
        store = AdvisoryStores.open(folder);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void holdsEveryRecordOfEverySource() {
        Map<String, Long> records = new TreeMap<>();
        Map<String, Long> withdrawn = new TreeMap<>();
        for (SourceImport source : result.sources()) {
            String name = source.status().name();
            if (!name.startsWith("alpine-secdb")) {
                records.put(name, source.status().records());
                withdrawn.put(name, source.withdrawn());
            }
        }
        assertThat(records)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("debian-tracker", 23_892L),
                        Map.entry("kev", 1404L),
                        Map.entry("osv/almalinux/alsa", 5637L),
                        Map.entry("osv/bitnami/bit", 7444L),
                        Map.entry("osv/crates.io/rustsec", 714L - 9),
                        Map.entry("osv/go/go", 4291L - 17),
                        Map.entry("osv/kubernetes/cve", 47L),
                        Map.entry("osv/mixed/ghsa", 615L),
                        Map.entry("osv/npm/nswg", 461L),
                        Map.entry("osv/npm/retirejs", 364L),
                        Map.entry("osv/packagist/phpsec", 1592L),
                        Map.entry("osv/pypi/pysec", 2661L - 10),
                        Map.entry("osv/rubygems/rubysec", 1176L)));
        assertThat(withdrawn).containsEntry("osv/go/go", 17L).containsEntry("osv/crates.io/rustsec", 9L);
        assertThat(result.sources())
                .filteredOn(source -> source.status().name().startsWith("alpine-secdb"))
                .hasSize(18);
    }

    @Test
    void saysWhatItCouldNotTell() {
        assertThat(result.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("not-recognised", "osv-no-versions", "osv-no-versions");
    }

    @Test
    void answersFromEachKindOfFeed() {
        assertThat(find("debian:12", "openssl")).anySatisfy(statement -> {
            assertThat(statement.source()).isEqualTo("debian-tracker");
            assertThat(statement.advisoryId()).isEqualTo("CVE-2026-35189");
            assertThat(statement.affected().ranges())
                    .containsExactly(new Affected.Range("0", "3.0.22-1~deb12u2", null));
        });
        assertThat(find("alpine:3.11", "git")).anySatisfy(statement -> {
            assertThat(statement.advisoryId()).isEqualTo("CVE-2019-1348");
            assertThat(statement.affected().ranges()).containsExactly(new Affected.Range("0", "2.24.1", null));
        });
        assertThat(find("go", "stdlib")).isNotEmpty();
        assertThat(find("maven", "org.apache.logging.log4j:log4j-core"))
                .anySatisfy(statement -> assertThat(statement.aliases()).contains("CVE-2021-44228"));
        assertThat(find("npm", "jquery")).extracting(Statement::source).contains("osv/mixed/ghsa", "osv/npm/retirejs");
        assertThat(find("pypi", "jinja2")).isNotEmpty();
        assertThat(store.knownExploited("CVE-2021-44228"))
                .contains(new KnownExploited("CVE-2021-44228", "2021-12-10", true));
        assertThat(store.byId("CVE-2021-44228"))
                .extracting(Advisory::id)
                .containsExactly("CVE-2021-44228", "GHSA-jfh8-c2jp-5v3q");
    }

    @Test
    void alpineSaysNeverAffected() {
        assertThat(find("alpine:3.8", "db")).anySatisfy(statement -> {
            assertThat(statement.advisoryId()).isEqualTo("CVE-2016-0682");
            assertThat(statement.affected().status()).isEqualTo(Status.NOT_AFFECTED);
            assertThat(statement.affected().ranges()).isEmpty();
        });
    }

    @Test
    void almaErrataRelateToWhatTheyMendAndKnowTheirModules() {
        List<Statement> nodejs = find("almalinux:8", "nodejs");

        assertThat(nodejs)
                .allSatisfy(statement -> assertThat(statement.aliases()).isEmpty());
        assertThat(nodejs)
                .filteredOn(statement -> statement.advisoryId().equals("ALSA-2021:5171"))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.affected().module()).isEqualTo("nodejs:16");
                    assertThat(statement.related()).contains("CVE-2021-3807", "CVE-2021-22960");
                });
        assertThat(find("almalinux:9", "bash"))
                .isNotEmpty()
                .allSatisfy(
                        statement -> assertThat(statement.affected().module()).isEmpty());
        assertThat(find("almalinux:8", "varnish"))
                .extracting(statement -> statement.affected().module())
                .contains("*", "varnish:6");
    }

    @Test
    void listsItsSources() {
        assertThat(store.sources()).isEqualTo(AdvisoryStores.status(folder)).hasSize(31);
        assertThat(store.sources())
                .filteredOn(source -> source.name().equals("kev"))
                .containsExactly(new SourceStatus("kev", "kev", List.of(), 1404, "2025-08-25", "kev.json"));
        AdvisoryStores.verify(folder);
    }

    private static List<Statement> find(String namespace, String name) {
        return store.find(namespace, name);
    }
}
