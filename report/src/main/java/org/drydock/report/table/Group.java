package org.drydock.report.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;

/**
 * Packages that would be told of in the very same words: one package in several places, or several packages built from
 * one source with the same vulnerabilities.
 *
 * @param names of the packages, the type and version being the same
 * @param places where they are, as text
 * @param rows their vulnerabilities, the most pressing first
 */
record Group(String type, List<String> names, String version, List<Place> places, List<Row> rows) {
    /** One vulnerability as it is shown. */
    record Row(PackageVulnerability shown, boolean isNew, String severity, String id, String fixedIn) {
        static Row of(PackageVulnerability v, ScanReport report) {
            return new Row(
                    v,
                    report.isNew(v.finding()),
                    v.finding().severity().word(),
                    v.finding().rule(),
                    v.fix());
        }

        private String words() {
            return String.join("\n", severity, id, fixedIn, shown.isKnownExploited() ? "kev" : "", isNew ? "new" : "");
        }
    }

    private static final Comparator<Group> BY_RISK =
            Comparator.comparing(g -> g.rows.getFirst().shown(), PackageVulnerability.BY_RISK);

    static List<Group> of(List<PackageVulnerability> vulnerabilities, ScanReport report) {
        Map<String, List<PackageVulnerability>> byPackage = new LinkedHashMap<>();
        for (PackageVulnerability v : vulnerabilities) {
            byPackage.computeIfAbsent(v.subject().key(), _ -> new ArrayList<>()).add(v);
        }
        Collection<Group> single =
                byPackage.values().stream().map(of -> single(of, report)).toList();
        Collection<Group> byName = fold(single, g -> List.of(g.type, g.names, g.version, g.words()));
        Collection<Group> byPlace = fold(byName, g -> List.of(g.type, g.places, g.version, g.words()));
        return byPlace.stream().sorted(BY_RISK).toList();
    }

    private static Group single(List<PackageVulnerability> ofOne, ScanReport report) {
        List<PackageVulnerability> sorted =
                ofOne.stream().sorted(PackageVulnerability.BY_RISK).toList();
        PackageVulnerability first = sorted.getFirst();
        return new Group(
                first.subject().type(),
                List.of(first.subject().name()),
                first.subject().version(),
                Place.of(first.subject().type(), first.subject().locations()),
                sorted.stream().map(v -> Row.of(v, report)).toList());
    }

    private static Collection<Group> fold(Collection<Group> groups, Function<Group, List<Object>> key) {
        Map<List<Object>, Group> folded = new LinkedHashMap<>();
        groups.forEach(g -> folded.merge(key.apply(g), g, Group::with));
        return folded.values();
    }

    private Group with(Group other) {
        return new Group(type, union(names, other.names), version, union(places, other.places), rows);
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private String words() {
        return String.join("\n\n", rows.stream().map(Row::words).toList());
    }
}
