package org.drydock.report.cyclonedx;

import java.util.Map;
import org.drydock.core.Digest;
import org.drydock.core.Purl;
import org.drydock.json.JsonWriter;
import org.drydock.report.ImageConfig;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;

/** The member {@code metadata.component}: what was scanned. */
final class TargetSection {
    private TargetSection() {}

    static void write(Target target, String ref, JsonWriter json) {
        ImageFacts image = target.image();
        json.object("component").member("type", image == null ? "file" : "container");
        json.member("bom-ref", ref).member("name", target.name());
        if (image != null) {
            image(image, json);
        }
        json.endObject();
    }

    private static void image(ImageFacts image, JsonWriter json) {
        Digest manifest = image.manifestDigest();
        json.member("version", manifest == null ? image.configDigest().toString() : manifest.toString());
        if (manifest != null && !image.tags().isEmpty()) {
            json.memberIfPresent("purl", purl(image.tags().getFirst(), manifest));
        }
        json.array("properties");
        property("drydock:image:id", image.configDigest().toString(), json);
        property("drydock:image:platform", image.platform(), json);
        for (String tag : image.tags()) {
            property("drydock:image:tag", tag, json);
        }
        for (LayerFacts layer : image.layers()) {
            String prefix = "drydock:layer:" + layer.index();
            property(prefix + ":diffId", layer.diffId().toString(), json);
            property(prefix + ":createdBy", layer.createdBy(), json);
        }
        json.endArray();
    }

    static void property(String name, String value, JsonWriter json) {
        if (!value.isEmpty()) {
            json.object().member("name", name).member("value", value).endObject();
        }
    }

    /**
     * The image's package URL; empty if the tag is no reference that has one.
     *
     * @see <a href="https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md">The type oci</a>
     */
    private static String purl(String tag, Digest manifest) {
        String repository = ImageConfig.repository(tag);
        String name = repository.substring(repository.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return "";
        }
        return new Purl("oci", "", name, manifest.toString(), Map.of("repository_url", repository)).toString();
    }
}
