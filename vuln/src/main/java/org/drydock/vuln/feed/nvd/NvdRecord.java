package org.drydock.vuln.feed.nvd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;

/** One vulnerability of the National Vulnerability Database on its way to an {@link Advisory}. */
final class NvdRecord {
    private static final int MAX = 16;
    private static final int MAX_REFERENCES = 10;
    private static final List<String> METRICS =
            List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2");
    private static final List<String> BEST_REFERENCES =
            List.of("Vendor Advisory", "Third Party Advisory", "Patch", "Mitigation", "Issue Tracking");

    private final JsonValue json;
    private final String id;
    private final String place;
    private final FeedSink sink;

    NvdRecord(JsonValue json, String id, String place, FeedSink sink) {
        this.json = json;
        this.id = id;
        this.place = place;
        this.sink = sink;
    }

    Advisory advisory() {
        return new Advisory(
                id,
                List.of(),
                List.of(),
                english(json.get("descriptions")),
                ratings(),
                references(),
                FeedText.oneLine(json.get("published").text("")),
                FeedText.oneLine(json.get("lastModified").text("")),
                new NvdConfigurations(id, place, sink).affected(json.get("configurations")),
                weaknesses());
    }

    private static String english(JsonValue texts) {
        return texts.elements().stream()
                .filter(text -> text.get("lang").text("").equals("en"))
                .map(text -> FeedText.oneLine(text.get("value").text("")))
                .findFirst()
                .orElse("");
    }

    /** The newest version of CVSS first, and of each what the database itself says before what others do. */
    private List<Rating> ratings() {
        Set<Rating> ratings = new LinkedHashSet<>();
        for (String version : METRICS) {
            json.get("metrics").get(version).elements().stream()
                    .sorted(Comparator.comparing(
                            metric -> !metric.get("type").text("").equals("Primary")))
                    .forEach(metric -> {
                        String vector = FeedText.oneLine(
                                metric.get("cvssData").get("vectorString").text(""));
                        if (!vector.isEmpty()) {
                            ratings.add(new Rating(
                                    "cvss",
                                    vector,
                                    FeedText.oneLine(metric.get("source").text(""))));
                        }
                    });
        }
        return ratings.stream().limit(MAX).toList();
    }

    private List<String> weaknesses() {
        return json.get("weaknesses").elements().stream()
                .flatMap(weakness -> weakness.get("description").elements().stream())
                .map(description -> description.get("value").text("").strip())
                .filter(value -> value.startsWith("CWE-") && FeedText.isName(value))
                .distinct()
                .limit(MAX)
                .toList();
    }

    private List<String> references() {
        record Reference(int rank, String address) {}
        List<Reference> all = new ArrayList<>();
        for (JsonValue reference : json.get("references").elements()) {
            String address = reference.get("url").text("").strip();
            int rank = reference.get("tags").elements().stream()
                    .mapToInt(tag -> BEST_REFERENCES.indexOf(tag.text("")))
                    .filter(index -> index >= 0)
                    .min()
                    .orElse(BEST_REFERENCES.size());
            if (FeedText.isAddress(address)) {
                all.add(new Reference(rank, address));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingInt(Reference::rank))
                .map(Reference::address)
                .distinct()
                .limit(MAX_REFERENCES)
                .toList();
    }
}
