package org.drydock.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Pushes an OCI layout of one image to a real registry, as far as tests need it. */
public final class RegistryPush {
    private final HttpClient client;
    private final String registry;
    private final String authorization;

    /**
     * Prepares for a registry.
     *
     * @param registry for example {@code http://127.0.0.1:5000}
     * @param authorization the header's value, empty for none
     */
    public RegistryPush(String registry, SSLContext trust, String authorization) {
        this.client = HttpClient.newBuilder().sslContext(trust).build();
        this.registry = registry;
        this.authorization = authorization;
    }

    /** Pushes all blobs, then the manifest of a digest under a tag. */
    public void push(Path layout, String manifestDigest, String repository, String tag) throws IOException {
        try (var files = Files.walk(layout.resolve("blobs/sha256"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                HttpResponse<String> begun = send(
                        request("/v2/" + repository + "/blobs/uploads/").POST(HttpRequest.BodyPublishers.noBody()));
                String location = begun.headers().firstValue("Location").orElseThrow();
                URI to = URI.create(registry).resolve(location);
                String separator = to.getQuery() == null ? "?" : "&";
                send(HttpRequest.newBuilder(URI.create(to + separator + "digest=sha256:" + file.getFileName()))
                        .PUT(HttpRequest.BodyPublishers.ofFile(file)));
            }
        }
        send(request("/v2/" + repository + "/manifests/" + tag)
                .header("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofFile(
                        layout.resolve("blobs").resolve(manifestDigest.replace(':', '/')))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(response.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
