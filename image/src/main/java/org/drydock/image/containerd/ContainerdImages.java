package org.drydock.image.containerd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.core.Digest;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.ImageReference;
import org.drydock.image.Platform;
import org.drydock.image.saved.ContentStore;
import org.drydock.image.saved.DirectoryBlobs;
import org.drydock.image.saved.LayoutContent;
import org.drydock.image.saved.ManifestReader;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/** Opens images of containerd, from its files: it need not run. The face of this package. */
public final class ContainerdImages {
    /** Where containerd keeps its files unless it is told otherwise. */
    public static final Path DEFAULT_ROOT = Path.of("/var/lib/containerd");

    private static final String CONTENT = "io.containerd.content.v1.content";
    private static final String METADATA = "io.containerd.metadata.v1.bolt/meta.db";

    private final Path root;
    private final String namespace;
    private final Limits limits;

    /**
     * Prepares for any number of images.
     *
     * @param namespace the only one to look into; empty for all
     */
    public ContainerdImages(Path root, String namespace, Limits limits) {
        this.root = root;
        this.namespace = namespace;
        this.limits = limits;
    }

    /**
     * Opens an image.
     *
     * @param reference as the user wrote it
     * @param name the image's name, in full or as Docker shortens it, or the digest of its manifest
     * @throws ImageException if there is no such image, or namespaces have different ones by that name
     */
    public Image open(String reference, String name, @Nullable Platform platform) {
        if (!Files.isDirectory(root.resolve(CONTENT))) {
            throw new ImageException(reference + ": no content store of containerd in " + root
                    + "; is its root another one? Name it by --containerd-root DIR");
        }
        ImageNames.Named image = byDigest(name);
        if (image == null) {
            image = byName(reference, name);
        }
        ContentStore content = new Content(new LayoutContent(new DirectoryBlobs(root.resolve(CONTENT))), root);
        JsonObject descriptor = new JsonObject(Map.of(
                "mediaType", new JsonString(mediaType(content, image)),
                "digest", new JsonString(image.target().toString())));
        return new ManifestReader(content, reference, platform, limits)
                .open(List.of(descriptor), image.name().isEmpty() ? List.of() : List.of(image.name()));
    }

    private static ImageNames.@Nullable Named byDigest(String name) {
        try {
            return new ImageNames.Named("", "", Digest.parse(name), "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private ImageNames.Named byName(String reference, String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        ImageReference.tryParse(name).ifPresent(full -> names.add(full.toString()));
        Map<String, ImageNames.Named> found = new ImageNames(root.resolve(METADATA)).find(names, namespace);
        if (found.isEmpty()) {
            throw new ImageException(reference + ": containerd has no such image"
                    + (namespace.isEmpty() ? "" : " in namespace " + namespace) + "; ctr -n NAMESPACE images ls lists"
                    + " them; or scan it in its registry: registry:" + name);
        }
        if (found.values().stream().map(ImageNames.Named::target).distinct().count() > 1) {
            throw new ImageException(reference + ": the namespaces " + String.join(", ", found.keySet())
                    + " have different images by this name; choose one with CONTAINERD_NAMESPACE");
        }
        return found.values().iterator().next();
    }

    /** As the metadata says; for an image that was named by its digest, as the manifest itself says. */
    private String mediaType(ContentStore content, ImageNames.Named image) {
        if (!image.mediaType().isEmpty()) {
            return image.mediaType();
        }
        try (InputStream in = content.manifest(image.target())) {
            return org.drydock.json.JsonReader.read(
                            in.readNBytes(limits.metadataBytes()),
                            image.target().toString())
                    .get("mediaType")
                    .text("");
        } catch (NoSuchFileException e) {
            throw new ImageException(image.target() + ": not in containerd's content store in " + root, e);
        } catch (IOException e) {
            throw new ImageException(image.target() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Says why a layer may be missing. */
    private record Content(LayoutContent layout, Path root) implements ContentStore {
        @Override
        public InputStream manifest(Digest digest) throws IOException {
            return layout.manifest(digest);
        }

        @Override
        public InputStream blob(Digest digest, long size) throws IOException {
            try {
                return layout.blob(digest, size);
            } catch (NoSuchFileException e) {
                throw new IOException(
                        "containerd no longer has blob " + digest + ": it discards layers that it has unpacked"
                                + " (discard_unpacked_layers) or that belong to other platforms; fetch it again (ctr"
                                + " content fetch), or scan the image in its registry",
                        e);
            }
        }

        @Override
        public String place() {
            return "containerd in " + root;
        }

        @Override
        public void close() throws IOException {
            layout.close();
        }
    }
}
