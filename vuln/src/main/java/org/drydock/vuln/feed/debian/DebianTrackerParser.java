package org.drydock.vuln.feed.debian;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.JsonOutline;
import org.drydock.vuln.feed.RecordBudget;

/**
 * Reads the JSON export of Debian's security tracker: source package, then vulnerability, then release. It is read
 * package by package, so a vulnerability of several packages comes in several parts.
 *
 * @see <a href="https://security-tracker.debian.org/tracker/data/json">The export</a>
 */
public final class DebianTrackerParser implements FeedParser {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 2_000_000;

    @Override
    public String format() {
        return "debian-tracker";
    }

    @Override
    public boolean recognises(FeedStart start) {
        JsonOutline outline = start.json();
        return outline.paths().stream()
                .anyMatch(path -> path.size() == 3
                        && path.get(2).equals("releases")
                        && (path.get(1).startsWith("CVE-") || path.get(1).startsWith("TEMP-")));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        sink.source("debian-tracker");
        RecordBudget budget = new RecordBudget(in, place, MAX_BYTES, MAX_VALUES);
        try {
            JsonReader.readMembers(budget, place, (name, issues) -> {
                packageIssues(name, issues, place, sink);
                budget.next();
            });
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
    }

    private static void packageIssues(String name, JsonValue issues, String place, FeedSink sink) {
        if (!FeedText.isName(name)) {
            sink.diagnostic(Diagnostic.notExamined("debian-package-unreadable", place, "a package has no usable name"));
            return;
        }
        for (Map.Entry<String, JsonValue> issue : issues.members().entrySet()) {
            if (!FeedText.isName(issue.getKey())) {
                sink.diagnostic(Diagnostic.notExamined(
                        "debian-issue-unreadable", place, "an issue of " + name + " has no usable id"));
                continue;
            }
            List<Affected> affected = releases(name, issue, place, sink);
            if (!affected.isEmpty()) {
                sink.advisory(new Advisory(
                        issue.getKey(),
                        List.of(),
                        List.of(),
                        FeedText.oneLine(issue.getValue().get("description").text("")),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        affected));
            }
        }
    }

    private static List<Affected> releases(
            String name, Map.Entry<String, JsonValue> issue, String place, FeedSink sink) {
        List<Affected> affected = new ArrayList<>();
        issue.getValue()
                .get("releases")
                .members()
                .forEach((codename, state) -> DebianReleases.namespace(codename)
                        .ifPresentOrElse(
                                namespace -> affected.add(
                                        new DebianState(namespace, name, issue.getKey(), state).affected(place, sink)),
                                () -> sink.diagnostic(Diagnostic.notExamined(
                                        "debian-release-unknown",
                                        place,
                                        "unknown release: " + FeedText.oneLine(codename)))));
        return affected;
    }
}
