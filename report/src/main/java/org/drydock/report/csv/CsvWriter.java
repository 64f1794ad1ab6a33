package org.drydock.report.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Location;
import org.drydock.core.Suppression;
import org.drydock.policy.Gate;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.VulnerabilityPage;
import org.jspecify.annotations.Nullable;

/**
 * Writes one row for each finding, the most pressing first: those that stand, then settled ones, then those set aside,
 * then those that a baseline had and that are gone. The column {@code state} tells them apart. Several values in a cell
 * have a blank between them; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class CsvWriter implements ReportWriter {
    private static final List<String> COLUMNS = List.of(
            "state",
            "new",
            "severity",
            "risk",
            "id",
            "aliases",
            "status",
            "type",
            "package",
            "version",
            "fixed_versions",
            "path",
            "layer",
            "created_by",
            "purl",
            "cvss_version",
            "cvss_score",
            "cvss_vector",
            "epss",
            "epss_percentile",
            "known_exploited",
            "ransomware",
            "cwes",
            "title",
            "url",
            "suppressed_by",
            "suppression_reason",
            "fingerprint",
            "target");

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        CsvRows rows = new CsvRows();
        rows.row(COLUMNS);
        for (PackageVulnerability v : PackageVulnerability.standing(report)) {
            rows.row(cells(report, "open", v, null));
        }
        for (PackageVulnerability v : PackageVulnerability.of(report)) {
            if (!Gate.stands(v.finding())) {
                rows.row(cells(report, "settled", v, null));
            }
        }
        for (PackageVulnerability.Suppressed s : PackageVulnerability.suppressed(report)) {
            rows.row(cells(report, "suppressed", s.vulnerability(), s.suppression()));
        }
        for (PackageVulnerability v : PackageVulnerability.removed(report)) {
            rows.row(cells(report, "removed", v, null));
        }
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<String> cells(
            ScanReport report, String state, PackageVulnerability v, @Nullable Suppression suppression) {
        Location at = v.subject().locations().getFirst();
        Threat threat = v.detail().threat();
        boolean scored = !v.detail().cvss().isEmpty();
        return List.of(
                state,
                report.comparison() == null ? "" : yes(report.isNew(v.finding())),
                v.finding().severity().word(),
                String.valueOf(v.risk()),
                v.finding().rule(),
                String.join(
                        " ",
                        v.detail().ids().stream()
                                .filter(id -> !id.equals(v.finding().rule()))
                                .toList()),
                v.finding().status().word(),
                v.subject().type(),
                v.subject().name(),
                v.subject().version(),
                String.join(" ", v.detail().fixedVersions()),
                at.path(),
                at.layer() == null ? "" : String.valueOf(at.layer().index()),
                at.layer() == null ? "" : at.layer().createdBy(),
                v.subject().purl().toString(),
                scored ? v.detail().cvss().getFirst().version() : "",
                scored ? String.valueOf(v.score()) : "",
                scored ? v.detail().cvss().getFirst().vector() : "",
                number(threat.epss()),
                number(threat.epssPercentile()),
                v.isKnownExploited() ? yesOr(threat.knownExploited()) : "",
                v.isKnownExploited() ? yes(threat.ransomware()) : "",
                String.join(" ", v.detail().cwes()),
                v.detail().summary(),
                VulnerabilityPage.addressOf(v.finding().rule()),
                suppression == null ? "" : suppression.origin(),
                suppression == null ? "" : suppression.reason(),
                v.finding().fingerprint(),
                report.target().name());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String yesOr(@Nullable String date) {
        return date == null || date.isEmpty() ? "yes" : date;
    }
}
