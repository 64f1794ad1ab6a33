package org.drydock.image.saved;

import java.util.List;
import java.util.TreeSet;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
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

    private OciLayout() {}

    /**
     * Chooses the image and reads its manifest and configuration.
     *
     * @param tag which of several images, by its tag or digest; empty if there is but one
     * @param wanted null for the platform of this machine, where there is a choice
     * @throws ImageException if there is no such image, or the choice is not clear, or a digest is wrong
     */
    static Image open(BlobStore blobs, String reference, String tag, @Nullable Platform wanted, Limits limits) {
        List<JsonValue> manifests = JsonReader.read(
                        ImageConfig.readSmall(blobs, "index.json", limits), blobs.place() + ": index.json")
                .get("manifests")
                .elements();
        return new ManifestReader(new LayoutContent(blobs), reference, wanted, limits)
                .open(tag.isEmpty() ? manifests : tagged(manifests, tag, reference), names(manifests));
    }

    private static List<JsonValue> tagged(List<JsonValue> manifests, String tag, String reference) {
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

    private static List<String> names(List<JsonValue> manifests) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonValue manifest : manifests) {
            JsonValue annotations = manifest.get("annotations");
            annotations
                    .get(CONTAINERD_NAME)
                    .text()
                    .or(() -> annotations.get(REF_NAME).text())
                    .ifPresent(names::add);
        }
        return List.copyOf(names);
    }
}
