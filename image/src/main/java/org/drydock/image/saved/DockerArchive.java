package org.drydock.image.saved;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
 * Opens an image of what {@code docker save} writes: a tar archive with a {@code manifest.json} that names the
 * configuration and the layers by path. It states no digests of blobs; the diffIDs hold all the same.
 *
 * @see <a href="https://github.com/moby/docker-image-spec/blob/main/v1.2.md#combined-image-json--filesystem-changeset-format">Docker
 *     image specification, combined format</a>
 */
public final class DockerArchive {
    private DockerArchive() {}

    /**
     * Chooses the image and reads its configuration.
     *
     * @param tag which of several images; empty if there is but one
     * @param wanted null if any platform will do
     * @throws ImageException if there is no such image, or the choice is not clear
     */
    public static Image open(BlobStore blobs, String reference, String tag, @Nullable Platform wanted, Limits limits) {
        List<JsonValue> images = JsonReader.read(
                        ImageConfig.readSmall(blobs, "manifest.json", limits), blobs.place() + ": manifest.json")
                .elements();
        JsonValue image = choose(images, reference, tag);
        String configName = image.get("Config").text("");
        byte[] configBytes = ImageConfig.readSmall(blobs, configName, limits);
        Digest configDigest = sha256(configBytes);
        verifyName(configName, configDigest, blobs);
        ImageConfig config = ImageConfig.parse(configBytes, blobs.place() + ": " + configName);
        if (wanted != null && !wanted.accepts(config.platform())) {
            throw new ImageException(reference + ": the image is for " + config.platform() + ", not for " + wanted);
        }
        return new Image(
                reference,
                null,
                configDigest,
                tags(image),
                config.platform(),
                config.created(),
                layers(image, config, blobs, reference),
                config.text(),
                List.of(),
                blobs);
    }

    private static JsonValue choose(List<JsonValue> images, String reference, String tag) {
        List<JsonValue> fitting = images.stream()
                .filter(i -> tag.isEmpty() || tags(i).contains(tag))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        TreeSet<String> choices = new TreeSet<>();
        images.forEach(i -> choices.addAll(tags(i)));
        if (fitting.isEmpty()) {
            throw new ImageException(reference + ": "
                    + (images.isEmpty()
                            ? "the archive holds no image"
                            : "no image has the tag " + tag + "; there are " + String.join(", ", choices)));
        }
        throw new ImageException(reference + ": holds several images: append one of " + String.join(", ", choices)
                + " to the path, after a colon");
    }

    private static List<String> tags(JsonValue image) {
        return image.get("RepoTags").elements().stream()
                .map(JsonValue::text)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private static List<Layer> layers(JsonValue image, ImageConfig config, BlobStore blobs, String reference) {
        List<JsonValue> names = image.get("Layers").elements();
        if (names.size() != config.origins().size()) {
            throw new ImageException(reference + ": manifest.json has " + names.size() + " layers, the configuration "
                    + config.origins().size() + ": the image is damaged");
        }
        List<Layer> layers = new ArrayList<>();
        for (LayerOrigin origin : config.origins()) {
            String name = names.get(origin.index()).text("");
            layers.add(new Layer(origin, null, "", size(blobs, name), () -> blobs.open(name)));
        }
        return layers;
    }

    private static long size(BlobStore blobs, String name) {
        try {
            return blobs.size(name)
                    .orElseThrow(() ->
                            new ImageException(blobs.place() + ": the image is incomplete: " + name + " is missing"));
        } catch (java.io.IOException e) {
            throw new ImageException(blobs.place() + ": " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the configuration is named by its digest, the digest has to be right. */
    private static void verifyName(String name, Digest digest, BlobStore blobs) {
        String stem = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
        boolean isDigest =
                stem.length() == digest.hex().length() && stem.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (isDigest && !stem.equals(digest.hex())) {
            throw new ImageException(blobs.place() + ": wrong digest: " + name + " has the digest " + digest.hex()
                    + "; the image is damaged or was changed");
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return new Digest(
                    "sha256",
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
