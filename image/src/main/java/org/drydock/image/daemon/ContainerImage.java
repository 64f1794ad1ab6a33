package org.drydock.image.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.Layer;
import org.drydock.json.JsonValue;

/** A container as an image: what it has changed is one more layer on those of its image. */
final class ContainerImage {
    private final EngineClient client;
    private final String reference;
    private final JsonValue inspected;
    private final Limits limits;

    ContainerImage(EngineClient client, String reference, JsonValue inspected, Limits limits) {
        this.client = client;
        this.reference = reference;
        this.inspected = inspected;
        this.limits = limits;
    }

    /** What a container has done to a path. */
    enum Change {
        MODIFIED,
        ADDED,
        DELETED
    }

    Image over(Image image) throws IOException {
        boolean done = false;
        try {
            List<Layer> layers = new ArrayList<>(image.layers());
            ChangedLayer changed = null;
            Map<ImagePath, Change> changes = changes();
            if (!changes.isEmpty()) {
                try (InputStream export = client.stream("/containers/" + id() + "/export")) {
                    changed = ChangedLayer.of(
                            export, changes, limits, client.daemon().word() + " container " + name());
                }
                ChangedLayer layer = changed;
                LayerOrigin origin =
                        new LayerOrigin(layers.size(), layer.diffId(), "changes in the container " + name());
                layers.add(
                        new Layer(origin, null, "application/vnd.oci.image.layer.v1.tar", layer.size(), layer::open));
            }
            Image opened = new Image(
                    reference,
                    image.manifestDigest(),
                    image.configDigest(),
                    image.tags(),
                    image.platform(),
                    image.created(),
                    layers,
                    image.config(),
                    mounts(),
                    closing(image, changed));
            done = true;
            return opened;
        } finally {
            if (!done) {
                image.close();
            }
        }
    }

    private static java.io.Closeable closing(Image image, @org.jspecify.annotations.Nullable ChangedLayer changed) {
        return () -> {
            try (image) {
                if (changed != null) {
                    changed.close();
                }
            }
        };
    }

    private Map<ImagePath, Change> changes() throws IOException {
        Map<ImagePath, Change> changes = new TreeMap<>();
        for (JsonValue change : client.json("/containers/" + id() + "/changes").elements()) {
            ImagePath path = ImagePath.parse(change.get("Path").text("")).orElse(null);
            long kind = change.get("Kind").number(0);
            if (path != null && kind >= 0 && kind < Change.values().length) {
                changes.put(path, Change.values()[(int) kind]);
            }
        }
        return changes;
    }

    /** Volumes and other mounts are not part of what a daemon exports. */
    private List<Diagnostic> mounts() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (JsonValue mount : inspected.get("Mounts").elements()) {
            String where = mount.get("Destination").text("").replaceAll("\\p{Cntrl}", "?");
            diagnostics.add(Diagnostic.notExamined(
                    "mount",
                    where,
                    "a " + mount.get("Type").text("volume").replaceAll("\\p{Cntrl}", "?")
                            + " is mounted here, which is not part of the container; not examined"));
        }
        diagnostics.sort(null);
        return diagnostics;
    }

    private String id() {
        return URLEncoder.encode(inspected.get("Id").text(""), StandardCharsets.UTF_8);
    }

    private String name() {
        String name = inspected.get("Name").text("").replaceFirst("^/", "").replaceAll("\\p{Cntrl}", "?");
        return name.isEmpty() ? id() : name;
    }
}
