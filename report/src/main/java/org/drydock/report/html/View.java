package org.drydock.report.html;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Severity;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.policy.Gate;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.Summary;
import org.jspecify.annotations.Nullable;

/**
 * What all sections look at.
 *
 * @param all every vulnerability, the most pressing first, folded ones last
 * @param byPackage how many findings stand, by the key of the package
 * @param gaps what the report cannot speak of
 */
record View(
        ScanReport report, Summary summary, List<PackageVulnerability> all, Map<String, Integer> byPackage, Gaps gaps) {
    /** Worst first: the order in which people want to read severities. */
    static final List<Severity> SEVERITIES = List.of(
            Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NEGLIGIBLE, Severity.UNKNOWN);

    private static final Comparator<PackageVulnerability> ORDER = Comparator.comparing(
                    (PackageVulnerability v) -> !v.detail().folded().isEmpty())
            .thenComparing(PackageVulnerability.BY_RISK);

    static View of(ScanReport report) {
        Summary summary = Summary.of(report);
        List<PackageVulnerability> all =
                PackageVulnerability.of(report).stream().sorted(ORDER).toList();
        Map<String, Integer> byPackage = new HashMap<>();
        for (PackageVulnerability v : all) {
            if (Gate.stands(v.finding())) {
                byPackage.merge(v.subject().key(), 1, Integer::sum);
            }
        }
        return new View(report, summary, all, byPackage, Gaps.of(report, summary));
    }

    /** Those that are neither fixed nor not affected. */
    List<PackageVulnerability> standing() {
        return all.stream().filter(v -> Gate.stands(v.finding())).toList();
    }

    int findingsOf(PackageSubject subject) {
        return byPackage.getOrDefault(subject.key(), 0);
    }

    @Nullable
    BaseImage base() {
        ImageFacts image = report.target().image();
        return image == null ? null : image.base();
    }

    boolean isNew(PackageVulnerability v) {
        return report.comparison() != null && report.comparison().isNew(v.finding());
    }

    /** How many findings stand in each layer, by severity; a finding counts where its package was seen first. */
    Map<Integer, Map<Severity, Integer>> byLayer() {
        Map<Integer, Map<Severity, Integer>> layers = new TreeMap<>();
        for (PackageVulnerability v : standing()) {
            LayerOrigin layer = layerOf(v);
            if (layer != null) {
                layers.computeIfAbsent(layer.index(), _ -> new TreeMap<>())
                        .merge(v.finding().severity(), 1, Integer::sum);
            }
        }
        return layers;
    }

    static @Nullable LayerOrigin layerOf(PackageVulnerability v) {
        return v.subject().locations().getFirst().layer();
    }
}
