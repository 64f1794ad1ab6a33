package org.drydock.vuln.feed.osv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Reads answers of GitHub's REST interface to global security advisories: a page of them, or one.
 *
 * @see <a href="https://docs.github.com/en/rest/security-advisories/global-advisories">Global security advisories</a>
 */
public final class GithubAdvisoryParser implements FeedParser {
    private static final int MAX_REFERENCES = 10;
    private static final Map<String, String> ECOSYSTEMS = Map.ofEntries(
            Map.entry("pip", "pypi"),
            Map.entry("rust", "crates.io"),
            Map.entry("composer", "packagist"),
            Map.entry("erlang", "hex"),
            Map.entry("actions", "github-actions"),
            Map.entry("swift", "swifturl"),
            Map.entry("go", "go"),
            Map.entry("maven", "maven"),
            Map.entry("npm", "npm"),
            Map.entry("nuget", "nuget"),
            Map.entry("pub", "pub"),
            Map.entry("rubygems", "rubygems"));

    @Override
    public String format() {
        return "github-advisories";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("ghsa_id") || start.json().has("[]", "ghsa_id");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        JsonValue json = FeedJson.whole(in, place);
        if (json instanceof JsonValue.JsonArray page) {
            page.elements().forEach(record -> record(record, place, sink));
        } else {
            record(json, place, sink);
        }
    }

    private static void record(JsonValue json, String place, FeedSink sink) {
        String id = json.get("ghsa_id").text("").strip();
        if (!FeedText.isName(id)) {
            sink.diagnostic(Diagnostic.notExamined("github-advisory-unreadable", place, "a record has no usable id"));
            return;
        }
        if (!json.get("withdrawn_at").isNull()) {
            sink.withdrawn(id);
            return;
        }
        String cve = json.get("cve_id").text("").strip();
        List<Affected> affected = new ArrayList<>();
        for (JsonValue vulnerability : json.get("vulnerabilities").elements()) {
            affected(vulnerability, id, place, sink).ifPresent(affected::add);
        }
        sink.advisory(new Advisory(
                id,
                FeedText.isName(cve) ? List.of(cve) : List.of(),
                List.of(),
                FeedText.oneLine(json.get("summary").text("")),
                ratings(json),
                Stream.concat(Stream.of(json.get("html_url")), json.get("references").elements().stream())
                        .map(address ->
                                address.text(address.get("url").text("")).strip())
                        .filter(FeedText::isAddress)
                        .distinct()
                        .limit(MAX_REFERENCES)
                        .toList(),
                FeedText.oneLine(json.get("published_at").text("")),
                FeedText.oneLine(json.get("updated_at").text("")),
                affected,
                json.get("cwes").elements().stream()
                        .map(cwe -> cwe.get("cwe_id").text("").strip())
                        .filter(FeedText::isName)
                        .limit(MAX_REFERENCES)
                        .toList()));
    }

    private static List<Rating> ratings(JsonValue json) {
        Set<Rating> ratings = new LinkedHashSet<>();
        for (JsonValue cvss : List.of(
                json.get("cvss_severities").get("cvss_v4"),
                json.get("cvss_severities").get("cvss_v3"),
                json.get("cvss"))) {
            String vector = FeedText.oneLine(cvss.get("vector_string").text(""));
            if (!vector.isEmpty()) {
                ratings.add(new Rating("cvss", vector));
            }
        }
        String word = json.get("severity").text("").toLowerCase(Locale.ROOT);
        if (Severity.ofWord(word).isPresent()) {
            ratings.add(new Rating("word", word));
        }
        return List.copyOf(ratings);
    }

    private static Optional<Affected> affected(JsonValue json, String id, String place, FeedSink sink) {
        String ecosystem = json.get("package").get("ecosystem").text("").toLowerCase(Locale.ROOT);
        String name = json.get("package").get("name").text("").strip();
        String namespace = ECOSYSTEMS.getOrDefault(ecosystem, "");
        String stated = json.get("vulnerable_version_range").text("");
        Optional<Affected.Range> range = GithubRange.parse(stated);
        if (namespace.isEmpty() || !FeedText.isName(name) || range.isEmpty()) {
            sink.diagnostic(Diagnostic.notExamined(
                    "github-package-unreadable",
                    place,
                    id + ": not a package and its versions: "
                            + FeedText.oneLine(ecosystem + " " + name + " " + stated)));
            return Optional.empty();
        }
        return Optional.of(new Affected(
                namespace,
                Namespaces.normaliseName(namespace, name),
                Status.AFFECTED,
                List.of(range.get()),
                List.of(),
                null,
                List.of()));
    }
}
