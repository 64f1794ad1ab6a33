package org.drydock.image.saved;

import java.io.IOException;
import java.io.InputStream;
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
 * From descriptors to an image: follows indexes, chooses the platform, and reads manifest and configuration, each
 * verified against its digest. Docker's manifest lists and manifests of schema version 2 have the same shape as OCI's.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">OCI image manifest</a>
 * @see <a href="https://distribution.github.io/distribution/spec/manifest-v2-2/">Docker image manifest, schema 2</a>
 */
public final class ManifestReader {
    private static final int MAX_INDEX_DEPTH = 4;
    private static final int MAX_MANIFESTS = 10_000;
    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    private final ContentStore content;
    private final String reference;
    private final @Nullable Platform wanted;
    private final Limits limits;
    private int seen;

    /** A manifest that could be the one, with the platform it is for if an index says so. */
    private record Candidate(JsonValue descriptor, @Nullable Platform platform) {}

    /**
     * Prepares for one image.
     *
     * @param reference the image as the user wrote it
     * @param wanted null for the platform of this machine, where there is a choice
     */
    public ManifestReader(ContentStore content, String reference, @Nullable Platform wanted, Limits limits) {
        this.content = content;
        this.reference = reference;
        this.wanted = wanted;
        this.limits = limits;
    }

    /**
     * Opens the one image that {@code descriptors} lead to.
     *
     * @param names what the image goes by, sorted
     * @throws ImageException if there is no such image, or the choice is not clear, or a digest is wrong
     */
    public Image open(List<JsonValue> descriptors, List<String> names) {
        JsonValue chosen = choosePlatform(candidates(descriptors, 0));
        Digest manifestDigest = digestOf(chosen);
        JsonValue manifest = readManifest(manifestDigest);
        JsonValue configDescriptor = manifest.get("config");
        Digest configDigest = digestOf(configDescriptor);
        ImageConfig config = ImageConfig.parse(
                verified(configDigest, false), content.place() + ": image configuration " + configDigest.shortHex());
        if (wanted != null && !wanted.accepts(config.platform())) {
            throw new ImageException(reference + ": the image is for " + config.platform() + ", not for " + wanted);
        }
        return new Image(
                reference,
                manifestDigest,
                configDigest,
                names,
                config.platform(),
                config.created(),
                layers(manifest, config),
                config.text(),
                List.of(),
                content);
    }

    /** Manifests of images, out of nested indexes; attestations and other artifacts are none. */
    private List<Candidate> candidates(List<JsonValue> descriptors, int depth) {
        if (depth > MAX_INDEX_DEPTH) {
            throw new ImageException(reference + ": indexes lie more than " + MAX_INDEX_DEPTH + " deep in each other");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (JsonValue descriptor : descriptors) {
            if (++seen > MAX_MANIFESTS) {
                throw new ImageException(reference + ": its indexes name more than " + MAX_MANIFESTS + " manifests");
            }
            String mediaType = descriptor.get("mediaType").text("");
            if (isIndex(mediaType)) {
                candidates.addAll(candidates(
                        readManifest(digestOf(descriptor)).get("manifests").elements(), depth + 1));
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

    /** Whether a media type is that of an index, by whichever name. */
    public static boolean isIndex(String mediaType) {
        return mediaType.endsWith("image.index.v1+json") || mediaType.endsWith("manifest.list.v2+json");
    }

    private JsonValue choosePlatform(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw new ImageException(reference + ": " + content.place() + " holds no image");
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
        throw new ImageException(reference + ": holds several images: name one of " + String.join(", ", choices)
                + " (after a colon; a digest in a registry after an @)");
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
            long size = descriptor.get("size").number(-1);
            layers.add(new Layer(
                    origin, digest, descriptor.get("mediaType").text(""), size, () -> content.blob(digest, size)));
        }
        return layers;
    }

    private JsonValue readManifest(Digest digest) {
        return JsonReader.read(verified(digest, true), content.place() + ": " + digest);
    }

    private byte[] verified(Digest digest, boolean manifest) {
        byte[] bytes = read(digest, manifest);
        try {
            String algorithm = digest.algorithm().equals("sha512") ? "SHA-512" : "SHA-256";
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
            if (!found.equals(digest.hex())) {
                throw new ImageException(content.place() + ": wrong digest: " + digest + " has the digest " + found
                        + "; the image is damaged or was changed");
            }
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-2", e);
        }
    }

    private byte[] read(Digest digest, boolean manifest) {
        try (InputStream in = manifest ? content.manifest(digest) : content.blob(digest, -1)) {
            return ImageConfig.small(in, content.place() + ": " + digest, limits);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ImageException(
                    content.place() + ": the image is incomplete: " + digest.algorithm() + "/" + digest.hex()
                            + " is missing",
                    e);
        } catch (IOException e) {
            throw new ImageException(content.place() + ": " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Digest digestOf(JsonValue descriptor) {
        return ImageConfig.digest(descriptor.get("digest").text(""), content.place());
    }
}
