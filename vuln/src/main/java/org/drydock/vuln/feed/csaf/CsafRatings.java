package org.drydock.vuln.feed.csaf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.core.Severity;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.feed.FeedText;

/** What a document says of severity: CVSS vectors, and the vendor's own word for the impact. */
final class CsafRatings {
    private static final int MAX = 8;

    private CsafRatings() {}

    static List<Rating> ofVulnerability(JsonValue vulnerability, JsonValue document) {
        Set<Rating> ratings = new LinkedHashSet<>();
        for (JsonValue score : vulnerability.get("scores").elements()) {
            vectors(score, ratings);
        }
        for (JsonValue metric : vulnerability.get("metrics").elements()) {
            vectors(metric.get("content"), ratings);
        }
        if (vulnerability.get("threats").elements().stream().noneMatch(CsafRatings::isImpact)) {
            ratings.addAll(ofDocument(document));
        }
        return new ArrayList<>(ratings).subList(0, Math.min(MAX, ratings.size()));
    }

    static List<Rating> ofDocument(JsonValue document) {
        return word(document.get("document")
                        .get("aggregate_severity")
                        .get("text")
                        .text(""))
                .stream()
                .toList();
    }

    static boolean isImpact(JsonValue threat) {
        return threat.get("category").text("").equals("impact");
    }

    /** A word such as {@code Important}; empty if it is none that means a severity. */
    static Optional<Rating> word(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return Severity.ofWord(lower).isPresent() ? Optional.of(new Rating("word", lower)) : Optional.empty();
    }

    private static void vectors(JsonValue score, Set<Rating> ratings) {
        Stream.of("cvss_v4", "cvss_v3", "cvss_v2")
                .map(version ->
                        FeedText.oneLine(score.get(version).get("vectorString").text("")))
                .filter(vector -> !vector.isEmpty())
                .forEach(vector -> ratings.add(new Rating("cvss", vector)));
    }
}
