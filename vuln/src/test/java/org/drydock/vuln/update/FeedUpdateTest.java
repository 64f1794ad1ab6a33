package org.drydock.vuln.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.drydock.vuln.fetch.FetchProgress;
import org.drydock.vuln.fetch.FetchSettings;
import org.drydock.vuln.fetch.ScriptedServer;
import org.drydock.vuln.fetch.ScriptedServer.Reply;
import org.drydock.vuln.fetch.Settings;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.update.UpdateOutcome.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedUpdateTest {
    private static final String TRACKER = "/security-tracker.debian.org/tracker/data/json";
    private static final String KEV = "/www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json";
    private static final String ALPINE = "/secdb.alpinelinux.org/v3.20/";
    private static final String PYPI = "/osv-vulnerabilities.storage.googleapis.com/PyPI/";

    @TempDir
    private Path folder;

    /** What the mirror has, by path. */
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    private Reply reply(ScriptedServer.Request request) {
        byte[] body = files.get(request.target());
        return body == null
                ? Reply.of("404 No", new byte[0])
                : Reply.range(request, body, "\"" + java.util.Arrays.hashCode(body) + "\"");
    }

    private List<UpdateOutcome> update(ScriptedServer mirror, UpdatePlan plan) {
        return update(mirror, plan, UpdateProgress.none());
    }

    private List<UpdateOutcome> update(ScriptedServer mirror, UpdatePlan plan, UpdateProgress progress) {
        List<UpdateOutcome> outcomes = new ArrayList<>();
        FetchSettings settings = Settings.of(mirror.address(""), new ArrayList<>());
        new FeedUpdate(folder.resolve("feeds"), store(), settings, progress).run(plan, outcomes::add);
        return outcomes;
    }

    private Path store() {
        return folder.resolve("db");
    }

    private static List<String> changes(List<UpdateOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.part() + " " + outcome.change())
                .toList();
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
    void bringsWhatIsNamedAndWhatIsGoodForAll() throws IOException {
        files.put(TRACKER, UpdateFixtures.tracker("openssl", "3"));
        files.put(KEV, UpdateFixtures.kev("CVE-2026-1"));
        UpdatePlan plan = UpdatePlan.named(List.of("debian:12"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            assertThat(changes(update(mirror, plan))).contains("debian-tracker UPDATED", "kev UPDATED");
            assertThat(changes(update(mirror, plan))).contains("debian-tracker UNCHANGED", "kev UNCHANGED");
            assertThat(fixes("debian:12", "openssl")).containsExactly("3");
            files.put(TRACKER, UpdateFixtures.tracker("openssl", "4"));
            assertThat(changes(update(mirror, plan))).contains("debian-tracker UPDATED", "kev UNCHANGED");
            assertThat(fixes("debian:12", "openssl")).containsExactly("4");
        }
        assertThat(UpdateLedger.read(folder.resolve("feeds")).checked("debian-tracker"))
                .contains(Settings.NOW);
    }

    @Test
    void aFeedThatFailsKeepsItsOldDataAndStopsNoOther() throws IOException {
        files.put(TRACKER, UpdateFixtures.tracker("openssl", "3"));
        files.put(KEV, UpdateFixtures.kev("CVE-2026-1"));
        UpdatePlan plan = UpdatePlan.named(List.of("debian-tracker", "kev"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            update(mirror, plan);
            files.put(TRACKER, UpdateFixtures.bytes("{\"openssl\":{\"CVE-2026-1\":{\"releases\":{}}}, \"x\": [}"));
            files.put(KEV, UpdateFixtures.kev("CVE-2026-1", "CVE-2026-2"));
            List<UpdateOutcome> outcomes = update(mirror, plan);
            assertThat(changes(outcomes)).containsExactly("debian-tracker FAILED", "kev UPDATED");
            assertThat(outcomes.getFirst().message()).contains("json");
            assertThat(fixes("debian:12", "openssl")).containsExactly("3");
            files.remove(TRACKER);
            assertThat(update(mirror, plan).getFirst().message())
                    .contains("404")
                    .contains(TRACKER);
            files.put(TRACKER, UpdateFixtures.tracker("openssl", "5"));
            assertThat(changes(update(mirror, plan))).containsExactly("debian-tracker UPDATED", "kev UNCHANGED");
            assertThat(fixes("debian:12", "openssl")).containsExactly("5");
        }
    }

    @Test
    void aFileOfAFeedThatIsThereCountsAlsoIfAnotherIsNot() throws IOException {
        files.put(ALPINE + "main.json", UpdateFixtures.secdb("3.20", "musl", "1-r0"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            List<UpdateOutcome> outcomes = update(mirror, UpdatePlan.named(List.of("alpine:3.20")));
            assertThat(outcomes.getFirst().change()).isEqualTo(Change.FAILED);
            assertThat(outcomes.getFirst().message()).contains("community.json");
            assertThat(fixes("alpine:3.20", "musl")).containsExactly("1-r0");
        }
    }

    @Test
    void releasesThatNobodyNamedMayBeAbsent() throws IOException {
        files.put(ALPINE + "main.json", UpdateFixtures.secdb("3.20", "musl", "1-r0"));
        files.put(ALPINE + "community.json", UpdateFixtures.secdb("3.20", "musl", "1-r0"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            List<UpdateOutcome> outcomes = update(mirror, UpdatePlan.named(List.of("alpine-secdb")));
            assertThat(outcomes).hasSizeGreaterThan(10);
            assertThat(changes(outcomes)).contains("alpine-secdb 3.20 UPDATED", "alpine-secdb edge ABSENT");
            assertThat(outcomes).noneMatch(outcome -> outcome.change() == Change.FAILED);
        }
    }

    @Test
    void aStoreThatLostItsDataGetsItBackWithoutFetching() throws IOException {
        files.put(KEV, UpdateFixtures.kev("CVE-2026-1"));
        UpdatePlan plan = UpdatePlan.named(List.of("kev"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            update(mirror, plan);
            Files.delete(store().resolve("CURRENT"));
            assertThat(AdvisoryStores.exists(store())).isFalse();
            update(mirror, plan);
            assertThat(AdvisoryStores.exists(store())).isTrue();
            assertThat(mirror.requests().getLast().header("if-none-match")).isNotEmpty();
        }
    }

    @Test
    void aLargeExportIsKeptUpToDateByItsChanges() throws IOException {
        Random random = new Random(3);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder details = new StringBuilder();
            random.ints(100_000, ' ', 127).filter(c -> c != '"' && c != '\\').forEach(c -> details.append((char) c));
            records.add(UpdateFixtures.osv("PYSEC-" + i, "PyPI", "p" + i, "1", details.toString()));
        }
        files.put(PYPI + "all.zip", UpdateFixtures.export(records));
        files.put(PYPI + "modified_id.csv", UpdateFixtures.bytes("2026-01-01T00:00:00Z,PYSEC-0\n"));
        UpdatePlan plan = UpdatePlan.named(List.of("osv/PyPI"));
        AtomicInteger whole = new AtomicInteger();
        try (ScriptedServer mirror = new ScriptedServer(request -> {
            if (request.target().endsWith("all.zip")) {
                whole.incrementAndGet();
                return Reply.ok(
                        java.util.Objects.requireNonNull(files.get(request.target())),
                        "Last-Modified: Thu, 01 Jan 2026 12:00:00 GMT");
            }
            return reply(request);
        })) {
            assertThat(changes(update(mirror, plan))).containsExactly("osv/PyPI UPDATED");
            files.put(
                    PYPI + "modified_id.csv",
                    UpdateFixtures.bytes("2026-01-02T00:00:00Z,PYSEC-7\n2026-01-01T00:00:00Z,PYSEC-0\n"));
            files.put(
                    PYPI + "PYSEC-7.json", UpdateFixtures.bytes(UpdateFixtures.osv("PYSEC-7", "PyPI", "p7", "2", "")));
            assertThat(changes(update(mirror, plan))).containsExactly("osv/PyPI UPDATED");
            assertThat(fixes("pypi", "p7")).containsExactly("2");
            assertThat(fixes("pypi", "p8")).containsExactly("1");
            assertThat(changes(update(mirror, plan))).containsExactly("osv/PyPI UNCHANGED");
            assertThat(whole).hasValue(1);
            files.put(PYPI + "modified_id.csv", UpdateFixtures.bytes("no list\n"));
            assertThat(changes(update(mirror, plan))).hasSize(1);
            assertThat(whole).hasValue(2);
        }
    }

    @Test
    void twoUpdatesInAProcessTakeTurns() throws Exception {
        files.put(KEV, UpdateFixtures.kev("CVE-2026-1"));
        AtomicInteger waited = new AtomicInteger();
        UpdateProgress progress = new UpdateProgress() {
            @Override
            public void waitingForAnother() {
                waited.incrementAndGet();
            }

            @Override
            public void begins(String part, int number, int count) {}

            @Override
            public FetchProgress fetching() {
                return FetchProgress.NONE;
            }

            @Override
            public ImportProgress importing() {
                return ImportProgress.none();
            }
        };
        AtomicInteger inside = new AtomicInteger();
        try (ScriptedServer mirror = new ScriptedServer(request -> {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            try {
                return reply(request);
            } finally {
                inside.decrementAndGet();
            }
        })) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(
                        Thread.ofPlatform().start(() -> update(mirror, UpdatePlan.named(List.of("kev")), progress)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(mirror.requests()).hasSize(4);
        }
        assertThat(AdvisoryStores.status(store())).hasSize(1);
    }

    @Test
    void twoProcessesTakeTurnsToo() throws Exception {
        files.put(KEV, UpdateFixtures.kev("CVE-2026-1"));
        files.put(TRACKER, UpdateFixtures.tracker("openssl", "3"));
        try (ScriptedServer mirror = new ScriptedServer(this::reply)) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                UpdateLoop.class.getName(),
                                mirror.address("").toString(),
                                folder.toString(),
                                "8")
                        .inheritIO()
                        .start());
            }
            for (Process process : processes) {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
        }
        AdvisoryStores.verify(store());
        assertThat(fixes("debian:12", "openssl")).containsExactly("3");
        assertThat(UpdateLedger.read(folder.resolve("feeds")).checked("kev")).isPresent();
    }

    @Test
    void namesThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> UpdatePlan.named(List.of("nowhere:1")))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("nowhere:1");
        assertThat(UpdatePlan.forNamespaces(List.of("nowhere:1")).unserved()).hasSize(1);
        assertThat(UpdatePlan.forNamespaces(List.of("nowhere:1")).parts()).isEmpty();
        assertThat(UpdatePlan.forNamespaces(List.of("cpe"))).isEqualTo(new UpdatePlan(List.of(), List.of()));
        assertThat(UpdatePlan.forNamespaces(List.of("alpine:3.20", "alpine:3.21", "debian:12", "debian:13"))
                        .parts())
                .extracting(UpdatePlan.Part::name)
                .contains("alpine-secdb 3.20", "alpine-secdb 3.21", "debian-tracker", "kev")
                .doesNotHaveDuplicates();
    }
}
