package org.drydock.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonNull;
import org.drydock.report.ScanReport.ImageFacts;

/**
 * An image's configuration, as other tools repeat it in their reports.
 *
 * @param document the configuration; null-valued if its text is not JSON
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
public record ImageConfig(JsonValue document) {
    /** Reads the configuration. A text that is not JSON gives an empty one: its facts are in the report already. */
    public static ImageConfig of(ImageFacts image) {
        try {
            return new ImageConfig(
                    JsonReader.read(image.config().getBytes(StandardCharsets.UTF_8), "image configuration"));
        } catch (JsonException e) {
            return new ImageConfig(JsonNull.NULL);
        }
    }

    /** The labels, sorted. */
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        document.get("config").get("Labels").members().forEach((name, value) -> labels.put(name, value.text("")));
        return labels;
    }

    /** The repository of a tag: {@code host:5000/name} of {@code host:5000/name:tag} and {@code host:5000/name@digest}. */
    public static String repository(String tag) {
        int slash = tag.lastIndexOf('/');
        int at = tag.indexOf('@', slash + 1);
        String untagged = at < 0 ? tag : tag.substring(0, at);
        int colon = untagged.indexOf(':', slash + 1);
        return colon < 0 ? untagged : untagged.substring(0, colon);
    }
}
