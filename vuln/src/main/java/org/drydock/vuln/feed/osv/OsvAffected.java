package org.drydock.vuln.feed.osv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ModuleStreams;
import org.jspecify.annotations.Nullable;

/**
 * What an OSV record says of packages. Ranges over Git commits say nothing of a package's version and are passed over;
 * a package of which nothing else is said becomes a note.
 *
 * @see <a href="https://ossf.github.io/osv-schema/#affected-fields">OSV, affected fields</a>
 */
final class OsvAffected {
    /** Distributions whose records name source packages, in namespaces of binary packages. */
    private static final Set<String> SOURCE_NAMED = Set.of("suse", "suse-micro", "opensuse");

    private final String id;
    private final String place;
    private final FeedSink sink;
    private final Supplier<List<String>> streamsInText;
    private @Nullable List<String> streams;

    /** @param streamsInText the module streams that the record's text names; asked for where modules are fixed alone */
    OsvAffected(String id, String place, FeedSink sink, Supplier<List<String>> streamsInText) {
        this.id = id;
        this.place = place;
        this.sink = sink;
        this.streamsInText = streamsInText;
    }

    List<Affected> of(JsonValue affected) {
        Set<Affected> statements = new LinkedHashSet<>();
        affected.elements().forEach(element -> add(element, statements));
        return List.copyOf(statements);
    }

    private void add(JsonValue json, Set<Affected> statements) {
        String ecosystem = json.get("package").get("ecosystem").text("");
        String written = json.get("package").get("name").text("");
        if (!FeedText.isName(ecosystem) || !FeedText.isName(written)) {
            note("osv-no-package", id + " has an entry without a package");
            return;
        }
        String namespace = Namespaces.ofOsvEcosystem(ecosystem);
        String name = Namespaces.normaliseName(namespace, written);
        List<Affected.Range> ranges = ranges(json, written);
        List<String> versions = json.get("versions").elements().stream()
                .map(version -> version.text(""))
                .filter(version -> !version.isEmpty())
                .distinct()
                .toList();
        if (ranges.isEmpty() && versions.isEmpty()) {
            note("osv-no-versions", id + " does not say which versions of " + written + " are affected");
            return;
        }
        List<Advisory.Rating> ratings = OsvRatings.ofAffected(json);
        if (SOURCE_NAMED.contains(Namespaces.family(namespace))) {
            bySource(namespace, name, json, ranges, versions, ratings, statements);
            return;
        }
        List<String> fixed = ranges.stream()
                .map(Affected.Range::fixed)
                .filter(Objects::nonNull)
                .toList();
        if (!ModuleStreams.existIn(namespace) || fixed.isEmpty()) {
            statements.add(new Affected(namespace, name, Status.AFFECTED, ranges, versions, null, ratings));
            return;
        }
        for (String module : ModuleStreams.of(fixed, this::streams)) {
            statements.add(new Affected(namespace, name, Status.AFFECTED, ranges, versions, module, ratings));
        }
    }

    /** Where the binary packages and their versions are told, they are what is affected; else all that is built of it. */
    private static void bySource(
            String namespace,
            String name,
            JsonValue json,
            List<Affected.Range> ranges,
            List<String> versions,
            List<Advisory.Rating> ratings,
            Set<Affected> statements) {
        boolean named = false;
        for (JsonValue binaries : json.get("ecosystem_specific").get("binaries").elements()) {
            for (Map.Entry<String, JsonValue> binary : binaries.members().entrySet()) {
                String fixed = binary.getValue().text("").strip();
                if (FeedText.isName(binary.getKey()) && FeedText.isName(fixed)) {
                    named = true;
                    List<Affected.Range> range = List.of(new Affected.Range("0", fixed, null));
                    statements.add(
                            new Affected(namespace, binary.getKey(), Status.AFFECTED, range, List.of(), null, ratings));
                }
            }
        }
        if (!named) {
            statements.add(new Affected(
                    namespace, Namespaces.sourcePackage(name), Status.AFFECTED, ranges, versions, null, ratings));
        }
    }

    private List<Affected.Range> ranges(JsonValue affected, String name) {
        List<Affected.Range> all = new ArrayList<>();
        for (JsonValue range : affected.get("ranges").elements()) {
            if (range.get("type").text("").equals("GIT")) {
                continue;
            }
            OsvEvents events = OsvEvents.of(range.get("events"));
            if (!events.inOrder()) {
                sink.diagnostic(Diagnostic.warning(
                        "osv-events-out-of-order",
                        place,
                        id + ": the events of a range of " + name + " do not alternate; their order was guessed"));
            }
            for (Affected.Range found : events.ranges()) {
                all.add(OsvRangeEnd.of(found, range, affected));
            }
        }
        return all;
    }

    private List<String> streams() {
        List<String> known = streams;
        if (known == null) {
            known = streamsInText.get();
            streams = known;
        }
        return known;
    }

    private void note(String code, String message) {
        sink.diagnostic(Diagnostic.note(code, place, message));
    }
}
