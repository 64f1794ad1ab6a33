package org.drydock.image.containerd;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Digest;
import org.drydock.image.ImageException;

/**
 * The names of images in containerd's metadata: in bucket {@code v1}, for each namespace, bucket {@code images}, by name,
 * {@code target}.
 *
 * @see <a href="https://github.com/containerd/containerd/blob/main/core/metadata/buckets.go">containerd's buckets</a>
 */
final class ImageNames {
    private static final int MAX_PAGES = 200_000;
    private static final int TRIES = 4;

    private final Path database;

    /** An image as a namespace has it. */
    record Named(String namespace, String name, Digest target, String mediaType) {}

    ImageNames(Path database) {
        this.database = database;
    }

    /**
     * The images that go by one of {@code names}, by namespace.
     *
     * @param namespace the only one to look into; empty for all
     * @throws ImageException if the database cannot be read
     */
    Map<String, Named> find(Set<String> names, String namespace) {
        for (int i = 1; ; i++) {
            try (BoltFile bolt = BoltFile.open(database, MAX_PAGES)) {
                return find(bolt, names, namespace);
            } catch (BoltException e) {
                if (i == TRIES) {
                    throw new ImageException(
                            database + ": containerd's metadata cannot be read: " + e.getMessage()
                                    + "; name the image by its digest: containerd:sha256:…",
                            e);
                }
            } catch (AccessDeniedException e) {
                throw new ImageException(database + ": permission denied; containerd's files are root's", e);
            } catch (NoSuchFileException e) {
                throw new ImageException(
                        database + ": not there; is containerd's root another one? Name it by --containerd-root DIR",
                        e);
            } catch (IOException e) {
                throw new ImageException(database + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private Map<String, Named> find(BoltFile bolt, Set<String> names, String namespace) throws IOException {
        Map<String, Named> found = new TreeMap<>();
        BoltFile.Bucket version = bolt.bucket(bolt.root(), "v1").orElse(null);
        if (version == null) {
            return found;
        }
        List<String> namespaces = new ArrayList<>();
        bolt.visit(version, (key, _, bucket) -> {
            if (bucket != null && (namespace.isEmpty() || namespace.equals(key))) {
                namespaces.add(key);
            }
            return true;
        });
        for (String space : namespaces) {
            BoltFile.Bucket own = bolt.bucket(version, space).orElseThrow(() -> new BoltException("it changes"));
            BoltFile.Bucket images = bolt.bucket(own, "images").orElse(null);
            for (String name : names) {
                BoltFile.Bucket image =
                        images == null ? null : bolt.bucket(images, name).orElse(null);
                if (image != null && !found.containsKey(space)) {
                    found.put(space, named(bolt, space, name, image));
                }
            }
        }
        return found;
    }

    private Named named(BoltFile bolt, String namespace, String name, BoltFile.Bucket image) throws IOException {
        BoltFile.Bucket target =
                bolt.bucket(image, "target").orElseThrow(() -> new BoltException("image " + name + " has no target"));
        String digest = bolt.text(target, "digest").orElse("");
        try {
            return new Named(
                    namespace,
                    name,
                    Digest.parse(digest),
                    bolt.text(target, "mediatype").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ImageException(database + ": image " + name + ": " + e.getMessage(), e);
        }
    }
}
