package org.drydock.report.grype;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.drydock.inventory.Distro;
import org.drydock.json.JsonWriter;
import org.drydock.policy.Gate;
import org.drydock.report.JsonOutput;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.DataSource;

/**
 * Writes the document that {@code grype -o json} writes, the most pressing match first. What Drydock does not know (CPEs)
 * is empty, as in Grype's own documents where its data has none. Findings that are fixed, not affected or set aside are
 * among the ignored matches.
 *
 * @see <a href="https://github.com/anchore/grype/tree/main/schema/grype/document/json">Grype's document schema</a>
 */
public final class GrypeWriter implements ReportWriter {
    @Override
    public String format() {
        return "grype-json";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> document(report, json));
    }

    private static void document(ScanReport report, JsonWriter json) {
        Distro distro = report.inventory().distro();
        GrypeMatch match = new GrypeMatch(distro, json);
        List<PackageVulnerability> all = PackageVulnerability.of(report).stream()
                .sorted(PackageVulnerability.BY_RISK)
                .toList();
        json.object().array("matches");
        all.stream().filter(v -> Gate.stands(v.finding())).forEach(match::write);
        json.endArray();
        List<PackageVulnerability> settled =
                all.stream().filter(v -> !Gate.stands(v.finding())).toList();
        List<PackageVulnerability.Suppressed> suppressed = PackageVulnerability.suppressed(report);
        if (!settled.isEmpty() || !suppressed.isEmpty()) {
            json.array("ignoredMatches");
            settled.forEach(match::writeIgnored);
            suppressed.forEach(match::writeSuppressed);
            json.endArray();
        }
        GrypeSource.write(report.target(), json);
        json.object("distro").member("name", distro == null ? "" : GrypeNames.distro(distro.id()));
        json.member("version", distro == null ? "" : distro.versionId());
        json.strings("idLike", distro == null ? List.of() : distro.idLike());
        json.endObject();
        descriptor(report, json);
        json.endObject();
    }

    private static void descriptor(ScanReport report, JsonWriter json) {
        json.object("descriptor").member("name", "drydock").member("version", report.toolVersion());
        json.object("db").object("providers");
        for (DataSource source : report.data()) {
            json.object(source.source()).memberIfPresent("captured", source.date());
            json.endObject();
        }
        json.endObject().endObject().endObject();
    }
}
