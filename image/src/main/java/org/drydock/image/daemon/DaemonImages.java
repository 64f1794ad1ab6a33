package org.drydock.image.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.Platform;
import org.drydock.image.saved.ImageConfig;
import org.drydock.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Opens images and containers that a daemon has. The face of this package.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
public final class DaemonImages {
    private final Map<String, String> environment;
    private final Limits limits;
    private final @Nullable Path cacheDirectory;

    /**
     * Prepares for any number of images.
     *
     * @param environment the process's environment, which names the daemons
     * @param cacheDirectory where configurations are kept, so that a daemon need not export an image whose layers are
     *     known; null to keep none
     */
    public DaemonImages(Map<String, String> environment, Limits limits, @Nullable Path cacheDirectory) {
        this.environment = environment;
        this.limits = limits;
        this.cacheDirectory = cacheDirectory;
    }

    /** Whether something says that the daemon is there: a socket, the environment, a context. */
    public boolean isThere(Daemon daemon) {
        return new DaemonAddresses(environment).find(daemon).isPresent();
    }

    /**
     * Opens an image.
     *
     * @param reference as the user wrote it
     * @param name the image's name or id
     * @return empty if the daemon has no such image
     * @throws ImageException if there is no such daemon, or it fails
     */
    public Optional<Image> find(Daemon daemon, String reference, String name, @Nullable Platform platform) {
        EngineClient client = client(daemon, reference);
        try {
            JsonValue inspected = client.json("/images/" + encoded(name) + "/json");
            return Optional.of(checked(image(client, reference, inspected), platform));
        } catch (EngineClient.NotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(daemon, reference, e);
        }
    }

    /**
     * As {@link #find}.
     *
     * @throws ImageException also if the daemon has no such image
     */
    public Image open(Daemon daemon, String reference, String name, @Nullable Platform platform) {
        return find(daemon, reference, name, platform)
                .orElseThrow(() -> new ImageException(reference + ": " + daemon.word() + " has no such image; get it ("
                        + daemon.word() + " pull " + name + "), or scan it in its registry: registry:" + name));
    }

    /**
     * Opens a container, running or not: the layers of its image, and one more with what it has changed.
     *
     * @throws ImageException if no daemon that is there has such a container
     */
    public Image container(String reference, String id) {
        boolean any = false;
        for (Daemon daemon : Daemon.values()) {
            if (isThere(daemon)) {
                any = true;
                EngineClient client = client(daemon, reference);
                try {
                    JsonValue inspected = client.json("/containers/" + encoded(id) + "/json");
                    JsonValue image = client.json(
                            "/images/" + encoded(inspected.get("Image").text("")) + "/json");
                    return new ContainerImage(client, reference, inspected, limits)
                            .over(image(client, reference, image));
                } catch (EngineClient.NotFoundException e) {
                    // perhaps the next daemon has it
                } catch (IOException e) {
                    throw failed(daemon, reference, e);
                }
            }
        }
        throw new ImageException(reference
                + (any ? ": no such container; docker ps -a lists them" : ": neither Docker nor Podman is there"));
    }

    private Image image(EngineClient client, String reference, JsonValue inspected) throws IOException {
        String id = inspected.get("Id").text("");
        List<String> tags = inspected.get("RepoTags").elements().stream()
                .map(t -> t.text(""))
                .filter(t -> !t.isEmpty() && !t.equals("<none>:<none>"))
                .sorted()
                .toList();
        String place = client.daemon().word() + " image " + id;
        ExportedImage export = new ExportedImage(reference, place, () -> exported(client, id), limits);
        KeptConfigs kept = new KeptConfigs(cacheDirectory, limits);
        Optional<byte[]> known = kept.find(id);
        if (known.isPresent()) {
            ImageConfig config = ImageConfig.parse(known.get(), place);
            if (diffIds(config).equals(diffIds(inspected))) {
                return image(reference, tags, config, KeptConfigs.digest(known.get()), export);
            }
        }
        Image whole = export.image();
        kept.keep(id, whole.config());
        ImageConfig config = ImageConfig.parse(whole.config().getBytes(StandardCharsets.UTF_8), place);
        return image(reference, tags, config, whole.configDigest(), export);
    }

    private static Image image(
            String reference,
            List<String> tags,
            ImageConfig config,
            org.drydock.core.Digest configDigest,
            ExportedImage export) {
        List<Layer> layers = new ArrayList<>();
        for (LayerOrigin origin : config.origins()) {
            layers.add(new Layer(origin, null, "", -1, () -> export.layer(origin.index())));
        }
        return new Image(
                reference,
                null,
                configDigest,
                tags,
                config.platform(),
                config.created(),
                layers,
                config.text(),
                List.of(),
                export);
    }

    private static InputStream exported(EngineClient client, String id) throws IOException {
        return client.stream("/images/" + encoded(id) + "/get");
    }

    private static List<String> diffIds(ImageConfig config) {
        return config.origins().stream().map(o -> o.diffId().toString()).toList();
    }

    private static List<String> diffIds(JsonValue inspected) {
        return inspected.get("RootFS").get("Layers").elements().stream()
                .map(l -> l.text(""))
                .toList();
    }

    private static Image checked(Image image, @Nullable Platform wanted) {
        if (wanted != null && !wanted.accepts(image.platform())) {
            image.close();
            throw new ImageException(image.reference() + ": the image is for " + image.platform() + ", not for "
                    + wanted + "; pull the other one, or scan it in its registry: registry:…");
        }
        return image;
    }

    private EngineClient client(Daemon daemon, String reference) {
        EngineAddress address = new DaemonAddresses(environment)
                .find(daemon)
                .orElseThrow(() -> new ImageException(
                        reference + ": no socket of " + daemon.word() + " was found. " + daemon.wayOut()));
        return new EngineClient(daemon, address, limits);
    }

    private static ImageException failed(Daemon daemon, String reference, IOException e) {
        return new ImageException(reference + ": " + daemon.word() + ": " + e.getMessage(), e);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }
}
