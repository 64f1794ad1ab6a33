package org.drydock.image.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.ImageException;
import org.drydock.image.Platform;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * What an image configuration says of the layers.
 *
 * @param origins one for each layer, base first, with the history's text for it
 * @param text the whole configuration
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
public record ImageConfig(Platform platform, String created, List<LayerOrigin> origins, String text) {
    /** Reads a configuration whose digest is verified already. */
    public static ImageConfig parse(byte[] bytes, String place) {
        JsonValue config = JsonReader.read(bytes, place);
        List<JsonValue> diffIds = config.get("rootfs").get("diff_ids").elements();
        List<String> instructions = new ArrayList<>();
        for (JsonValue step : config.get("history").elements()) {
            if (!step.get("empty_layer").isTrue()) {
                instructions.add(step.get("created_by").text(""));
            }
        }
        List<LayerOrigin> origins = new ArrayList<>();
        for (JsonValue diffId : diffIds) {
            int index = origins.size();
            String instruction = instructions.size() == diffIds.size() ? instructions.get(index) : "";
            origins.add(new LayerOrigin(index, digest(diffId.text(""), place), instruction));
        }
        return new ImageConfig(
                Platform.of(
                        config.get("os").text("linux"),
                        config.get("architecture").text("unknown"),
                        config.get("variant").text("")),
                config.get("created").text(""),
                List.copyOf(origins),
                new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads a file of a saved image whole: manifests and configurations, which are small. */
    static byte[] readSmall(BlobStore blobs, String name, Limits limits) {
        try (InputStream in = blobs.open(name)) {
            return small(in, blobs.place() + ": " + name, limits);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ImageException(blobs.place() + ": the image is incomplete: " + name + " is missing", e);
        } catch (IOException e) {
            throw new ImageException(blobs.place() + ": " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #readSmall}, from a stream, which the caller closes. */
    static byte[] small(InputStream in, String place, Limits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.metadataBytes() + 1);
        if (bytes.length > limits.metadataBytes()) {
            throw new ImageException(place + " is larger than " + limits.metadataBytes() + " bytes");
        }
        return bytes;
    }

    /** A digest that the image states. */
    public static Digest digest(String text, String place) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ImageException(place + ": " + e.getMessage(), e);
        }
    }
}
