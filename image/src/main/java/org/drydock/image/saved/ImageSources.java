package org.drydock.image.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Platform;
import org.drydock.image.Target;
import org.jspecify.annotations.Nullable;

/** Opens saved images. A path may be followed by a colon and a tag or digest, where a file holds several images. */
public final class ImageSources {
    private ImageSources() {}

    /** A path, and which image in it. */
    private record Place(Path path, String tag) {}

    public static Image ociDirectory(String reference, String text, @Nullable Platform platform, Limits limits) {
        Place place = place(reference, text);
        if (!Files.isDirectory(place.path)) {
            throw new ImageException(reference + ": not a directory");
        }
        return OciLayout.open(new DirectoryBlobs(place.path), reference, place.tag, platform, limits);
    }

    public static Image ociArchive(String reference, String text, @Nullable Platform platform, Limits limits) {
        Place place = place(reference, text);
        return opened(
                ArchiveBlobs.open(place.path, limits),
                blobs -> OciLayout.open(blobs, reference, place.tag, platform, limits));
    }

    public static Image dockerArchive(String reference, String text, @Nullable Platform platform, Limits limits) {
        Place place = place(reference, text);
        return opened(
                ArchiveBlobs.open(place.path, limits),
                blobs -> DockerArchive.open(blobs, reference, place.tag, platform, limits));
    }

    /** The image in an archive of either kind; empty if the file is no archive of an image. */
    public static Optional<Target> detectArchive(String reference, @Nullable Platform platform, Limits limits) {
        Place place = place(reference, reference);
        if (!Files.isRegularFile(place.path) || !ArchiveBlobs.mayBeArchive(place.path)) {
            return Optional.empty();
        }
        ArchiveBlobs blobs = ArchiveBlobs.open(place.path, limits);
        if (blobs.size("oci-layout").isPresent() && blobs.size("index.json").isPresent()) {
            return Optional.of(opened(blobs, b -> OciLayout.open(b, reference, place.tag, platform, limits)));
        }
        if (blobs.size("manifest.json").isPresent()) {
            return Optional.of(opened(blobs, b -> DockerArchive.open(b, reference, place.tag, platform, limits)));
        }
        close(blobs);
        throw new ImageException(reference
                + ": an archive, but not of an image (neither oci-layout nor manifest.json in it); unpack it and scan"
                + " the folder, or use file: to scan it as one file");
    }

    /** Whether {@code text}, or its beginning up to a colon, is the path of a file. */
    public static boolean isFile(String text) {
        return find(text).filter(place -> Files.isRegularFile(place.path)).isPresent();
    }

    private interface Opening {
        Image open(BlobStore blobs);
    }

    private static Image opened(ArchiveBlobs blobs, Opening opening) {
        boolean done = false;
        try {
            Image image = opening.open(blobs);
            done = true;
            return image;
        } finally {
            if (!done) {
                close(blobs);
            }
        }
    }

    private static void close(ArchiveBlobs blobs) {
        try {
            blobs.close();
        } catch (IOException e) {
            throw new ImageException(blobs.place() + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Place place(String reference, String text) {
        return find(text)
                .orElseThrow(() -> new ImageException(reference + ": no such file or directory; for an image give its"
                        + " tag, too (NAME:TAG), or write registry:NAME or docker:NAME"));
    }

    /** The longest beginning of {@code text}, up to a colon, that is there; what follows it is the tag. */
    private static Optional<Place> find(String text) {
        for (int end = text.length(); end > 0; end = text.lastIndexOf(':', end - 1)) {
            Path path = Path.of(text.substring(0, end));
            if (Files.exists(path)) {
                return Optional.of(new Place(path, end == text.length() ? "" : text.substring(end + 1)));
            }
        }
        return Optional.empty();
    }
}
