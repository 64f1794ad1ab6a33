package org.drydock.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.policy.Gate;
import org.drydock.vuln.Namespaces;

/**
 * The counts of a report. Findings that are fixed or not affected are counted apart and nowhere else.
 *
 * @param packages how many packages of each type there are, types without packages left out
 * @param bySeverity how many findings stand, for each severity
 * @param fixable how many of them have a version that mends them
 * @param knownExploited how many of them are known to be exploited
 * @param vulnerabilities how many different vulnerabilities they are about
 * @param affectedPackages how many different packages they are about
 * @param settled how many findings are fixed or not affected
 * @param unmatched packages that no advisory data was there for, by type: nothing is known of their vulnerabilities
 */
public record Summary(
        Map<PackageType, Integer> packages,
        Map<Severity, Integer> bySeverity,
        int fixable,
        int knownExploited,
        int vulnerabilities,
        int affectedPackages,
        Map<Status, Integer> settled,
        Map<PackageType, Integer> unmatched) {
    private static final Set<String> LANGUAGES = Arrays.stream(PackageType.values())
            .flatMap(type -> Namespaces.ofLanguage(type).stream())
            .collect(Collectors.toUnmodifiableSet());

    public Summary {
        packages = sorted(packages);
        bySeverity = sorted(bySeverity);
        settled = sorted(settled);
        unmatched = sorted(unmatched);
    }

    public static Summary of(ScanReport report) {
        Map<PackageType, Integer> packages = new EnumMap<>(PackageType.class);
        for (Package installed : report.inventory().packages()) {
            packages.merge(installed.type(), 1, Integer::sum);
        }
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, 0);
        }
        Map<Status, Integer> settled = new EnumMap<>(Status.class);
        List<PackageVulnerability> all = PackageVulnerability.of(report);
        all.stream()
                .filter(v -> !Gate.stands(v.finding()))
                .forEach(v -> settled.merge(v.finding().status(), 1, Integer::sum));
        List<PackageVulnerability> standing =
                all.stream().filter(v -> Gate.stands(v.finding())).toList();
        standing.forEach(v -> bySeverity.merge(v.finding().severity(), 1, Integer::sum));
        return new Summary(
                packages,
                bySeverity,
                (int) standing.stream()
                        .filter(v -> !v.detail().fixedVersions().isEmpty())
                        .count(),
                (int) standing.stream()
                        .filter(PackageVulnerability::isKnownExploited)
                        .count(),
                (int) standing.stream().map(v -> v.finding().rule()).distinct().count(),
                (int) standing.stream().map(v -> v.subject().key()).distinct().count(),
                settled,
                unmatched(report, packages));
    }

    /** How many findings stand. */
    public int findings() {
        return sum(bySeverity);
    }

    /** How many packages there are. */
    public int allPackages() {
        return sum(packages);
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<PackageType, Integer> unmatched(ScanReport report, Map<PackageType, Integer> packages) {
        if (!report.vulnerabilitiesExamined()) {
            return Map.of();
        }
        Map<PackageType, Integer> unmatched = new TreeMap<>(packages);
        report.data().stream()
                .flatMap(data -> data.namespaces().stream())
                .forEach(namespace -> unmatched.keySet().removeIf(type -> speaksOf(namespace, type)));
        return unmatched;
    }

    /** Whether data about a namespace could say anything of packages of a type. */
    private static boolean speaksOf(String namespace, PackageType type) {
        return type.isOperatingSystem()
                ? !LANGUAGES.contains(namespace)
                : Namespaces.ofLanguage(type).filter(namespace::equals).isPresent();
    }

    private static <K extends Comparable<K>> Map<K, Integer> sorted(Map<K, Integer> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
