package org.drydock.image.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drydock.core.Limits;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.ImageReference;
import org.drydock.image.PackageListing;
import org.drydock.image.Platform;
import org.drydock.image.Target;
import org.drydock.image.containerd.ContainerdImages;
import org.drydock.image.daemon.Daemon;
import org.drydock.image.daemon.DaemonImages;
import org.drydock.image.registry.RegistryImages;
import org.drydock.image.saved.ImageSources;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a user names: {@code SCHEME:REST}, or something whose kind is told by what it is. A path that is there comes
 * first; then the name of an image with a tag, a digest or a host, which is looked for in Docker, in Podman, and in its
 * registry.
 */
public final class Targets {
    private static final int MAX_LISTING = 1 << 29;

    private final TargetOptions options;

    private Targets(TargetOptions options) {
        this.options = options;
    }

    /**
     * Opens a saved image, a directory, a file or the host: what needs neither network nor daemons.
     *
     * @param platform which image of a multi-platform one; null for this machine's
     * @throws ImageException if there is no such thing, or it is not what its scheme says
     */
    public static Target open(String reference, @Nullable Platform platform, Limits limits) {
        return open(reference, TargetOptions.ofFiles(platform, limits));
    }

    /**
     * Opens {@code reference}.
     *
     * @throws ImageException if there is no such thing, or it is not what its scheme says
     */
    public static Target open(String reference, TargetOptions options) {
        return new Targets(options).open(reference);
    }

    private Target open(String reference) {
        if (reference.equals("host")) {
            return new FileTree(reference, Path.of("/"), true);
        }
        int colon = reference.indexOf(':');
        String scheme = colon < 0 ? "" : reference.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = reference.substring(colon + 1);
        return switch (scheme) {
            case "dir" -> directory(reference, rest);
            case "file" -> file(reference, rest);
            case "oci-dir" -> ImageSources.ociDirectory(reference, rest, options.platform(), options.limits());
            case "oci-archive" -> ImageSources.ociArchive(reference, rest, options.platform(), options.limits());
            case "docker-archive" -> ImageSources.dockerArchive(reference, rest, options.platform(), options.limits());
            case "registry" -> registry(reference, ImageReference.parse(rest));
            case "docker" -> daemons().open(Daemon.DOCKER, reference, rest, options.platform());
            case "podman" -> daemons().open(Daemon.PODMAN, reference, rest, options.platform());
            case "container" -> daemons().container(reference, rest);
            case "containerd" -> containerd(reference, rest);
            case "sbom" -> new PackageListing(reference, PackageListing.Kind.SBOM, content(reference, path(rest)));
            case "purl" -> purls(reference, rest);
            case "pkg" -> purls(reference, reference);
            default -> detect(reference);
        };
    }

    private Target detect(String reference) {
        Path path = path(reference);
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("oci-layout")) && Files.isRegularFile(path.resolve("index.json"))
                    ? ImageSources.ociDirectory(reference, reference, options.platform(), options.limits())
                    : directory(reference, reference);
        }
        Optional<PackageListing.Kind> kind = Files.isRegularFile(path) ? Listings.kind(path) : Optional.empty();
        if (kind.isPresent()) {
            return new PackageListing(reference, kind.get(), content(reference, path));
        }
        if (ImageSources.isFile(reference)) {
            return ImageSources.detectArchive(reference, options.platform(), options.limits())
                    .orElseGet(() -> file(reference, reference));
        }
        if (ImageReference.isExplicit(reference)) {
            return image(reference);
        }
        return file(reference, reference);
    }

    /** An image by its name alone: of a daemon that has it, else of its registry. */
    private Image image(String reference) {
        List<String> failures = new ArrayList<>();
        for (Daemon daemon : Daemon.values()) {
            try {
                if (daemons().isThere(daemon)) {
                    Optional<Image> found = daemons().find(daemon, reference, reference, options.platform());
                    if (found.isPresent()) {
                        return found.get();
                    }
                    failures.add(daemon.word() + " does not have it");
                }
            } catch (ImageException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        try {
            return registry(reference, ImageReference.parse(reference));
        } catch (ImageException e) {
            if (failures.isEmpty()) {
                throw e;
            }
            throw new ImageException(e.getMessage() + " (" + String.join("; ", failures) + ")", e);
        }
    }

    private Image registry(String reference, ImageReference image) {
        if (options.offline()) {
            throw new ImageException(reference + ": no such file or directory here, and reading an image from its"
                    + " registry needs the network, which --offline forbids");
        }
        return RegistryImages.open(reference, image, options.platform(), options.limits(), options.registries());
    }

    private DaemonImages daemons() {
        return new DaemonImages(options.environment(), options.limits(), options.cacheDirectory());
    }

    private Image containerd(String reference, String name) {
        String namespace = options.environment().getOrDefault("CONTAINERD_NAMESPACE", "");
        return new ContainerdImages(options.containerdRoot(), namespace, options.limits())
                .open(reference, name, options.platform());
    }

    private static Target purls(String reference, String rest) {
        return rest.startsWith("pkg:")
                ? new PackageListing(
                        reference,
                        PackageListing.Kind.PURLS,
                        ByteBuffer.wrap(rest.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer())
                : new PackageListing(reference, PackageListing.Kind.PURLS, content(reference, path(rest)));
    }

    private static ByteBuffer content(String reference, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_LISTING + 1);
            if (bytes.length > MAX_LISTING) {
                throw new ImageException(reference + ": larger than " + MAX_LISTING + " bytes");
            }
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ImageException(reference + ": no such file", e);
        } catch (IOException e) {
            throw new ImageException(reference + ": cannot be read: " + e.getMessage(), e);
        }
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
            throw new ImageException(reference + ": "
                    + (Files.exists(path)
                            ? "not a file"
                            : "no such file or directory; for an image give its tag, too (NAME:TAG), or write"
                                    + " registry:NAME or docker:NAME"));
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
