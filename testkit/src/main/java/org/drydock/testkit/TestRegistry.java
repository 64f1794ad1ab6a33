package org.drydock.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registry inside the test, on the loopback, in plain HTTP, that fails as it is told to: it breaks connections, limits
 * rates, wants tokens, redirects. It notes every request.
 */
public final class TestRegistry implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Content> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int cutAfter;
    private volatile boolean ranges = true;
    private volatile boolean referrersApi;
    private volatile String retryAfter = "";
    private volatile String login = "";
    private volatile String redirect = "";

    private static final class Content {
        final String mediaType;
        final byte[] bytes;

        Content(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes;
        }
    }

    public TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v2/", this::serve);
        server.createContext("/token", this::token);
        server.setExecutor(workers);
        server.start();
    }

    /** The host and port, as image names begin with them. */
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes all blobs of an OCI layout; its {@code index.json} goes by {@code tag}, too. */
    public TestRegistry layout(Path directory, String tag) {
        try (var files = Files.walk(directory.resolve("blobs/sha256"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                blobs.put("sha256:" + file.getFileName(), bytes);
                manifest("sha256:" + file.getFileName(), "application/vnd.oci.image.manifest.v1+json", bytes);
            }
            manifest(
                    tag,
                    "application/vnd.oci.image.index.v1+json",
                    Files.readAllBytes(directory.resolve("index.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Serves a manifest under a tag or digest, whatever it holds. */
    public TestRegistry manifest(String name, String mediaType, byte[] bytes) {
        manifests.put(name, new Content(mediaType, bytes));
        return this;
    }

    /** Serves other bytes under a blob's digest. */
    public TestRegistry blob(String digest, byte[] bytes) {
        blobs.put(digest, bytes);
        return this;
    }

    /** Breaks the connection after so many bytes of a blob, so many times. */
    public TestRegistry cut(int bytes, int times) {
        cutAfter = bytes;
        cuts.set(times);
        return this;
    }

    /** Answers requests for ranges with the whole blob. */
    public TestRegistry withoutRanges() {
        ranges = false;
        return this;
    }

    public TestRegistry withReferrersApi() {
        referrersApi = true;
        return this;
    }

    /** Answers so many requests with status 429. */
    public TestRegistry limitRate(int times, String retryAfterHeader) {
        retryAfter = retryAfterHeader;
        refusals.set(times);
        return this;
    }

    /** Wants a token, which {@code user:password} gets; empty for anybody. */
    public TestRegistry wantTokens(String userAndPassword) {
        login = userAndPassword.isEmpty() ? "anonymous" : userAndPassword;
        return this;
    }

    /** Sends whoever asks for a blob to another server. */
    public TestRegistry redirectBlobs(String host) {
        redirect = host;
        return this;
    }

    /** All requests so far: the path, then the headers {@code Range} and {@code Authorization}, as far as sent. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many blobs were asked for, whole or in part. */
    public long blobRequests() {
        return requests.stream().filter(r -> r.contains("/blobs/")).count();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = header(exchange, "Authorization");
            requests.add((path + " " + header(exchange, "Range") + " " + authorization).strip());
            if (refusals.getAndDecrement() > 0) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
                answer(exchange, 429, "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"slow down\"}]}");
            } else if (!login.isEmpty() && !authorization.equals("Bearer secret-token")) {
                exchange.getResponseHeaders()
                        .set(
                                "WWW-Authenticate",
                                "Bearer realm=\"http://" + host()
                                        + "/token\",service=\"test\",scope=\"repository:x:pull\"");
                answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
            } else if (path.contains("/manifests/")) {
                manifest(exchange, path.substring(path.lastIndexOf('/') + 1));
            } else if (path.contains("/blobs/")) {
                blob(exchange, path);
            } else if (path.contains("/referrers/") && referrersApi) {
                manifest(exchange, "referrers");
            } else {
                answer(exchange, 404, "{}");
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = header(exchange, "Authorization");
            String wanted = login.equals("anonymous")
                    ? ""
                    : "Basic " + java.util.Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            requests.add(("/token?" + exchange.getRequestURI().getQuery() + " " + authorization).strip());
            if (authorization.equals(wanted)) {
                answer(exchange, 200, "{\"token\":\"secret-token\"}");
            } else {
                answer(exchange, 401, "{}");
            }
        }
    }

    private void manifest(HttpExchange exchange, String name) throws IOException {
        Content content = manifests.get(name);
        if (content == null) {
            answer(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", content.mediaType);
        exchange.sendResponseHeaders(200, content.bytes.length);
        exchange.getResponseBody().write(content.bytes);
    }

    private void blob(HttpExchange exchange, String path) throws IOException {
        byte[] bytes = blobs.get(path.substring(path.lastIndexOf('/') + 1));
        if (bytes == null) {
            answer(exchange, 404, "{}");
            return;
        }
        if (!redirect.isEmpty()) {
            exchange.getResponseHeaders().set("Location", "http://" + redirect + path);
            exchange.sendResponseHeaders(307, -1);
            return;
        }
        String range = header(exchange, "Range");
        int from = ranges && range.startsWith("bytes=") ? Integer.parseInt(range.substring(6, range.length() - 1)) : 0;
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        byte[] part = Arrays.copyOfRange(bytes, from, bytes.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
        if (part.length > cutAfter && cutAfter > 0 && cuts.getAndDecrement() > 0) {
            exchange.getResponseBody().write(part, 0, cutAfter);
            exchange.getResponseBody().flush();
            throw new IOException("cut, as told");
        }
        exchange.getResponseBody().write(part);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The requests for blobs, in order, without their authorization. */
    public List<String> blobRanges() {
        List<String> ranges = new ArrayList<>();
        for (String request : requests) {
            if (request.contains("/blobs/")) {
                String[] words = request.split(" ", -1);
                ranges.add(words.length > 1 && words[1].startsWith("bytes=") ? words[1] : "");
            }
        }
        return ranges;
    }
}
