package org.drydock.vuln.feed.csaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;

/**
 * One document on its way to advisories. A document on one vulnerability becomes that vulnerability's advisory. An erratum
 * stays one under its own id: vulnerabilities that it mends in the same packages share its statements, and what it says of
 * each of them beside follows as advisories without packages.
 */
final class CsafDocument {
    private static final int MAX_REFERENCES = 10;

    private final JsonValue json;
    private final String place;
    private final FeedSink sink;
    private final String id;
    private final String summary;
    private final String modified;
    private final String released;
    private final CsafProductTree tree;
    private final Set<String> strangers = new LinkedHashSet<>();

    CsafDocument(JsonValue json, String place, FeedSink sink) {
        this.json = json;
        this.place = place;
        this.sink = sink;
        JsonValue tracking = json.get("document").get("tracking");
        this.id = tracking.get("id").text("").strip();
        this.summary = FeedText.oneLine(json.get("document").get("title").text(""));
        this.modified = FeedText.oneLine(tracking.get("current_release_date").text(""));
        this.released = FeedText.oneLine(tracking.get("initial_release_date").text(""));
        this.tree = new CsafProductTree(json.get("product_tree"));
    }

    void tell() {
        boolean erratum = FeedText.isName(id) && AdvisoryKind.of(id) == AdvisoryKind.ERRATUM;
        Map<List<Affected>, List<String>> mended = new LinkedHashMap<>();
        for (JsonValue vulnerability : json.get("vulnerabilities").elements()) {
            String name = vulnerability.get("cve").text("").strip();
            if (name.isEmpty()) {
                name = vulnerability.get("ids").elements().isEmpty()
                        ? id
                        : vulnerability
                                .get("ids")
                                .elements()
                                .getFirst()
                                .get("text")
                                .text("");
            }
            if (!FeedText.isName(name)) {
                sink.diagnostic(Diagnostic.notExamined(
                        "csaf-vulnerability-unreadable", place, "a vulnerability has no usable id"));
                continue;
            }
            List<Affected> affected = new CsafVulnerability(vulnerability, tree, strangers).affected();
            if (erratum) {
                mended.computeIfAbsent(affected, _ -> new ArrayList<>()).add(name);
            }
            tell(name, vulnerability, erratum ? List.of() : affected);
        }
        mended.forEach((affected, names) -> {
            if (!affected.isEmpty()) {
                tellErratum(names, affected);
            }
        });
        if (!strangers.isEmpty()) {
            sink.diagnostic(Diagnostic.notExamined(
                    "csaf-product-unknown",
                    place,
                    id + ": " + strangers.size() + " products are no packages that are known here, for example "
                            + FeedText.oneLine(strangers.iterator().next())));
        }
    }

    private void tell(String name, JsonValue vulnerability, List<Affected> affected) {
        String title = FeedText.oneLine(vulnerability.get("title").text(""));
        String weakness = vulnerability.get("cwe").get("id").text("").strip();
        sink.advisory(new Advisory(
                name,
                List.of(),
                List.of(),
                title.isEmpty() ? summary : title,
                CsafRatings.ofVulnerability(vulnerability, json),
                references(vulnerability),
                first(vulnerability.get("release_date").text(""), released),
                modified,
                affected,
                FeedText.isName(weakness) ? List.of(weakness) : List.of()));
    }

    private void tellErratum(List<String> names, List<Affected> affected) {
        List<Rating> ratings = CsafRatings.ofDocument(json);
        sink.advisory(new Advisory(
                id,
                List.of(),
                names,
                summary,
                ratings,
                references(json.get("document")),
                released,
                modified,
                affected));
    }

    private static List<String> references(JsonValue json) {
        return json.get("references").elements().stream()
                .map(reference -> reference.get("url").text("").strip())
                .filter(FeedText::isAddress)
                .distinct()
                .limit(MAX_REFERENCES)
                .toList();
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : FeedText.oneLine(one);
    }
}
