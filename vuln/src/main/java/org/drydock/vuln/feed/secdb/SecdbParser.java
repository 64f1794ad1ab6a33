package org.drydock.vuln.feed.secdb;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.JsonOutline;
import org.drydock.vuln.feed.RecordBudget;

/**
 * Reads the security databases of Alpine and of the distributions that took over its shape (Wolfi, Chainguard, MinimOS): for each
 * source package the versions that mend something, and what they mend. They list fixes alone.
 *
 * @see <a href="https://secdb.alpinelinux.org/">Alpine's security database</a>
 */
public final class SecdbParser implements FeedParser {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 2_000_000;

    @Override
    public String format() {
        return "alpine-secdb";
    }

    @Override
    public boolean recognises(FeedStart start) {
        JsonOutline outline = start.json();
        return outline.has("packages", "[]", "pkg", "secfixes")
                || (outline.has("packages")
                        && outline.hasAny("urlprefix", "apkurl")
                        && outline.hasAny("reponame", "distroversion"));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        JsonValue json;
        try {
            json = JsonReader.read(new RecordBudget(in, place, MAX_BYTES, MAX_VALUES), place);
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
        Repository repository = Repository.of(json, place);
        sink.source(repository.source());
        Map<String, List<Affected>> byId = new LinkedHashMap<>();
        SecdbIds ids = new SecdbIds();
        for (JsonValue entry : json.get("packages").elements()) {
            fixes(entry.get("pkg"), repository.namespace(), place, sink, ids, byId);
        }
        byId.forEach((id, affected) -> sink.advisory(new Advisory(
                id,
                ids.aliases(id),
                List.of(),
                "",
                List.of(),
                List.of(),
                "",
                "",
                affected.stream().distinct().toList())));
    }

    private static void fixes(
            JsonValue pkg,
            String namespace,
            String place,
            FeedSink sink,
            SecdbIds ids,
            Map<String, List<Affected>> byId) {
        String name = pkg.get("name").text("");
        if (!FeedText.isName(name)) {
            sink.diagnostic(Diagnostic.notExamined("secdb-package-unreadable", place, "a package has no usable name"));
            return;
        }
        pkg.get("secfixes").members().forEach((version, issues) -> {
            if (version.isBlank()) {
                sink.diagnostic(
                        Diagnostic.notExamined("secdb-version-missing", place, name + " has fixes without a version"));
                return;
            }
            for (JsonValue issue : issues.elements()) {
                ids.read(issue.text(""))
                        .ifPresentOrElse(
                                id -> byId.computeIfAbsent(id, _ -> new ArrayList<>())
                                        .add(fix(namespace, name, version.strip())),
                                () -> sink.diagnostic(Diagnostic.notExamined(
                                        "secdb-id-unreadable",
                                        place,
                                        name + ": not an id: " + FeedText.oneLine(issue.text("")))));
            }
        });
    }

    private static Affected fix(String namespace, String name, String version) {
        boolean never = version.equals("0");
        return new Affected(
                namespace,
                Namespaces.normaliseName(namespace, name),
                never ? Status.NOT_AFFECTED : Status.AFFECTED,
                never ? List.of() : List.of(new Affected.Range("0", version, null)),
                List.of(),
                null,
                List.of());
    }

    /** Which repository of which distribution a document is about. */
    private record Repository(String distribution, String release, String name) {
        static Repository of(JsonValue json, String place) {
            String addresses =
                    (json.get("urlprefix").text("") + " " + json.get("apkurl").text("")).toLowerCase(Locale.ROOT);
            String name = FeedText.namePart(json.get("reponame").text(""));
            String distribution = "alpine";
            for (String rolling : List.of("wolfi", "chainguard", "minimos")) {
                distribution = addresses.contains(rolling) || name.equals(rolling) ? rolling : distribution;
            }
            if (addresses.contains("mini.dev")) {
                distribution = "minimos";
            }
            String release = FeedText.namePart(json.get("distroversion").text(""));
            if (distribution.equals("alpine") && release.isEmpty()) {
                throw new FeedException(place + ": distroversion is missing: the release of the fixes is not known");
            }
            return new Repository(distribution, release.startsWith("v") ? release.substring(1) : release, name);
        }

        String namespace() {
            return distribution.equals("alpine") ? "alpine:" + release : distribution;
        }

        String source() {
            String repository = name.isEmpty() ? "" : "/" + name;
            return distribution + "-secdb" + (distribution.equals("alpine") ? "/" + release : "") + repository;
        }
    }
}
