package org.drydock.image.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.Platform;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Opens an image of an OCI layout, from a directory or an archive.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image layout</a>
 */
final class OciLayout {
    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String CONTAINERD_NAME = "io.containerd.image.name";
    private static final int MAX_INDEX_DEPTH = 4;

    private final BlobStore blobs;
    private final String reference;
    private final String tag;
    private final @Nullable Platform wanted;
    private final Limits limits;

    /** A manifest that could be the one, with the platform it is for if an index says so. */
    private record Candidate(JsonValue descriptor, @Nullable Platform platform) {}

    private OciLayout(BlobStore blobs, String reference, String tag, @Nullable Platform wanted, Limits limits) {
        this.blobs = blobs;
        this.reference = reference;
        this.tag = tag;
        this.wanted = wanted;
        this.limits = limits;
    }

    /**
     * Chooses the image and reads its manifest and configuration.
     *
     * @param tag which of several images, by its tag or digest; empty if there is but one
     * @param wanted null for the platform of this machine, where there is a choice
     * @throws ImageException if there is no such image, or the choice is not clear, or a digest is wrong
     */
    static Image open(BlobStore blobs, String reference, String tag, @Nullable Platform wanted, Limits limits) {
        return new OciLayout(blobs, reference, tag, wanted, limits).open();
    }

    private Image open() {
        JsonValue index =
                JsonReader.read(ImageConfig.readSmall(blobs, "index.json", limits), blobs.place() + ": index.json");
        JsonValue chosen =
                choosePlatform(candidates(chooseTag(index.get("manifests").elements()), 0));
        Digest manifestDigest = digestOf(chosen);
        JsonValue manifest = readBlob(chosen);
        JsonValue configDescriptor = manifest.get("config");
        Digest configDigest = digestOf(configDescriptor);
        ImageConfig config = ImageConfig.parse(
                verified(configDigest), blobs.place() + ": image configuration " + configDigest.shortHex());
        if (wanted != null && !wanted.accepts(config.platform())) {
            throw new ImageException(reference + ": the image is for " + config.platform() + ", not for " + wanted);
        }
        return new Image(
                reference,
                manifestDigest,
                configDigest,
                names(index),
                config.platform(),
                config.created(),
                layers(manifest, config),
                config.text(),
                blobs);
    }

    private List<JsonValue> chooseTag(List<JsonValue> manifests) {
        if (tag.isEmpty()) {
            return manifests;
        }
        List<JsonValue> chosen = manifests.stream()
                .filter(m -> tag.equals(m.get("annotations").get(REF_NAME).text(""))
                        || tag.equals(m.get("annotations").get(CONTAINERD_NAME).text(""))
                        || tag.equals(m.get("digest").text("")))
                .toList();
        if (chosen.isEmpty()) {
            throw new ImageException(reference + ": no image has the tag or digest " + tag);
        }
        return chosen;
    }

    /** Manifests of images, out of nested indexes; attestations and other artifacts are none. */
    private List<Candidate> candidates(List<JsonValue> descriptors, int depth) {
        if (depth > MAX_INDEX_DEPTH) {
            throw new ImageException(reference + ": indexes lie more than " + MAX_INDEX_DEPTH + " deep in each other");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (JsonValue descriptor : descriptors) {
            String mediaType = descriptor.get("mediaType").text("");
            if (mediaType.endsWith("image.index.v1+json") || mediaType.endsWith("manifest.list.v2+json")) {
                candidates.addAll(
                        candidates(readBlob(descriptor).get("manifests").elements(), depth + 1));
            } else if (descriptor
                    .get("annotations")
                    .get("vnd.docker.reference.type")
                    .isNull()) {
                JsonValue platform = descriptor.get("platform");
                candidates.add(new Candidate(
                        descriptor,
                        platform.isNull()
                                ? null
                                : Platform.of(
                                        platform.get("os").text(""),
                                        platform.get("architecture").text(""),
                                        platform.get("variant").text(""))));
            }
        }
        return candidates;
    }

    private JsonValue choosePlatform(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw new ImageException(reference + ": the layout holds no image");
        }
        if (candidates.size() == 1 && wanted == null) {
            return candidates.getFirst().descriptor;
        }
        Platform asked = wanted == null ? Platform.ofThisMachine() : wanted;
        List<Candidate> fitting = candidates.stream()
                .filter(c -> c.platform == null || asked.accepts(c.platform))
                .toList();
        boolean sameImage =
                fitting.stream().map(c -> digestOf(c.descriptor)).distinct().count() == 1;
        if (fitting.size() == 1 || sameImage) {
            return fitting.getFirst().descriptor;
        }
        if (fitting.isEmpty()) {
            TreeSet<String> offered = new TreeSet<>();
            candidates.forEach(c -> offered.add(String.valueOf(c.platform)));
            throw new ImageException(reference + ": no image for " + asked + "; there are " + String.join(", ", offered)
                    + ": choose one with --platform");
        }
        TreeSet<String> choices = new TreeSet<>();
        fitting.forEach(c -> choices.add(c.descriptor
                .get("annotations")
                .get(REF_NAME)
                .text(digestOf(c.descriptor).toString())));
        throw new ImageException(reference + ": holds several images: append one of " + String.join(", ", choices)
                + " to the path, after a colon");
    }

    private List<Layer> layers(JsonValue manifest, ImageConfig config) {
        List<JsonValue> descriptors = manifest.get("layers").elements();
        if (descriptors.size() != config.origins().size()) {
            throw new ImageException(
                    reference + ": the manifest has " + descriptors.size() + " layers, the configuration "
                            + config.origins().size() + ": not a container image, or a damaged one");
        }
        List<Layer> layers = new ArrayList<>();
        for (LayerOrigin origin : config.origins()) {
            JsonValue descriptor = descriptors.get(origin.index());
            Digest digest = digestOf(descriptor);
            String name = blobName(digest);
            layers.add(new Layer(
                    origin,
                    digest,
                    descriptor.get("mediaType").text(""),
                    descriptor.get("size").number(-1),
                    () -> blobs.open(name)));
        }
        return layers;
    }

    private List<String> names(JsonValue index) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonValue manifest : index.get("manifests").elements()) {
            JsonValue annotations = manifest.get("annotations");
            annotations
                    .get(CONTAINERD_NAME)
                    .text()
                    .or(() -> annotations.get(REF_NAME).text())
                    .ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    private JsonValue readBlob(JsonValue descriptor) {
        Digest digest = digestOf(descriptor);
        return JsonReader.read(verified(digest), blobs.place() + ": " + digest);
    }

    private byte[] verified(Digest digest) {
        byte[] bytes = ImageConfig.readSmall(blobs, blobName(digest), limits);
        try {
            String algorithm = digest.algorithm().equals("sha512") ? "SHA-512" : "SHA-256";
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
            if (!found.equals(digest.hex())) {
                throw new ImageException(blobs.place() + ": wrong digest: " + blobName(digest) + " has the digest "
                        + found + "; the image is damaged or was changed");
            }
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-2", e);
        }
    }

    private Digest digestOf(JsonValue descriptor) {
        return ImageConfig.digest(descriptor.get("digest").text(""), blobs.place());
    }

    private static String blobName(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }
}
