package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.json.JsonValue;

/**
 * CycloneDX in JSON, of any version.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6, JSON</a>
 */
final class CycloneDxJson {
    private final CycloneDxDocument document;

    private CycloneDxJson(CycloneDxDocument document) {
        this.document = document;
    }

    static void read(JsonValue json, Document document) {
        CycloneDxJson reader = new CycloneDxJson(new CycloneDxDocument(document));
        JsonValue target = json.get("metadata").get("component");
        if (!target.isNull()) {
            for (JsonValue property : target.get("properties").elements()) {
                reader.document.targetProperty(
                        property.get("name").text(""), property.get("value").text(""));
            }
        }
        reader.components(json.get("components"), "components");
    }

    private void components(JsonValue components, String place) {
        int index = 0;
        for (JsonValue component : components.elements()) {
            String here = place + "[" + index++ + "]";
            document.add(component(component, here));
            components(component.get("components"), here + ".components");
        }
    }

    private static Component component(JsonValue json, String place) {
        Map<String, String> properties = new TreeMap<>();
        for (JsonValue property : json.get("properties").elements()) {
            properties.putIfAbsent(
                    property.get("name").text(""), property.get("value").text(""));
        }
        List<String> paths = new ArrayList<>();
        for (JsonValue occurrence : json.get("evidence").get("occurrences").elements()) {
            occurrence.get("location").text().ifPresent(paths::add);
        }
        Map<String, String> hashes = new TreeMap<>();
        for (JsonValue hash : json.get("hashes").elements()) {
            hashes.put(hash.get("alg").text(""), hash.get("content").text(""));
        }
        String description = json.get("description").text("");
        if (!description.isEmpty()) {
            properties.putIfAbsent(CycloneDxDocument.DESCRIPTION, description);
        }
        return new Component(
                json.get("type").text(""),
                json.get("group").text(""),
                json.get("name").text(""),
                json.get("version").text(""),
                json.get("purl").text(""),
                licenses(json.get("licenses")),
                properties,
                paths,
                hashes,
                place);
    }

    private static List<String> licenses(JsonValue json) {
        List<String> licenses = new ArrayList<>();
        for (JsonValue choice : json.elements()) {
            JsonValue license = choice.get("license");
            String stated = license.get("id")
                    .text(license.get("name").text(choice.get("expression").text("")));
            if (!stated.isEmpty()) {
                licenses.add(stated);
            }
        }
        return licenses;
    }
}
