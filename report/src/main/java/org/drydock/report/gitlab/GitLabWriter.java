package org.drydock.report.gitlab;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.json.JsonWriter;
import org.drydock.report.JsonOutput;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportMoment;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes GitLab's security report, version 15.2: of container scanning for images, of dependency scanning for directories
 * and hosts. Findings that are fixed, not affected or set aside are not told of: the format has no place for them. Both
 * times are the moment of what the report rests on.
 *
 * @see <a href="https://gitlab.com/gitlab-org/security-products/security-report-schemas">Security report schemas</a>
 */
public final class GitLabWriter implements ReportWriter {
    private static final String VERSION = "15.2.1";
    private static final String UNKNOWN = "unknown";

    @Override
    public String format() {
        return "gitlab";
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
        boolean image = report.target().image() != null;
        json.object().member("version", VERSION);
        json.object("scan").member("type", image ? "container_scanning" : "dependency_scanning");
        json.member("status", "success");
        json.member("start_time", ReportMoment.local(report)).member("end_time", ReportMoment.local(report));
        tool("analyzer", report.toolVersion(), json);
        tool("scanner", report.toolVersion(), json);
        messages(report, json);
        json.endObject();
        VulnerabilitySection section = new VulnerabilitySection(report, operatingSystem(report.inventory()), json);
        json.array("vulnerabilities");
        PackageVulnerability.standing(report).forEach(section::write);
        json.endArray().endObject();
    }

    private static void tool(String member, String version, JsonWriter json) {
        json.object(member).member("id", "drydock").member("name", "Drydock");
        json.member("version", orUnknown(version));
        json.object("vendor").member("name", "Drydock").endObject().endObject();
    }

    private static void messages(ScanReport report, JsonWriter json) {
        List<Diagnostic> missing = report.inventory().diagnostics().stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .toList();
        json.array("messages");
        for (Diagnostic diagnostic : missing) {
            json.object().member("level", "warn");
            json.member("value", "Not examined: " + diagnostic.place() + ": " + diagnostic.message());
            json.endObject();
        }
        json.endArray();
    }

    private static String operatingSystem(Inventory inventory) {
        Distro distro = inventory.distro();
        return distro == null ? UNKNOWN : orUnknown((distro.id() + ":" + distro.versionId()).strip());
    }

    static String orUnknown(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }
}
