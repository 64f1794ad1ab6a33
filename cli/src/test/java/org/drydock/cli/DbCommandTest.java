package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbCommandTest {
    private static final String NOW = "1767323045";
    private static final String LATER = "1768187045";

    @TempDir
    Path folder;

    private final HttpServer server;
    private String mirror = "";

    DbCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            Path file = folder.resolve("www" + exchange.getRequestURI().getPath());
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
        mirror = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ProgramRun run(String... arguments) {
        return runAt(NOW, "cache", arguments);
    }

    private ProgramRun runAt(String time, String cache, String... arguments) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DRYDOCK_CACHE_DIR", folder.resolve(cache).toString());
        environment.put("DRYDOCK_MIRROR", mirror);
        environment.put("SOURCE_DATE_EPOCH", time);
        return ProgramRun.of(environment, folder, arguments);
    }

    private void publish(String path, String content) throws IOException {
        Path file = folder.resolve("www").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private void publishTracker(String fixed) throws IOException {
        publish("security-tracker.debian.org/tracker/data/json", """
            {"openssl":{"CVE-2026-1":{"releases":{"bookworm":{"status":"resolved","repositories":{"bookworm":"1"},
            "fixed_version":"%s","urgency":"high"}}}}}
            """.formatted(fixed));
        publish("www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json", """
            {"title":"CISA Catalog of Known Exploited Vulnerabilities","catalogVersion":"2026.01.01",
            "dateReleased":"2026-01-01T00:00:00Z","count":1,"vulnerabilities":[
            {"cveID":"CVE-2026-1","dateAdded":"2026-01-01","knownRansomwareCampaignUse":"Unknown"}]}
            """);
    }

    private String rootfs() throws IOException {
        Path root = folder.resolve("rootfs");
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.writeString(root.resolve("etc/os-release"), "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n");
        Files.writeString(root.resolve("var/lib/dpkg/status"), """
            Package: openssl
            Status: install ok installed
            Architecture: amd64
            Version: 2.0

            """);
        return "dir:" + root;
    }

    @Test
    void aScanSaysWhatAnUpdateBrings() throws IOException {
        publishTracker("3.0");
        ProgramRun nothing = run("db", "update");
        assertThat(nothing.exit()).isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
        assertThat(nothing.err()).contains("no target was scanned yet");
        run("scan", rootfs());
        assertThat(folder.resolve("cache/feeds/wanted")).content().contains("debian:12\t2026-01-02");
        ProgramRun update = run("db", "update");
        assertThat(update.out()).contains("debian-tracker: updated", "kev: updated");
        ProgramRun scan = run("scan", rootfs(), "-o", "json");
        assertThat(scan.out()).contains("CVE-2026-1");
        assertThat(scan.codes()).doesNotContain("stale-data", "starter-data-only");
        assertThat(run("db", "update").out()).contains("debian-tracker: unchanged");
        assertThat(run("db", "status").out()).contains("debian-tracker", "checked 0 min ago", "debian:12");
        assertThat(run("db", "status", "--namespaces").out()).contains("debian:12", "checked 0 min ago");
    }

    @Test
    void withNoCacheNothingIsRemembered() throws IOException {
        run("scan", rootfs(), "--no-cache");
        assertThat(folder.resolve("cache/feeds")).doesNotExist();
    }

    @Test
    void oldDataIsToldAndCanFail() throws IOException {
        publishTracker("3.0");
        run("db", "update", "debian:12", "kev");
        String target = rootfs();
        ProgramRun stale = runAt(LATER, "cache", "scan", target, "-o", "json");
        assertThat(stale.exit()).isZero();
        assertThat(stale.codes()).contains("stale-data");
        assertThat(stale.out()).contains("debian:12 (debian-tracker)", "10 days ago, on 2026-01-02");
        assertThat(runAt(LATER, "cache", "scan", target, "-o", "json", "--max-data-age", "0")
                        .codes())
                .doesNotContain("stale-data");
        assertThat(runAt(LATER, "cache", "scan", target, "-o", "json", "--max-data-age", "11d")
                        .codes())
                .doesNotContain("stale-data");
        ProgramRun failed = runAt(LATER, "cache", "scan", target, "--fail-on-stale");
        assertThat(failed.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(failed.err()).contains("--fail-on-stale");
        assertThat(run("scan", target, "--fail-on-stale").exit()).isZero();
        assertThat(run("scan", target, "--max-data-age", "soon").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void filesThatWereFetchedLongAgoAreOld() throws IOException {
        publishTracker("3.0");
        Path file = folder.resolve("www/security-tracker.debian.org/tracker/data/json");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-11-01T00:00:00Z")));
        run("db", "import", file.toString());
        assertThat(run("scan", rootfs(), "-o", "json").out()).contains("62 days ago, on 2025-11-01");
    }

    @Test
    void aFeedThatFailsIsNamedAndTheOthersGoOn() throws IOException {
        publishTracker("3.0");
        run("db", "update", "debian:12");
        Files.delete(folder.resolve("www/security-tracker.debian.org/tracker/data/json"));
        ProgramRun update = run("db", "update", "debian-tracker", "kev");
        assertThat(update.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(update.out()).contains("debian-tracker: failed", "kev: unchanged");
        assertThat(update.err())
                .contains("1 of 2 failed, and the data of before stays in use: debian-tracker")
                .contains("404");
        assertThat(run("scan", rootfs(), "-o", "json").out()).contains("CVE-2026-1");
    }

    @Test
    void otherAddressesComeFromTheFile() throws IOException {
        publish(
                "mine/kev.json",
                "{\"catalogVersion\":\"1\",\"title\":\"CISA Catalog of Known Exploited Vulnerabilities\","
                        + "\"dateReleased\":\"2026-01-01T00:00:00Z\",\"count\":1,\"vulnerabilities\":[{\"cveID\":\"CVE-2026-9\","
                        + "\"dateAdded\":\"2026-01-01\",\"knownRansomwareCampaignUse\":\"Unknown\"}]}");
        Files.writeString(folder.resolve(".drydock.yaml"), "feeds:\n  kev: " + mirror + "/mine/kev.json\n");
        assertThat(run("db", "update", "kev").out()).contains("kev: updated");
        assertThat(run("db", "search", "CVE-2026-9").out()).contains("CVE-2026-9", "exploited");
    }

    @Test
    void offlineMeansOffline() {
        ProgramRun update = run("db", "update", "kev", "--offline");
        assertThat(update.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(update.err()).contains("--offline").doesNotContain("Exception");
        assertThat(run("db", "update", "--from", mirror, "--offline").exit()).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void dataGoesToAnotherMachineByFileFolderAndServer() throws IOException {
        publishTracker("3.0");
        run("db", "update", "debian:12");
        String key = folder.resolve("key.pem").toString();
        assertThat(run("db", "keygen", key).out()).contains("key.pem.pub");
        String bundle = folder.resolve("day1.tar").toString();
        ProgramRun export = run("db", "export", bundle, "--for", rootfs(), "--for", "alpine", "--sign-key", key);
        assertThat(export.exit()).as(export.err()).isZero();
        assertThat(export.out()).contains("3 segments");
        ProgramRun refused = runAt(NOW, "other", "db", "import", bundle);
        assertThat(refused.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(refused.err()).contains("--key");
        ProgramRun imported = runAt(NOW, "other", "db", "import", bundle, "--key", key + ".pub");
        assertThat(imported.out()).contains("3 segments, 3 new");
        assertThat(runAt(NOW, "other", "scan", rootfs(), "-o", "json").out()).contains("CVE-2026-1");
        assertThat(runAt(LATER, "other", "scan", rootfs(), "-o", "json").codes())
                .contains("stale-data");

        publishTracker("4.0");
        runAt(LATER, "cache", "db", "update", "debian:12");
        runAt(LATER, "cache", "db", "export", folder.resolve("www/layout").toString(), "--sign-key", key);
        ProgramRun served = runAt(LATER, "other", "db", "update", "--from", mirror + "/layout", "--key", key + ".pub");
        assertThat(served.exit()).as(served.err()).isZero();
        assertThat(served.out()).contains("3 segments, 1 new");
        assertThat(runAt(LATER, "other", "db", "search", "openssl").out()).contains("before 4.0");
        ProgramRun rolledBack = runAt(LATER, "other", "db", "import", bundle, "--key", key + ".pub");
        assertThat(rolledBack.err()).contains("older than what is installed").doesNotContain("Exception");

        ProgramRun diff = run("db", "diff", bundle, folder.resolve("www/layout").toString());
        assertThat(diff.out()).contains("changed debian-tracker CVE-2026-1", "0 added, 0 removed, 1 changed");
        assertThat(run(
                                "db",
                                "diff",
                                folder.resolve("cache").toString(),
                                folder.resolve("other").toString())
                        .out())
                .contains("0 added, 0 removed, 0 changed");
    }

    @Test
    void searchesByPackageAndId() throws IOException {
        publishTracker("3.0");
        run("db", "update", "debian:12");
        assertThat(run("db", "search", "openssl", "--namespace", "debian:12").out())
                .contains("CVE-2026-1", "debian:12 openssl: affected before 3.0", "debian-tracker");
        assertThat(run("db", "search", "CVE-2026-1").out()).contains("openssl", "exploited yes");
        assertThat(run("db", "search", "nothing").exit()).isEqualTo(ExitCode.NOTHING_TO_EXAMINE);
    }

    @Test
    void listsFeedsAndTheirAddresses() {
        assertThat(run("db", "feeds").out()).contains("debian-tracker", "by default", "CC0-1.0");
        assertThat(run("db", "feeds", "--urls").out().lines())
                .allSatisfy(url -> assertThat(url).startsWith("https://"));
    }
}
