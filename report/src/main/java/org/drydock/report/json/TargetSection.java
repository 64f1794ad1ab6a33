package org.drydock.report.json;

import org.drydock.json.JsonWriter;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;

/** The member {@code target}. */
final class TargetSection {
    private TargetSection() {}

    static void write(Target target, JsonWriter json) {
        json.object("target").member("kind", target.kind());
        json.member("reference", target.reference()).member("name", target.name());
        if (target.image() != null) {
            image(target.image(), json);
        }
        json.endObject();
    }

    private static void image(ImageFacts image, JsonWriter json) {
        json.object("image");
        if (image.manifestDigest() != null) {
            json.member("manifestDigest", image.manifestDigest().toString());
        }
        json.member("configDigest", image.configDigest().toString());
        json.strings("tags", image.tags()).member("platform", image.platform());
        json.memberIfPresent("created", image.created());
        json.array("layers");
        for (LayerFacts layer : image.layers()) {
            json.object().member("index", layer.index());
            json.member("diffId", layer.diffId().toString());
            if (layer.digest() != null) {
                json.member("digest", layer.digest().toString());
            }
            json.member("mediaType", layer.mediaType()).member("size", layer.size());
            json.memberIfPresent("createdBy", layer.createdBy());
            json.endObject();
        }
        json.endArray();
        if (image.base() != null) {
            json.object("base").member("name", image.base().name());
            json.member("layers", image.base().layers());
            json.member("evidence", image.base().evidence()).endObject();
        }
        json.endObject();
    }
}
