package org.drydock.report.sarif;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Suppression;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;
import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param suppression null if it is not set aside
 */
record SarifResult(
        PackageVulnerability vulnerability, @Nullable Suppression suppression) {
    /** All of a report, the most pressing first, those set aside last. */
    static List<SarifResult> of(ScanReport report) {
        return Stream.concat(
                        PackageVulnerability.standing(report).stream().map(v -> new SarifResult(v, null)),
                        PackageVulnerability.suppressed(report).stream()
                                .sorted(Comparator.comparing(
                                        PackageVulnerability.Suppressed::vulnerability, PackageVulnerability.BY_RISK))
                                .map(s -> new SarifResult(s.vulnerability(), s.suppression())))
                .toList();
    }
}
