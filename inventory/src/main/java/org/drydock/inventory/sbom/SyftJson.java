package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.inventory.Distro;
import org.drydock.json.JsonValue;

/**
 * Syft's own JSON.
 *
 * @see <a href="https://github.com/anchore/syft/tree/main/schema/json">Syft's JSON schema</a>
 */
final class SyftJson {
    private SyftJson() {}

    static void read(JsonValue json, Document document) {
        JsonValue distro = json.get("distro");
        document.distro(new Distro(
                distro.get("id").text(distro.get("name").text("")),
                texts(distro.get("idLike")),
                distro.get("versionID").text(distro.get("version").text("")),
                distro.get("versionCodename").text(""),
                distro.get("prettyName").text("")));
        JsonValue source = json.get("source");
        JsonValue target = source.get("metadata").isNull() ? source.get("target") : source.get("metadata");
        int layer = 0;
        for (JsonValue each : target.get("layers").elements()) {
            document.layer(layer++, each.get("digest").text(""));
        }
        int index = 0;
        for (JsonValue artifact : json.get("artifacts").elements()) {
            document.add(component(artifact, "artifacts[" + index++ + "]"));
        }
    }

    private static Component component(JsonValue json, String place) {
        Map<String, String> properties = new TreeMap<>();
        JsonValue metadata = json.get("metadata");
        for (String name : List.of("source", "sourceVersion", "originPackage", "sourceRpm", "maintainer")) {
            metadata.get(name).text().ifPresent(text -> properties.put("syft:metadata:" + name, text));
        }
        metadata.get("modularityLabel")
                .text()
                .ifPresent(label -> properties.put(
                        label.isEmpty() ? "drydock:rpm:modular" : "drydock:rpm:modularity",
                        label.isEmpty() ? "false" : label));
        int index = 0;
        for (JsonValue location : json.get("locations").elements()) {
            String prefix = "syft:location:" + index++ + ":";
            properties.put(prefix + "path", location.get("path").text(""));
            properties.put(prefix + "layerID", location.get("layerID").text(""));
        }
        List<String> licenses = new ArrayList<>();
        for (JsonValue license : json.get("licenses").elements()) {
            String stated = license.text(license.get("value").text(""));
            if (!stated.isEmpty()) {
                licenses.add(stated);
            }
        }
        return new Component(
                "library",
                "",
                json.get("name").text(""),
                json.get("version").text(""),
                json.get("purl").text(""),
                licenses,
                properties,
                List.of(),
                Map.of(),
                place);
    }

    /** A text, or a list of texts: the schema has changed. */
    private static List<String> texts(JsonValue json) {
        List<String> texts = new ArrayList<>();
        json.text().ifPresent(texts::add);
        json.elements().forEach(e -> e.text().ifPresent(texts::add));
        return texts;
    }
}
