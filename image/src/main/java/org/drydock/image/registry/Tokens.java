package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * What each repository wants to see in {@code Authorization}, once it has asked for it: nothing, a login, or a token that
 * another server gives for the login.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 */
final class Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 1 << 20;

    private final Transport transport;
    private final CredentialFiles files;
    private final RegistryOptions options;
    private final ConcurrentMap<Endpoint, String> headers = new ConcurrentHashMap<>();

    Tokens(Transport transport, RegistryOptions options) {
        this.transport = transport;
        this.files = new CredentialFiles(options.environment());
        this.options = options;
    }

    /** The header's value, empty if there is none yet. */
    String header(Endpoint endpoint) {
        return headers.getOrDefault(endpoint, "");
    }

    /**
     * Answers a challenge.
     *
     * @param refused the header's value that the server did not take, empty if it saw none
     * @throws RegistryException if there is no other answer than the refused one
     */
    synchronized void authorize(Endpoint endpoint, URI asked, List<Challenge> challenges, String refused)
            throws IOException {
        if (!header(endpoint).equals(refused)) {
            return;
        }
        Credentials credentials = files.find(endpoint);
        for (Challenge challenge : challenges) {
            String answer = switch (challenge.scheme()) {
                case "bearer" -> "Bearer " + token(endpoint, asked, challenge, credentials);
                case "basic" -> credentials instanceof Credentials.Login login ? login.basic() : "";
                default -> "";
            };
            if (!answer.isEmpty()
                    && (!answer.equals(refused) || challenge.scheme().equals("bearer"))) {
                headers.put(endpoint, answer);
                return;
            }
        }
        throw new RegistryException(401, endpoint + ": " + loginWanted(endpoint, credentials));
    }

    static String loginWanted(Endpoint endpoint, Credentials credentials) {
        return credentials instanceof Credentials.Anonymous
                ? "no such repository, or it wants a login: docker login " + endpoint.host()
                : "the login that is kept for it is refused; log in again: docker login " + endpoint.host();
    }

    private String token(Endpoint endpoint, URI asked, Challenge challenge, Credentials credentials)
            throws IOException {
        URI realm = realm(endpoint, asked, challenge);
        String scope = challenge.parameter("scope").isEmpty() ? endpoint.scope() : challenge.parameter("scope");
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
        String service = challenge.parameter("service");
        switch (credentials) {
            case Credentials.IdentityToken(String identity) ->
                request.uri(realm)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&client_id=drydock&service="
                                + encoded(service) + "&scope=" + encoded(scope) + "&refresh_token="
                                + encoded(identity)));
            case Credentials.Login login -> {
                request.uri(withQuery(realm, service, scope)).header("Authorization", login.basic());
            }
            case Credentials.Anonymous _ -> request.uri(withQuery(realm, service, scope));
        }
        JsonValue answer = send(endpoint, realm, request.build(), credentials);
        String token = answer.get("token").text(answer.get("access_token").text(""));
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new RegistryException(0, endpoint + ": the token server " + realm.getHost() + " gave no token");
        }
        return token;
    }

    /** Where tokens are to be had: never where a password could be read on the way. */
    private URI realm(Endpoint endpoint, URI asked, Challenge challenge) throws RegistryException {
        URI realm;
        try {
            realm = asked.resolve(challenge.parameter("realm"));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(0, endpoint + ": the registry names a token server that is no address");
        }
        String host = realm.getRawAuthority() == null ? "" : realm.getRawAuthority();
        boolean plain = "http".equals(realm.getScheme())
                && (Loopback.is(host)
                        || options.plainHttp().contains(host)
                        || (host.equals(asked.getRawAuthority()) && "http".equals(asked.getScheme())));
        if (realm.getHost() == null || !("https".equals(realm.getScheme()) || plain)) {
            throw new RegistryException(
                    0, endpoint + ": the registry names the token server " + realm + ", which is not asked: no https");
        }
        return realm;
    }

    private JsonValue send(Endpoint endpoint, URI realm, HttpRequest request, Credentials credentials)
            throws IOException {
        HttpClient client = transport.clientFor(realm.getRawAuthority());
        try {
            HttpResponse<InputStream> response = client.send(request, _ -> new BodyStream(PATIENCE));
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_ANSWER);
                if (response.statusCode() == 401 || response.statusCode() == 403) {
                    throw new RegistryException(
                            response.statusCode(), endpoint + ": " + loginWanted(endpoint, credentials));
                }
                if (response.statusCode() != 200) {
                    throw new RegistryException(
                            response.statusCode(),
                            endpoint + ": the token server " + realm.getHost() + " answers with status "
                                    + response.statusCode());
                }
                return JsonReader.read(bytes, "the token server " + realm.getHost());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private static URI withQuery(URI realm, String service, String scope) {
        String separator = realm.getRawQuery() == null ? "?" : "&";
        String stated = service.isEmpty() ? "" : "service=" + encoded(service) + "&";
        return URI.create(realm + separator + stated + "scope=" + encoded(scope));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
