package org.drydock.report.trivy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.drydock.inventory.Distro;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;
import org.drydock.report.ImageConfig;
import org.drydock.report.JsonOutput;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes the document that {@code trivy image -f json} writes, of schema version 2. The report id comes from the content,
 * and no time is stated. What Drydock does not know (dates of publication) is absent. As in Trivy, findings that are
 * fixed or not affected are not told of, and those set aside are modified findings.
 *
 * @see <a href="https://trivy.dev/docs/latest/configuration/reporting/#json">Trivy, JSON</a>
 */
public final class TrivyWriter implements ReportWriter {
    @Override
    public String format() {
        return "trivy-json";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        UUID id = JsonOutput.uuidOf(json -> document(report, new UUID(0, 0), json));
        JsonOutput.write(out, json -> document(report, id, json));
    }

    private static void document(ScanReport report, UUID id, JsonWriter json) {
        ImageFacts image = report.target().image();
        json.object().member("SchemaVersion", 2).member("ReportID", id.toString());
        if (image != null) {
            json.member("ArtifactID", image.configDigest().toString());
        }
        json.member("ArtifactName", report.target().name());
        json.member("ArtifactType", image == null ? "filesystem" : "container_image");
        metadata(report.inventory().distro(), image, json);
        List<TrivyResult> results = TrivyResult.of(report);
        if (!results.isEmpty()) {
            json.array("Results");
            results.forEach(new ResultSection(report, json)::write);
            json.endArray();
        }
        json.endObject();
    }

    private static void metadata(@Nullable Distro distro, @Nullable ImageFacts image, JsonWriter json) {
        json.object("Metadata");
        if (image != null) {
            json.member(
                    "Size", image.layers().stream().mapToLong(LayerFacts::size).sum());
        }
        if (distro != null) {
            json.object("OS").member("Family", TrivyNames.family(distro.id()));
            json.member("Name", distro.versionId()).endObject();
        }
        if (image != null) {
            image(image, json);
        }
        json.endObject();
    }

    private static void image(ImageFacts image, JsonWriter json) {
        json.member("ImageID", image.configDigest().toString());
        json.strings(
                "DiffIDs",
                image.layers().stream().map(l -> l.diffId().toString()).toList());
        json.stringsIfPresent("RepoTags", image.tags());
        if (image.manifestDigest() != null) {
            json.stringsIfPresent(
                    "RepoDigests",
                    image.tags().stream()
                            .map(tag -> ImageConfig.repository(tag) + "@" + image.manifestDigest())
                            .distinct()
                            .toList());
        }
        JsonValue config = ImageConfig.of(image).document();
        if (!config.isNull()) {
            json.member("ImageConfig", config);
        }
        json.array("Layers");
        for (LayerFacts layer : image.layers()) {
            json.object().member("Size", layer.size());
            if (layer.digest() != null) {
                json.member("Digest", layer.digest().toString());
            }
            json.member("DiffID", layer.diffId().toString());
            json.endObject();
        }
        json.endArray();
    }
}
