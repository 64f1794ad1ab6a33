package org.drydock.report.grype;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.drydock.core.Digest;
import org.drydock.json.JsonWriter;
import org.drydock.report.ImageConfig;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;

/** The member {@code source}: what was scanned. */
final class GrypeSource {
    private static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private GrypeSource() {}

    static void write(Target target, JsonWriter json) {
        json.object("source");
        if (target.image() == null) {
            json.member("type", "directory").member("target", target.name());
        } else {
            json.member("type", "image").object("target").member("userInput", target.reference());
            image(target.image(), json);
            json.endObject();
        }
        json.endObject();
    }

    private static void image(ImageFacts image, JsonWriter json) {
        Digest manifest = image.manifestDigest();
        json.member("imageID", image.configDigest().toString());
        json.member("manifestDigest", manifest == null ? "" : manifest.toString());
        json.member("mediaType", isOci(image) ? OCI_MANIFEST : DOCKER_MANIFEST);
        json.strings("tags", image.tags());
        json.member(
                "imageSize", image.layers().stream().mapToLong(LayerFacts::size).sum());
        json.array("layers");
        for (LayerFacts layer : image.layers()) {
            json.object().member("mediaType", layer.mediaType());
            json.member("digest", layer.diffId().toString()).member("size", layer.size());
            json.endObject();
        }
        json.endArray().nullMember("manifest");
        json.member("config", Base64.getEncoder().encodeToString(image.config().getBytes(StandardCharsets.UTF_8)));
        json.strings("repoDigests", repoDigests(image));
        String[] platform = image.platform().split("/", 3);
        json.member("architecture", platform.length > 1 ? platform[1] : "");
        json.memberIfPresent("architectureVariant", platform.length > 2 ? platform[2] : "");
        json.member("os", platform[0]);
        Map<String, String> labels = ImageConfig.of(image).labels();
        if (!labels.isEmpty()) {
            json.object("labels");
            labels.forEach(json::member);
            json.endObject();
        }
    }

    private static boolean isOci(ImageFacts image) {
        return image.layers().stream().anyMatch(l -> l.mediaType().startsWith("application/vnd.oci."));
    }

    private static List<String> repoDigests(ImageFacts image) {
        Digest manifest = image.manifestDigest();
        return manifest == null
                ? List.of()
                : image.tags().stream()
                        .map(tag -> ImageConfig.repository(tag) + "@" + manifest)
                        .distinct()
                        .toList();
    }
}
