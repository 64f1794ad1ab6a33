package org.drydock.vuln.feed.nvd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Applicability;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.cpe.Cpe;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;
import org.jspecify.annotations.Nullable;

/**
 * Which products in which versions a vulnerability is in. Where a configuration joins nodes by AND, each statement says
 * of which products of the other nodes one must be there. Of more than two nodes, or of more products than can be told,
 * the rest is left out: the statement then holds more often, never less.
 *
 * @see <a href="https://nvd.nist.gov/developers/vulnerabilities">Configurations, in the shape's description</a>
 */
final class NvdConfigurations {
    private static final int MAX_BESIDE = 256;
    private static final int MAX_STATEMENTS = 100_000;

    private final String id;
    private final String place;
    private final FeedSink sink;
    private final Map<Statement, Versions> statements = new LinkedHashMap<>();

    NvdConfigurations(String id, String place, FeedSink sink) {
        this.id = id;
        this.place = place;
        this.sink = sink;
    }

    private record Statement(String name, Status status, Applicability applicability) {}

    private record Versions(Set<Affected.Range> ranges, Set<String> listed) {}

    List<Affected> affected(JsonValue configurations) {
        for (JsonValue configuration : configurations.elements()) {
            List<JsonValue> nodes = configuration.get("nodes").elements();
            boolean all = configuration.get("operator").text("").equalsIgnoreCase("AND");
            for (int i = 0; i < nodes.size(); i++) {
                node(nodes.get(i), all && nodes.size() > 1 ? nodes.get(i == 0 ? 1 : 0) : null);
            }
        }
        List<Affected> affected = new ArrayList<>();
        statements.forEach((statement, versions) -> affected.add(new Affected(
                Namespaces.CPE,
                statement.name,
                statement.status,
                List.copyOf(versions.ranges),
                List.copyOf(versions.listed),
                null,
                List.of(),
                statement.applicability)));
        return affected;
    }

    private void node(JsonValue node, @Nullable JsonValue other) {
        List<JsonValue> matches = node.get("cpeMatch").elements();
        List<String> beside =
                other == null ? List.of() : names(other.get("cpeMatch").elements(), false);
        if (other == null && node.get("operator").text("").equalsIgnoreCase("AND")) {
            beside = names(matches, true);
        }
        if (node.get("negate").isTrue()) {
            sink.diagnostic(Diagnostic.warning(
                    "nvd-negated", place, id + " has a negated configuration; it is read as if it were not negated"));
        }
        for (JsonValue match : matches) {
            if (match.get("vulnerable").isTrue()) {
                match(match, beside);
            }
        }
    }

    /** What must be there beside; too many to tell are as good as none. */
    private static List<String> names(List<JsonValue> matches, boolean onlySound) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonValue match : matches) {
            if (onlySound && match.get("vulnerable").isTrue()) {
                continue;
            }
            Optional<Cpe> cpe = Cpe.parse(match.get("criteria").text(""));
            if (cpe.isEmpty()) {
                return List.of();
            }
            names.add(cpe.get().formatted());
        }
        return names.size() > MAX_BESIDE ? List.of() : List.copyOf(names);
    }

    private void match(JsonValue match, List<String> beside) {
        String criteria = match.get("criteria").text("");
        Cpe cpe = Cpe.parse(criteria).orElse(null);
        String name = cpe == null ? "" : Namespaces.normaliseName(Namespaces.CPE, cpe.vendor() + ":" + cpe.product());
        if (cpe == null || !FeedText.isName(name)) {
            sink.diagnostic(Diagnostic.notExamined(
                    "nvd-cpe-unreadable", place, id + ": not the name of a product: " + FeedText.oneLine(criteria)));
            return;
        }
        if (statements.size() >= MAX_STATEMENTS) {
            sink.diagnostic(Diagnostic.notExamined(
                    "nvd-too-many-statements", place, id + " names too many products; the rest is left out"));
            return;
        }
        Applicability applicability = new Applicability(cpe.anyVersion().formatted(), beside);
        Affected.Range range = range(match, cpe);
        boolean unversioned = range == null && cpe.version().equals(Cpe.NONE);
        Statement statement = new Statement(name, unversioned ? Status.UNKNOWN : Status.AFFECTED, applicability);
        Versions versions =
                statements.computeIfAbsent(statement, _ -> new Versions(new LinkedHashSet<>(), new LinkedHashSet<>()));
        if (range != null) {
            versions.ranges.add(range);
        } else if (unversioned) {
            versions.ranges.add(new Affected.Range("0", null, null));
        } else {
            versions.listed.add(NvdVersions.written(cpe));
        }
    }

    /** Null if the name of the product itself says the version. */
    private static Affected.@Nullable Range range(JsonValue match, Cpe cpe) {
        String from = match.get("versionStartIncluding").text("").strip();
        String after = match.get("versionStartExcluding").text("").strip();
        String before = match.get("versionEndExcluding").text("").strip();
        String upTo = match.get("versionEndIncluding").text("").strip();
        if (from.isEmpty() && after.isEmpty() && before.isEmpty() && upTo.isEmpty()) {
            return cpe.version().equals(Cpe.ANY) ? new Affected.Range("0", null, null) : null;
        }
        String introduced = !from.isEmpty() ? from : !after.isEmpty() ? after : "0";
        boolean exclusive = from.isEmpty() && !after.isEmpty();
        String fixed = before.isEmpty() ? null : before;
        String last = !before.isEmpty() || upTo.isEmpty() ? null : upTo;
        return new Affected.Range(introduced, fixed, last, exclusive);
    }
}
