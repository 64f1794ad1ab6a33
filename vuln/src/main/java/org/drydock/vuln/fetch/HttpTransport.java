package org.drydock.vuln.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks servers, and follows where they point to: never from {@code https} to {@code http}, and not for ever. */
final class HttpTransport implements AutoCloseable {
    private static final String AGENT = "drydock";

    private final FetchSettings settings;
    private final Proxies proxies;
    private @Nullable HttpClient client;

    HttpTransport(FetchSettings settings) {
        this.settings = settings;
        this.proxies = new Proxies(settings.environment());
    }

    /** An answer whose body is not read yet. */
    record Response(URI address, int status, HttpHeaders headers, BodyQueue body) implements AutoCloseable {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        @Override
        public void close() {
            body.close();
        }
    }

    /**
     * Asks for a file.
     *
     * @throws FetchException if the answer is one that asking again does not better
     */
    Response get(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        URI current = address;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<BodyQueue> response =
                    client().send(request(current, headers, redirects == 0), _ -> new BodyQueue());
            if (!isRedirect(response.statusCode())) {
                return new Response(current, response.statusCode(), response.headers(), response.body());
            }
            response.body().close();
            if (redirects == settings.limits().redirects()) {
                throw new FetchException(
                        text(address) + ": more than " + settings.limits().redirects() + " redirects");
            }
            current = next(
                    address, current, response.headers().firstValue("location").orElse(""));
        }
    }

    /** An address as it may be shown: without a password. */
    static String text(URI address) {
        String text = address.toString();
        String user = address.getRawUserInfo();
        return user == null ? text : text.replace(user + "@", "");
    }

    @Override
    public void close() {
        HttpClient open = client;
        if (open != null) {
            open.shutdownNow();
        }
    }

    private HttpRequest request(URI address, Map<String, String> headers, boolean withUser) {
        HttpRequest.Builder request = HttpRequest.newBuilder(plain(address))
                .timeout(settings.limits().connect().plus(settings.limits().idle()))
                .version(address.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .setHeader("User-Agent", AGENT);
        headers.forEach(request::setHeader);
        String user = address.getUserInfo();
        if (user != null && withUser) {
            String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.setHeader("Authorization", "Basic " + encoded);
        }
        return request.build();
    }

    private static URI plain(URI address) {
        return address.getRawUserInfo() == null ? address : URI.create(text(address));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI next(URI asked, URI current, String location) {
        URI next;
        try {
            next = current.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new FetchException(text(asked) + ": redirects to no address", e);
        }
        if (location.isEmpty() || next.getHost() == null || !isHttp(next)) {
            throw new FetchException(text(asked) + ": redirects to no address");
        }
        if (current.getScheme().equals("https") && !next.getScheme().equals("https")) {
            throw new FetchException(
                    text(asked) + ": redirects from https to " + text(next) + ", which anyone could forge");
        }
        return next;
    }

    static boolean isHttp(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    }

    private HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            open = build();
            client = open;
        }
        return open;
    }

    private HttpClient build() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.limits().connect());
        if (proxies.isSet()) {
            // The JDK sends no name and password to a proxy for https unless this is empty.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
            builder.proxy(proxies).authenticator(proxies.authenticator());
        }
        if (settings.caFile() != null) {
            builder.sslContext(TrustedCertificates.withFile(settings.caFile()));
        }
        return builder.build();
    }
}
