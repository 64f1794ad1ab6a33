package org.drydock.report.cyclonedx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;
import org.drydock.report.VulnerabilityPage;
import org.drydock.report.cyclonedx.Bom.Affected;
import org.drydock.report.cyclonedx.Bom.Property;
import org.drydock.report.cyclonedx.Bom.Rating;
import org.drydock.report.cyclonedx.Bom.Reference;
import org.drydock.report.cyclonedx.Bom.Vulnerability;
import org.jspecify.annotations.Nullable;

/** One vulnerability for each id, status and suppression, with all packages of which that is said. */
final class Vulnerabilities {
    private static final int SUPPRESSION_BYTES = 4;

    private Vulnerabilities() {}

    private record Key(String rule, Status status, String suppression) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::rule).thenComparing(Key::status).thenComparing(Key::suppression);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        String ref() {
            return rule + "#" + status.word() + (suppression.isEmpty() ? "" : "#" + suppression);
        }
    }

    /** What is said alike of several packages. */
    private record Same(@Nullable Suppression suppression, List<PackageVulnerability> of) {
        Same(@Nullable Suppression suppression) {
            this(suppression, new ArrayList<>());
        }
    }

    static List<Vulnerability> of(ScanReport report, ComponentRefs refs) {
        Map<Key, Same> grouped = new TreeMap<>();
        for (PackageVulnerability v : PackageVulnerability.of(report)) {
            Key key = new Key(v.finding().rule(), v.finding().status(), "");
            grouped.computeIfAbsent(key, _ -> new Same(null)).of().add(v);
        }
        for (PackageVulnerability.Suppressed s : PackageVulnerability.suppressed(report)) {
            PackageVulnerability v = s.vulnerability();
            Key key = new Key(v.finding().rule(), v.finding().status(), name(s.suppression()));
            grouped.computeIfAbsent(key, _ -> new Same(s.suppression())).of().add(v);
        }
        List<Vulnerability> vulnerabilities = new ArrayList<>();
        grouped.forEach((key, same) -> vulnerabilities.add(one(key, same, refs)));
        return vulnerabilities;
    }

    private static String name(Suppression suppression) {
        return HexFormat.of().formatHex(PackageIndex.sha256(suppression.toString()), 0, SUPPRESSION_BYTES);
    }

    private static Vulnerability one(Key key, Same same, ComponentRefs refs) {
        VulnerabilityPage page = page(key.rule(), "");
        return new Vulnerability(
                key.ref(),
                new Reference(key.rule(), page.publisher(), page.address()),
                references(key.rule(), same.of()),
                ratings(same.of()),
                cwes(same.of()),
                same.of().getFirst().detail().summary(),
                advisories(same.of()),
                Analyses.of(key.status(), same.suppression()),
                same.of().stream().map(v -> affected(v, refs)).toList(),
                properties(same));
    }

    private static VulnerabilityPage page(String id, String unknownPublisher) {
        return VulnerabilityPage.of(id).orElse(new VulnerabilityPage(unknownPublisher, ""));
    }

    private static List<Reference> references(String rule, List<PackageVulnerability> same) {
        Set<String> others = new LinkedHashSet<>();
        same.forEach(v -> others.addAll(v.detail().ids()));
        others.remove(rule);
        return others.stream()
                .map(id -> new Reference(
                        id, page(id, "other").publisher(), page(id, "").address()))
                .toList();
    }

    private static List<Rating> ratings(List<PackageVulnerability> same) {
        Set<Rating> ratings = new LinkedHashSet<>();
        same.forEach(v -> ratings.addAll(ratings(v)));
        return List.copyOf(ratings);
    }

    /** The severity that the finding carries first, then what else has been stated. */
    private static List<Rating> ratings(PackageVulnerability v) {
        List<Rating> ratings = new ArrayList<>();
        String reported = Bom.word(v.finding().severity());
        for (CvssScore score : v.detail().cvss()) {
            String severity = Bom.word(Severity.ofCvss(score.score(), major(score)));
            ratings.add(new Rating(score.source(), score.score(), severity, method(score.version()), score.vector()));
        }
        if (ratings.isEmpty() || !ratings.getFirst().severity().equals(reported)) {
            ratings.addFirst(new Rating(v.detail().severitySource(), null, reported, "other", ""));
        }
        return ratings;
    }

    private static int major(CvssScore score) {
        return score.version().startsWith("2") ? 2 : score.version().startsWith("4") ? 4 : 3;
    }

    private static String method(String version) {
        return switch (version) {
            case "2.0" -> "CVSSv2";
            case "3.0" -> "CVSSv3";
            case "3.1" -> "CVSSv31";
            case "4.0" -> "CVSSv4";
            default -> "other";
        };
    }

    private static List<Integer> cwes(List<PackageVulnerability> same) {
        Set<Integer> numbers = new TreeSet<>();
        same.stream().flatMap(v -> v.detail().cwes().stream()).forEach(cwe -> {
            String digits = cwe.startsWith("CWE-") ? cwe.substring("CWE-".length()) : "";
            boolean number = !digits.isEmpty()
                    && digits.length() < 6
                    && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    && !digits.startsWith("0");
            if (number) {
                numbers.add(Integer.valueOf(digits));
            }
        });
        return List.copyOf(numbers);
    }

    private static List<String> advisories(List<PackageVulnerability> same) {
        return same.stream()
                .flatMap(v -> v.detail().references().stream())
                .filter(VulnerabilityPage::isUsable)
                .distinct()
                .toList();
    }

    private static Affected affected(PackageVulnerability v, ComponentRefs refs) {
        boolean affected = v.finding().status() != Status.FIXED && v.finding().status() != Status.NOT_AFFECTED;
        return new Affected(
                refs.of(v.subject()),
                Boms.version(v.subject().version()),
                affected,
                v.detail().fixedVersions().stream()
                        .filter(fixed -> !fixed.equals(v.subject().version())
                                && !Boms.version(fixed).isEmpty())
                        .toList());
    }

    private static List<Property> properties(Same same) {
        List<Property> properties = new ArrayList<>();
        Threat threat = same.of().getFirst().detail().threat();
        if (threat.knownExploited() != null) {
            String date = threat.knownExploited();
            properties.add(new Property("drydock:known-exploited", date.isEmpty() ? "yes" : date));
        }
        if (threat.epss() != null && threat.epssPercentile() != null) {
            properties.add(new Property("drydock:epss:score", threat.epss().toString()));
            properties.add(new Property(
                    "drydock:epss:percentile", threat.epssPercentile().toString()));
        }
        if (threat.risk() > 0) {
            properties.add(new Property("drydock:risk", String.valueOf(threat.risk())));
        }
        if (same.suppression() != null) {
            properties.add(new Property(
                    "drydock:suppressed:kind", same.suppression().kind().word()));
            properties.add(
                    new Property("drydock:suppressed:origin", same.suppression().origin()));
            properties.add(
                    new Property("drydock:suppressed:owner", same.suppression().owner()));
            properties.add(new Property(
                    "drydock:suppressed:expires", same.suppression().expires()));
        }
        same.of().stream()
                .flatMap(v -> v.detail().sources().stream())
                .map(source -> source.source() + " " + source.id())
                .distinct()
                .sorted()
                .forEach(text -> properties.add(new Property("drydock:stated-by", text)));
        return properties;
    }
}
