package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLException;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * Asks registries, with authorization, redirects, and patience: what fails for the moment is tried again, as late as the
 * server asks for.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution</a>
 */
final class RegistryClient implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(60);
    private static final int MAX_REDIRECTS = 8;
    private static final int MAX_ERROR = 1 << 16;
    private static final int MAX_CAUSES = 20;

    private final RegistryOptions options;
    private final Transport transport;
    private final Tokens tokens;
    private final Patience patience;
    private final InstantSource clock;
    private final Duration stall;

    /** Hosts on this machine that turned out to speak plain HTTP. */
    private final ConcurrentMap<String, Boolean> plain = new ConcurrentHashMap<>();

    RegistryClient(RegistryOptions options) {
        this(options, Thread::sleep, InstantSource.system(), STALL);
    }

    RegistryClient(RegistryOptions options, Patience.Sleeper sleeper, InstantSource clock, Duration stall) {
        this.options = options;
        this.transport = new Transport(options);
        this.tokens = new Tokens(transport, options);
        this.patience = new Patience(sleeper);
        this.clock = clock;
        this.stall = stall;
    }

    /**
     * Gets something below a repository.
     *
     * @param headers to send beside the authorization
     * @param failures how often it has failed already, to wait first
     * @return an answer with status 200 or 206, whose body the caller closes
     * @throws RegistryException if the registry has another answer
     * @throws IOException if there is no answer
     */
    HttpResponse<InputStream> get(Endpoint endpoint, String rest, Map<String, String> headers, int failures)
            throws IOException {
        patience.afterFailure(failures);
        boolean refusedOnce = false;
        int retries = 0;
        while (true) {
            URI uri = endpoint.uri(scheme(endpoint.host()), rest);
            String authorization = tokens.header(endpoint);
            HttpResponse<InputStream> response;
            try {
                response = followed(uri, headers, authorization);
            } catch (SSLException e) {
                if (!Loopback.is(endpoint.host()) || plain.putIfAbsent(endpoint.host(), true) != null) {
                    throw explained(endpoint, e);
                }
                continue;
            } catch (ConnectException | UnknownHostException e) {
                throw explained(endpoint, e);
            } catch (InterruptedIOException | RegistryException e) {
                throw e;
            } catch (IOException e) {
                if (++retries > Patience.MAX_RETRIES) {
                    throw explained(endpoint, e);
                }
                patience.afterFailure(retries);
                continue;
            }
            int status = response.statusCode();
            if (status == 200 || status == 206) {
                return response;
            }
            byte[] error = body(response);
            if (status == 401 && !refusedOnce) {
                refusedOnce = true;
                tokens.authorize(
                        endpoint,
                        uri,
                        response.headers().allValues("WWW-Authenticate").stream()
                                .flatMap(h -> Challenge.parse(h).stream())
                                .toList(),
                        authorization);
            } else if (isForTheMoment(status) && ++retries <= Patience.MAX_RETRIES) {
                patience.asAsked(response.headers().firstValue("Retry-After").orElse(""), retries, clock.instant());
            } else {
                throw new RegistryException(status, endpoint + ": " + explained(status, error, endpoint));
            }
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private String scheme(String host) {
        return options.plainHttp().contains(host) || plain.containsKey(host) ? "http" : "https";
    }

    /** The answer at the end of all redirects. What was sent to authorize at one host is not sent to another. */
    private HttpResponse<InputStream> followed(URI first, Map<String, String> headers, String authorization)
            throws IOException {
        URI uri = first;
        boolean authorized = !authorization.isEmpty();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri).timeout(ANSWER).GET();
            headers.forEach(request::setHeader);
            request.setHeader("User-Agent", "drydock");
            if (authorized) {
                request.setHeader("Authorization", authorization);
            }
            HttpResponse<InputStream> response = send(uri, request.build());
            String location = response.headers().firstValue("Location").orElse("");
            if (!isRedirect(response.statusCode()) || location.isEmpty()) {
                return response;
            }
            response.body().close();
            URI next = redirected(uri, location);
            authorized = authorized
                    && String.valueOf(next.getRawAuthority()).equals(first.getRawAuthority())
                    && String.valueOf(next.getScheme()).equals(first.getScheme());
            uri = next;
        }
        throw new RegistryException(0, first.getRawAuthority() + ": redirects more than " + MAX_REDIRECTS + " times");
    }

    private URI redirected(URI from, String location) throws RegistryException {
        URI next;
        try {
            next = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RegistryException(0, from.getRawAuthority() + ": redirects to what is no address");
        }
        String authority = String.valueOf(next.getRawAuthority());
        boolean plainAllowed = "http".equals(next.getScheme())
                && ("http".equals(from.getScheme()) || options.plainHttp().contains(authority));
        if (next.getHost() == null || !("https".equals(next.getScheme()) || plainAllowed)) {
            throw new RegistryException(
                    0, from.getRawAuthority() + ": redirects to " + authority + " without TLS, which is not followed");
        }
        return next;
    }

    private HttpResponse<InputStream> send(URI uri, HttpRequest request) throws IOException {
        try {
            return transport.clientFor(String.valueOf(uri.getRawAuthority())).send(request, _ -> new BodyStream(stall));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            return in.readNBytes(MAX_ERROR);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean isForTheMoment(int status) {
        return status == 408 || status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    private static IOException explained(Endpoint endpoint, IOException e) {
        Throwable deepest = e;
        for (int i = 0; i < MAX_CAUSES && deepest.getCause() != null; i++) {
            deepest = deepest.getCause();
        }
        String host = endpoint.host();
        String why = deepest instanceof ClosedChannelException
                ? "refused"
                : deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        String message;
        if (deepest instanceof UnresolvedAddressException || deepest instanceof UnknownHostException) {
            message = host + ": no such host, or no way to ask for it; check the name and the network";
        } else if (e instanceof ConnectException) {
            message = host + ": no connection (" + why + "); check the name, the port and the network";
        } else if (why.contains("plaintext connection") || why.contains("Unsupported or unrecognized SSL message")) {
            message = host + ": speaks no TLS; if it is meant to, allow it: --registry-plain-http " + host;
        } else if (e instanceof SSLException) {
            message = host + ": its certificate is not trusted (" + why + "); give its authority by --registry-ca FILE,"
                    + " or trust it blindly by --registry-insecure " + host;
        } else {
            message = host + ": " + why;
        }
        return new IOException(message, e);
    }

    private static String explained(int status, byte[] body, Endpoint endpoint) {
        String stated = stated(body);
        return switch (status) {
            case 401, 403 ->
                "no such repository, or no right to read it: docker login " + endpoint.host()
                        + (stated.isEmpty() ? "" : " (" + stated + ")");
            case 404 -> "not found" + (stated.isEmpty() ? "" : " (" + stated + ")");
            case 429 ->
                "the registry's rate limit is reached" + (stated.isEmpty() ? "" : " (" + stated + ")")
                        + "; log in (docker login " + endpoint.host() + "), use a mirror, or wait";
            default -> "status " + status + (stated.isEmpty() ? "" : " (" + stated + ")");
        };
    }

    /** The registry's own words, on one line. */
    private static String stated(byte[] body) {
        try {
            JsonValue json =
                    JsonReader.read(new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), "");
            for (JsonValue error : json.get("errors").elements()) {
                String text =
                        (error.get("code").text("") + " " + error.get("message").text("")).strip();
                String safe = text.replaceAll("\\p{Cntrl}", " ");
                return safe.length() > 200 ? safe.substring(0, 200) + "…" : safe;
            }
        } catch (JsonException e) {
            // a page for people: of no use here
        }
        return "";
    }
}
