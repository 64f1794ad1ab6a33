package org.drydock.report.spdx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonWriter;
import org.drydock.report.JsonOutput;
import org.drydock.report.ReportMoment;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes an SPDX 2.3 document: the target, which contains its packages, which were generated from their source packages.
 * Advisories that stand are security references of their packages, findings set aside are annotations. The namespace
 * comes from the content, and the time is the moment of what the report rests on, so the same report gives the same
 * document.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>
 */
public final class SpdxWriter implements ReportWriter {
    static final String DOCUMENT = "SPDXRef-DOCUMENT";

    @Override
    public String format() {
        return "spdx-json";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        SpdxPackages packages = SpdxPackages.of(report);
        UUID id = JsonOutput.uuidOf(json -> document(report, packages, new UUID(0, 0), json));
        JsonOutput.write(out, json -> document(report, packages, id, json));
    }

    private static void document(ScanReport report, SpdxPackages packages, UUID id, JsonWriter json) {
        Licences licences = new Licences();
        String tool = "Tool: drydock-" + report.toolVersion();
        json.object().member("spdxVersion", "SPDX-2.3").member("dataLicense", "CC0-1.0");
        json.member("SPDXID", DOCUMENT)
                .member("name", SpdxPackages.orUnnamed(report.target().name()));
        json.member("documentNamespace", "urn:uuid:" + id);
        json.object("creationInfo").member("created", ReportMoment.utc(report));
        json.array("creators").element(tool).endArray().endObject();
        long missing = report.inventory().diagnostics().stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .count();
        if (missing > 0) {
            json.member(
                    "comment",
                    "Not everything could be examined: " + missing + " diagnostics, so packages may be missing.");
        }
        PackageSection section = new PackageSection(report, licences, tool, json);
        json.array("packages");
        packages.all().forEach(section::write);
        json.endArray();
        json.array("relationships");
        relationship(DOCUMENT, "DESCRIBES", SpdxPackages.TARGET, json);
        for (SpdxPackages.Described described : packages.all()) {
            if (described.contained()) {
                relationship(SpdxPackages.TARGET, "CONTAINS", described.id(), json);
            }
            if (!described.source().isEmpty()) {
                relationship(described.id(), "GENERATED_FROM", described.source(), json);
            }
        }
        json.endArray();
        licences.write(json);
        json.endObject();
    }

    private static void relationship(String from, String type, String to, JsonWriter json) {
        json.object().member("spdxElementId", from).member("relationshipType", type);
        json.member("relatedSpdxElement", to).endObject();
    }
}
