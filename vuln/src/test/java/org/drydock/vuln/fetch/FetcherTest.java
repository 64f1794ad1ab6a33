package org.drydock.vuln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.drydock.vuln.fetch.Fetcher.Fetched;
import org.drydock.vuln.fetch.ScriptedServer.Reply;
import org.drydock.vuln.fetch.ScriptedServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FetcherTest {
    private static final byte[] BODY = noise(100_000);

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        bytes[0] = 'x';
        return bytes;
    }

    /** Answers one after the other; the last one again and again. */
    @SafeVarargs
    private static ScriptedServer server(Function<Request, Reply>... replies) throws IOException {
        AtomicInteger next = new AtomicInteger();
        return new ScriptedServer(
                request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)].apply(request));
    }

    private Fetched fetch(ScriptedServer server) {
        return fetch(server.address("/data/all.bin"));
    }

    private Fetched fetch(URI address) {
        try (Fetcher fetcher = new Fetcher(Settings.of(null, pauses), FetchProgress.NONE)) {
            return fetcher.fetch(address, folder);
        }
    }

    private void assertWhole(Fetched fetched) throws IOException {
        assertThat(Files.readAllBytes(fetched.file())).isEqualTo(BODY);
        assertThat(FetchedState.beside(fetched.file(), ".part")).doesNotExist();
    }

    @Test
    void asksOnlyForWhatChanged() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> Reply.range(request, BODY, "\"1\""))) {
            Fetched first = fetch(server);
            Fetched second = fetch(server);
            assertWhole(first);
            assertThat(first.changed()).isTrue();
            assertThat(second.changed()).isFalse();
            assertThat(second.state().sha256())
                    .isEqualTo(first.state().sha256())
                    .hasSize(64);
            assertThat(server.requests().getLast().header("if-none-match")).isEqualTo("\"1\"");
        }
    }

    @Test
    void asksByDateWhereThereIsNoTag() throws IOException {
        String date = "Fri, 02 Jan 2026 00:00:00 GMT";
        try (ScriptedServer server = new ScriptedServer(
                request -> request.header("if-modified-since").equals(date)
                        ? Reply.of("304 Not Modified", new byte[0])
                        : Reply.ok(BODY, "Last-Modified: " + date))) {
            assertThat(fetch(server).changed()).isTrue();
            assertThat(fetch(server).changed()).isFalse();
        }
    }

    @Test
    void comparesContentWhereTheServerSaysNothing() throws IOException {
        byte[] other = "other".getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = server(_ -> Reply.ok(BODY), _ -> Reply.ok(BODY), _ -> Reply.ok(other))) {
            assertThat(fetch(server).changed()).isTrue();
            assertThat(fetch(server).changed()).isFalse();
            assertThat(fetch(server).changed()).isTrue();
        }
    }

    @Test
    void goesOnWhereTheConnectionBrokeOff() throws IOException {
        try (ScriptedServer server =
                server(_ -> Reply.cut(BODY, 40_000, "ETag: \"1\""), request -> Reply.range(request, BODY, "\"1\""))) {
            assertWhole(fetch(server));
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().getLast().header("range")).isEqualTo("bytes=40000-");
            assertThat(server.requests().getLast().header("if-range")).isEqualTo("\"1\"");
        }
    }

    @Test
    void aLaterRunGoesOnToo() throws IOException {
        try (ScriptedServer server =
                server(_ -> Reply.cut(BODY, 40_000, "ETag: \"1\""), _ -> Reply.of("403 No", BODY))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("403");
        }
        try (ScriptedServer server = new ScriptedServer(request -> Reply.range(request, BODY, "\"1\""))) {
            Path before = FetchFolder.fileOf(URI.create("http://127.0.0.1:1/x"), folder);
            assertThat(before).doesNotExist();
            URI address = server.address("/data/all.bin");
            Path moved = FetchFolder.fileOf(address, folder);
            Path old = onlyFolder();
            Files.move(old, folder.resolve(folder.relativize(moved).getName(0)));
            assertWhole(fetch(address));
            assertThat(server.requests().getFirst().header("range")).isEqualTo("bytes=40000-");
        }
    }

    private Path onlyFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void beginsAnewWhereTheFileChangedMeanwhile() throws IOException {
        try (ScriptedServer server = server(
                _ -> Reply.cut(noise(90_000), 40_000, "ETag: \"old\""),
                request -> Reply.range(request, BODY, "\"new\""))) {
            assertWhole(fetch(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ETag: W/\"1\""})
    void beginsAnewWithoutAStrongValidator(String header) throws IOException {
        try (ScriptedServer server = server(
                _ -> header.isEmpty() ? Reply.cut(BODY, 40_000) : Reply.cut(BODY, 40_000, header),
                _ -> Reply.ok(BODY))) {
            assertWhole(fetch(server));
            assertThat(server.requests().getLast().header("range")).isEmpty();
        }
    }

    @Test
    void aPartThatWasNotAskedForIsThrownAway() throws IOException {
        try (ScriptedServer server = server(
                _ -> Reply.cut(BODY, 40_000, "ETag: \"1\""),
                _ -> Reply.of("206 Partial Content", BODY, "Content-Range: bytes 0-99999/100000"),
                _ -> Reply.ok(BODY))) {
            assertWhole(fetch(server));
        }
        try (ScriptedServer server = server(
                _ -> Reply.cut(BODY, 40_000, "ETag: \"1\""),
                _ -> Reply.of("416 No", new byte[0]),
                _ -> Reply.ok(BODY))) {
            assertWhole(fetch(server));
        }
    }

    @Test
    void anotherPartInTheMiddleDoesNotPassForTheFile() throws IOException {
        try (ScriptedServer server = server(
                _ -> Reply.cut(BODY, 40_000, "ETag: \"1\""),
                _ -> Reply.of(
                        "206 Partial Content",
                        noise(60_000),
                        "Content-Range: bytes 40000-99999/100000",
                        "x-goog-hash: crc32c=AAAAAA=="),
                _ -> Reply.ok(BODY))) {
            assertWhole(fetch(server));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"429 Slow, 7, 7", "503 Later, 'Fri, 02 Jan 2026 03:04:35 GMT', 30"})
    void waitsAsLongAsTheServerAsks(String status, String after, long seconds) throws IOException {
        try (ScriptedServer server =
                server(_ -> Reply.of(status, new byte[0], "Retry-After: " + after), _ -> Reply.ok(BODY))) {
            assertWhole(fetch(server));
            assertThat(pauses).containsExactly(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aServerThatAsksForHoursIsLeftAlone() throws IOException {
        try (ScriptedServer server = server(_ -> Reply.of("429 Slow", new byte[0], "Retry-After: 7200"))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining(server.address("/data/all.bin").toString())
                    .hasMessageContaining("120 min");
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void waitsLongerEachTimeAndGivesUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> Reply.range(request, BODY, "\"1\""))) {
            fetch(server);
        }
        try (ScriptedServer server = server(_ -> Reply.of("500 Broken", new byte[0]))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("500").hasMessageContaining("4 attempts");
        }
        assertThat(pauses).hasSize(3);
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(pauses.get(i))
                    .isBetween(Duration.ofMillis(500L << (i + 1)), Duration.ofMillis(1000L << (i + 1)));
        }
    }

    @Test
    void aFailureLeavesTheOldFile() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(
                _ -> count.getAndIncrement() == 0 ? Reply.ok(BODY) : Reply.cut(new byte[50_000], 10))) {
            Path file = fetch(server).file();
            assertThatThrownBy(() -> fetch(server)).isInstanceOf(FetchException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(BODY);
            assertThat(FetchedState.read(file)).isPresent();
        }
    }

    @Test
    void aSilentServerIsNotWaitedForForEver() throws IOException {
        try (ScriptedServer server =
                server(_ -> Reply.cut(BODY, 10, "ETag: \"1\"").stalling(20_000), r -> Reply.range(r, BODY, "\"1\""))) {
            assertWhole(fetch(server));
            assertThat(server.requests().getLast().header("range")).isEqualTo("bytes=10-");
        }
    }

    @Test
    void moreThanAFileMayBeIsRefused() throws IOException {
        byte[] large = new byte[(8 << 20) + 1];
        try (ScriptedServer server = server(_ -> Reply.ok(large))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("more than 8388608 bytes");
        }
        List<String> endless = List.of("HTTP/1.1 200 OK");
        try (ScriptedServer server = server(_ -> new Reply(endless, large, 0))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("more than 8388608 bytes");
        }
    }

    @Test
    void redirectsAreFollowedButNotForEver() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(request -> request.target().equals("/data/all.bin")
                        ? Reply.of("302 Found", new byte[0], "Location: ../there")
                        : Reply.ok(BODY))) {
            assertWhole(fetch(server));
        }
        try (ScriptedServer server = server(_ -> Reply.of("301 Moved", new byte[0], "Location: /again"))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("more than 3 redirects");
            assertThat(server.requests()).hasSize(4);
        }
        try (ScriptedServer server = server(_ -> Reply.of("301 Moved", new byte[0], "Location: file:///etc/passwd"))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("redirects to no address");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Repr-Digest: sha-256=:AAAA:",
                "Digest: SHA-256=AAAA",
                "x-goog-hash: md5=AAAA",
                "x-goog-hash: crc32c=AAAAAA=="
            })
    void aWrongDigestIsNoticed(String header) throws IOException {
        try (ScriptedServer server = server(_ -> Reply.ok(BODY, header))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("the server states");
            assertThat(FetchFolder.fileOf(server.address("/data/all.bin"), folder))
                    .doesNotExist();
        }
    }

    @Test
    void aRightDigestIsFine() throws Exception {
        String digest = java.util.Base64.getEncoder()
                .encodeToString(
                        java.security.MessageDigest.getInstance("SHA-256").digest(BODY));
        try (ScriptedServer server = server(_ -> Reply.ok(BODY, "Repr-Digest: sha-256=:" + digest + ":"))) {
            assertWhole(fetch(server));
        }
    }

    @Test
    void damagedFilesAreNoticedByTheirPacking() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(BODY);
        }
        byte[] gzip = packed.toByteArray();
        byte[] flipped = gzip.clone();
        flipped[gzip.length / 2] ^= 1;
        for (byte[] bad : List.of(
                flipped,
                Arrays.copyOf(gzip, gzip.length - 9),
                "PK\003\004 and no more".getBytes(StandardCharsets.ISO_8859_1),
                "{\"a\":{\"b\":1}".getBytes(StandardCharsets.UTF_8).length > 0
                        ? "[{\"a\":1}".getBytes(StandardCharsets.UTF_8)
                        : new byte[0],
                "<!DOCTYPE html><title>Log in</title>".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            try (ScriptedServer server = server(_ -> Reply.ok(bad))) {
                assertThatThrownBy(() -> fetch(server)).hasMessageContaining("not whole");
                assertThat(FetchFolder.fileOf(server.address("/data/all.bin"), folder))
                        .doesNotExist();
            }
        }
        try (ScriptedServer server = server(_ -> Reply.ok(flipped), _ -> Reply.ok(gzip))) {
            assertThat(Files.readAllBytes(fetch(server).file())).isEqualTo(gzip);
        }
    }

    @Test
    void whatIsMissingIsToldFromWhatIsForbidden() throws IOException {
        try (ScriptedServer server = server(_ -> Reply.of("404 No", BODY), _ -> Reply.of("403 No", BODY))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOfSatisfying(
                            FetchException.class, e -> assertThat(e.isMissing()).isTrue());
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOfSatisfying(
                            FetchException.class, e -> assertThat(e.isMissing()).isFalse());
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        URI address;
        try (ScriptedServer server = server(_ -> Reply.ok(BODY))) {
            address = server.address("/x");
        }
        assertThatThrownBy(() -> fetch(address)).hasMessageStartingWith(address + ": the connection failed");
    }

    @Test
    void aPasswordIsSentAndNeverShown() throws IOException {
        try (ScriptedServer server = server(_ -> Reply.of("403 No", BODY))) {
            URI address = URI.create(server.address("/x").toString().replace("//", "//me:secret@"));
            assertThatThrownBy(() -> fetch(address))
                    .hasMessageStartingWith(server.address("/x").toString())
                    .hasMessageNotContaining("secret");
            assertThat(server.requests().getFirst().header("authorization")).isEqualTo("Basic bWU6c2VjcmV0");
        }
    }

    @Test
    void goesThroughTheProxyUnlessExcepted() throws IOException {
        try (ScriptedServer proxy = server(_ -> Reply.ok(BODY))) {
            String address = proxy.address("").toString();
            Map<String, String> environment = Map.of("http_proxy", address, "NO_PROXY", "localhost,.example.net");
            try (Fetcher fetcher = new Fetcher(Settings.of(null, pauses, environment, null), FetchProgress.NONE)) {
                fetcher.fetch(URI.create("http://feeds.example.org/a.bin"), folder);
            }
            assertThat(proxy.requests().getFirst().target()).isEqualTo("http://feeds.example.org/a.bin");
            Proxies proxies = new Proxies(environment);
            assertThat(proxies.select(URI.create("http://a.example.net/"))
                            .getFirst()
                            .address())
                    .isNull();
            assertThat(proxies.select(URI.create("http://localhost/"))
                            .getFirst()
                            .address())
                    .isNull();
            assertThat(proxies.select(URI.create("https://b.example.org/"))
                            .getFirst()
                            .address())
                    .isNull();
        }
        assertThatThrownBy(() -> new Proxies(Map.of("HTTPS_PROXY", "socks5://x:1")))
                .hasMessageContaining("HTTPS_PROXY");
    }
}
