package org.drydock.vuln.bundle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.Digest;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as an OCI artifact in an image layout: the bundle's manifest is the artifact's config, its chunks are the
 * layers, and the signature is an annotation. So whatever copies images copies bundles.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image layout</a>
 */
final class OciLayout {
    static final String INDEX = "index.json";
    static final String MARKER = "oci-layout";
    static final String MARKER_TEXT = "{\"imageLayoutVersion\":\"1.0.0\"}";
    static final int MAX_MANIFEST = 512 << 20;

    private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String ARTIFACT_TYPE = "application/vnd.drydock.bundle.v1";
    private static final String CONFIG_TYPE = "application/vnd.drydock.bundle.manifest.v1+json";
    private static final String CHUNK_TYPE = "application/vnd.drydock.bundle.chunk.v1";
    private static final String REF = "org.opencontainers.image.ref.name";
    private static final String SIGNATURE = "org.drydock.bundle.signature";

    private OciLayout() {}

    /**
     * What an artifact's manifest points to.
     *
     * @param signature in Base64, empty if there is none
     */
    record Artifact(Digest config, String signature) {}

    static String blobPath(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    static byte[] index(String name, Digest manifest, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.compact(bytes)) {
            out.object()
                    .member("schemaVersion", 2)
                    .member("mediaType", INDEX_TYPE)
                    .array("manifests");
            descriptor(out.object(), MANIFEST_TYPE, manifest, size)
                    .member("artifactType", ARTIFACT_TYPE)
                    .object("annotations")
                    .member(REF, name)
                    .endObject()
                    .endObject();
            out.endArray().endObject();
        }
        return bytes.toByteArray();
    }

    static byte[] manifest(Digest config, long configSize, BundleManifest bundle, @Nullable String signature) {
        Map<Digest, Integer> layers = new TreeMap<>();
        bundle.segments().forEach(segment -> segment.chunks().forEach(c -> layers.put(c.sha256(), c.bytes())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.compact(bytes)) {
            out.object()
                    .member("schemaVersion", 2)
                    .member("mediaType", MANIFEST_TYPE)
                    .member("artifactType", ARTIFACT_TYPE);
            descriptor(out.object("config"), CONFIG_TYPE, config, configSize).endObject();
            out.array("layers");
            layers.forEach((digest, size) ->
                    descriptor(out.object(), CHUNK_TYPE, digest, size).endObject());
            out.endArray().object("annotations");
            out.member("org.opencontainers.image.created", bundle.created().toString());
            out.memberIfPresent(SIGNATURE, signature);
            out.endObject().endObject();
        }
        return bytes.toByteArray();
    }

    /**
     * The manifest that an index names.
     *
     * @param name of the bundle, empty if the index is of one alone
     */
    static Digest manifest(byte[] index, String name, String place) {
        JsonValue json = read(index, place + ": " + INDEX);
        List<JsonValue> found = new ArrayList<>();
        for (JsonValue manifest : json.get("manifests").elements()) {
            if (name.isEmpty() || manifest.get("annotations").get(REF).text("").equals(name)) {
                found.add(manifest);
            }
        }
        if (found.size() != 1) {
            throw new BundleException(place + ": " + INDEX + ": holds " + found.size() + " bundles"
                    + (name.isEmpty() ? "" : " named " + name) + ", expected one");
        }
        return digest(found.getFirst().get("digest"), place + ": " + INDEX);
    }

    static Artifact artifact(byte[] manifest, String place) {
        JsonValue json = read(manifest, place + ": OCI manifest");
        if (!json.get("config").get("mediaType").text("").equals(CONFIG_TYPE)) {
            throw new BundleException(place + ": an image or another artifact, no advisory bundle");
        }
        return new Artifact(
                digest(json.get("config").get("digest"), place + ": OCI manifest"),
                json.get("annotations").get(SIGNATURE).text(""));
    }

    private static JsonWriter descriptor(JsonWriter out, String type, Digest digest, long size) {
        return out.member("mediaType", type).member("digest", digest.toString()).member("size", size);
    }

    private static JsonValue read(byte[] bytes, String place) {
        try {
            return JsonReader.read(bytes, place);
        } catch (JsonException e) {
            throw new BundleException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Digest digest(JsonValue text, String place) {
        try {
            return Digest.parse(text.text(""));
        } catch (IllegalArgumentException e) {
            throw new BundleException(place + ": " + e.getMessage(), e);
        }
    }
}
