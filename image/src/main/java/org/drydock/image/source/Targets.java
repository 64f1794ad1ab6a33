package org.drydock.image.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.drydock.core.Limits;
import org.drydock.image.FileTree;
import org.drydock.image.ImageException;
import org.drydock.image.Platform;
import org.drydock.image.Target;
import org.jspecify.annotations.Nullable;

/** Opens what a user names: {@code SCHEME:PATH}, or a path whose kind is told by what is there. */
public final class Targets {
    private static final List<String> LATER =
            List.of("registry", "docker", "podman", "containerd", "sbom", "purl", "vm", "container");

    private Targets() {}

    /**
     * Opens {@code reference}.
     *
     * @param platform which image of a multi-platform one; null for this machine's
     * @throws ImageException if there is no such thing, or it is not what its scheme says
     */
    public static Target open(String reference, @Nullable Platform platform, Limits limits) {
        if (reference.equals("host")) {
            return new FileTree(reference, Path.of("/"), true);
        }
        int colon = reference.indexOf(':');
        String scheme = colon < 0 ? "" : reference.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = reference.substring(colon + 1);
        return switch (scheme) {
            case "dir" -> directory(reference, rest);
            case "file" -> file(reference, rest);
            case "oci-dir" -> ImageSources.ociDirectory(reference, rest, platform, limits);
            case "oci-archive" -> ImageSources.ociArchive(reference, rest, platform, limits);
            case "docker-archive" -> ImageSources.dockerArchive(reference, rest, platform, limits);
            default -> {
                if (LATER.contains(scheme) && !Files.exists(path(reference))) {
                    throw new ImageException(reference + ": this version does not read " + scheme
                            + ": yet; save the image to a file (docker save -o FILE, skopeo copy … oci-archive:FILE)"
                            + " and scan the file");
                }
                yield detect(reference, platform, limits);
            }
        };
    }

    private static Target detect(String reference, @Nullable Platform platform, Limits limits) {
        Path path = path(reference);
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("oci-layout")) && Files.isRegularFile(path.resolve("index.json"))
                    ? ImageSources.ociDirectory(reference, reference, platform, limits)
                    : directory(reference, reference);
        }
        return ImageSources.detectArchive(reference, platform, limits).orElseGet(() -> file(reference, reference));
    }

    private static Target directory(String reference, String text) {
        Path path = path(text);
        if (!Files.isDirectory(path)) {
            throw new ImageException(reference + ": " + (Files.exists(path) ? "not a directory" : "no such directory"));
        }
        return new FileTree(reference, path, false);
    }

    private static Target file(String reference, String text) {
        Path path = path(text);
        if (!Files.isRegularFile(path)) {
            throw new ImageException(
                    reference + ": "
                            + (Files.exists(path)
                                    ? "not a file"
                                    : "no such file or directory; to scan an image, save it to a file first (docker save -o FILE IMAGE)"));
        }
        return new FileTree(reference, path, false);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ImageException(text + ": not a path: " + e.getReason(), e);
        }
    }
}
