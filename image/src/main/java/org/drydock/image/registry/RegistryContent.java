package org.drydock.image.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drydock.core.Digest;
import org.drydock.image.ImageReference;
import org.drydock.image.saved.ContentStore;

/** A repository's content, from its mirrors or the registry itself, whichever has it. */
final class RegistryContent implements ContentStore {
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final RegistryClient client;
    private final List<Endpoint> endpoints;
    private final ImageReference image;
    private final Map<Digest, byte[]> known = new ConcurrentHashMap<>();

    /** Something of one endpoint. */
    private interface Request {
        HttpResponse<InputStream> at(Endpoint endpoint) throws IOException;
    }

    RegistryContent(RegistryClient client, ImageReference image, List<String> mirrors) {
        this.client = client;
        this.image = image;
        List<Endpoint> all = new ArrayList<>();
        mirrors.forEach(mirror -> all.add(Endpoint.ofMirror(mirror, image)));
        all.add(Endpoint.of(image));
        this.endpoints = List.copyOf(all);
    }

    /** Takes a manifest that came already, so that it need not come again. */
    void remember(Digest digest, byte[] manifest) {
        known.put(digest, manifest);
    }

    /** The manifest of a tag or a digest, as the registry answers. */
    HttpResponse<InputStream> manifest(String name) throws IOException {
        return first(e -> client.get(e, "manifests/" + name, Map.of("Accept", MANIFESTS), 0));
    }

    /** Something else that the repository has, as JSON. */
    HttpResponse<InputStream> json(String rest, String accept) throws IOException {
        return first(e -> client.get(e, rest, Map.of("Accept", accept), 0));
    }

    @Override
    public InputStream manifest(Digest digest) throws IOException {
        byte[] here = known.get(digest);
        return here == null ? manifest(digest.toString()).body() : new ByteArrayInputStream(here);
    }

    @Override
    public InputStream blob(Digest digest, long size) throws IOException {
        String name = image.name() + ": blob " + digest.shortHex();
        return new ResumingBlob((from, failures) -> open(digest, from, failures, name), size, name);
    }

    @Override
    public String place() {
        return image.toString();
    }

    @Override
    public void close() {
        client.close();
    }

    private InputStream open(Digest digest, long from, int failures, String name) throws IOException {
        Map<String, String> headers = from == 0 ? Map.of() : Map.of("Range", "bytes=" + from + "-");
        HttpResponse<InputStream> response = first(e -> client.get(e, "blobs/" + digest, headers, failures));
        if (from == 0) {
            return response.body();
        }
        if (response.statusCode() == 200) {
            response.body().skipNBytes(from);
            return response.body();
        }
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + from + "-")) {
            response.body().close();
            throw new RegistryException(206, name + ": asked from byte " + from + " on, the registry gave " + range);
        }
        return response.body();
    }

    /** The first endpoint's answer; the others' failures are told only if none has one. */
    private HttpResponse<InputStream> first(Request request) throws IOException {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            try {
                return request.at(endpoints.get(i));
            } catch (java.io.InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (i == endpoints.size() - 1) {
                    if (failures.isEmpty()) {
                        throw e;
                    }
                    failures.add(String.valueOf(e.getMessage()));
                    int status = e instanceof RegistryException stated ? stated.status() : 0;
                    throw new RegistryException(status, String.join("; ", failures));
                }
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        throw new AssertionError("there is always the registry itself");
    }
}
