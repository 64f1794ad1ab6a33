package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Digest;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.ImageReference;
import org.drydock.image.Platform;
import org.drydock.image.saved.ManifestReader;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * Opens images in registries: the manifest is read, layers come over the network when somebody reads them. The face of
 * this package.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution</a>
 */
public final class RegistryImages {
    private static final int MAX_REFERRERS = 10_000;
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private RegistryImages() {}

    /**
     * A manifest that refers to another: a signature, an SBOM, an attestation.
     *
     * @param artifactType empty if it states none
     * @param annotations by name
     */
    public record Referrer(Digest digest, String mediaType, String artifactType, Map<String, String> annotations) {
        public Referrer {
            annotations = Map.copyOf(annotations);
        }
    }

    /**
     * Opens an image.
     *
     * @param reference as the user wrote it
     * @throws ImageException if there is no such image, or it cannot be read
     */
    public static Image open(
            String reference,
            ImageReference image,
            @Nullable Platform platform,
            Limits limits,
            RegistryOptions options) {
        return open(reference, image, platform, limits, options, new RegistryClient(options));
    }

    static Image open(
            String reference,
            ImageReference image,
            @Nullable Platform platform,
            Limits limits,
            RegistryOptions options,
            RegistryClient client) {
        RegistryContent content =
                new RegistryContent(client, image, options.mirrors().getOrDefault(image.host(), List.of()));
        boolean done = false;
        try {
            JsonValue descriptor = resolve(content, image, limits);
            Image opened = new ManifestReader(content, reference, platform, limits)
                    .open(List.of(descriptor), List.of(image.toString()));
            done = true;
            return opened;
        } catch (IOException e) {
            throw new ImageException(reference + ": " + e.getMessage(), e);
        } finally {
            if (!done) {
                content.close();
            }
        }
    }

    /**
     * The manifests that refer to {@code subject}, by the referrers API or, where a registry has none, by the tag that
     * stands in for it.
     *
     * @throws ImageException if the registry cannot be asked
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers">Listing
     *     referrers</a>
     */
    public static List<Referrer> referrers(
            ImageReference image, Digest subject, Limits limits, RegistryOptions options) {
        try (RegistryClient client = new RegistryClient(options)) {
            RegistryContent content =
                    new RegistryContent(client, image, options.mirrors().getOrDefault(image.host(), List.of()));
            return referrers(content, image, subject, limits);
        }
    }

    private static List<Referrer> referrers(
            RegistryContent content, ImageReference image, Digest subject, Limits limits) {
        byte[] bytes;
        try {
            bytes = small(content.json("referrers/" + subject, INDEX), image.toString(), limits);
        } catch (RegistryException e) {
            bytes = byTag(content, image, subject, limits, e);
        } catch (IOException e) {
            throw new ImageException(image + ": " + e.getMessage(), e);
        }
        List<Referrer> referrers = new ArrayList<>();
        for (JsonValue descriptor :
                JsonReader.read(bytes, image + ": referrers").get("manifests").elements()) {
            if (referrers.size() == MAX_REFERRERS) {
                throw new ImageException(image + ": more than " + MAX_REFERRERS + " referrers of " + subject);
            }
            referrers.add(referrer(descriptor, image));
        }
        return List.copyOf(referrers);
    }

    private static byte[] byTag(
            RegistryContent content, ImageReference image, Digest subject, Limits limits, RegistryException noApi) {
        if (noApi.status() != 404 && noApi.status() != 400 && noApi.status() != 405) {
            throw new ImageException(image + ": " + noApi.getMessage(), noApi);
        }
        try {
            return small(content.manifest(subject.algorithm() + "-" + subject.hex()), image.toString(), limits);
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                return "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            throw new ImageException(image + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImageException(image + ": " + e.getMessage(), e);
        }
    }

    private static Referrer referrer(JsonValue descriptor, ImageReference image) {
        Map<String, String> annotations = new LinkedHashMap<>();
        descriptor.get("annotations").members().forEach((name, value) -> annotations.put(name, value.text("")));
        try {
            return new Referrer(
                    Digest.parse(descriptor.get("digest").text("")),
                    descriptor.get("mediaType").text(""),
                    descriptor.get("artifactType").text(""),
                    annotations);
        } catch (IllegalArgumentException e) {
            throw new ImageException(image + ": a referrer has no digest: " + e.getMessage(), e);
        }
    }

    /** The descriptor of what the reference names; its digest is that of the bytes that came. */
    private static JsonValue resolve(RegistryContent content, ImageReference image, Limits limits) throws IOException {
        HttpResponse<InputStream> response;
        try {
            response = content.manifest(image.manifest());
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                throw new ImageException(
                        image + ": the registry has no such image; check the name and the tag: " + e.getMessage(), e);
            }
            throw e;
        }
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        byte[] bytes = small(response, image.toString(), limits);
        JsonValue manifest = JsonReader.read(bytes, image + ": manifest");
        String mediaType = manifest.get("mediaType").text(contentType.replaceFirst(";.*$", ""));
        if (manifest.get("schemaVersion").number(0) == 1
                || !manifest.get("fsLayers").isNull()) {
            throw new ImageException(
                    image + ": the registry has this image only as a Docker manifest of schema 1, which states no"
                            + " digest of a configuration and is no longer read by anything; pull it and push it again"
                            + " with a current tool");
        }
        Digest found = sha256(bytes);
        Digest asked = image.digest();
        if (asked != null && asked.algorithm().equals("sha256") && !asked.equals(found)) {
            throw new ImageException(image + ": wrong digest: the registry's manifest has the digest " + found);
        }
        Digest name = asked == null ? found : asked;
        content.remember(name, bytes);
        boolean index = ManifestReader.isIndex(mediaType)
                || !manifest.get("manifests").elements().isEmpty();
        return new JsonObject(Map.of(
                "mediaType", new JsonString(index ? INDEX : mediaType), "digest", new JsonString(name.toString())));
    }

    private static byte[] small(HttpResponse<InputStream> response, String place, Limits limits) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(limits.metadataBytes() + 1);
            if (bytes.length > limits.metadataBytes()) {
                throw new ImageException(place + ": the answer is larger than " + limits.metadataBytes() + " bytes");
            }
            return bytes;
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
