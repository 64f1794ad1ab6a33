package org.drydock.report.cyclonedx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.drydock.core.Diagnostic;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.json.JsonWriter;
import org.drydock.report.JsonOutput;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes a CycloneDX 1.6 document: what is installed as components, what is known to be wrong as vulnerabilities that
 * point to them. The serial number comes from the content, and no time is stated, so the same report gives the same
 * document.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6, JSON</a>
 */
public final class CycloneDxWriter implements ReportWriter {
    private static final String TARGET_REF = "drydock:target";

    @Override
    public String format() {
        return "cyclonedx-json";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        UUID serial = JsonOutput.uuidOf(json -> document(report, new UUID(0, 0), json));
        JsonOutput.write(out, json -> document(report, serial, json));
    }

    private static void document(ScanReport report, UUID serial, JsonWriter json) {
        json.object()
                .member("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .member("bomFormat", "CycloneDX")
                .member("specVersion", "1.6")
                .member("serialNumber", "urn:uuid:" + serial)
                .member("version", 1);
        metadata(report, json);
        Inventory inventory = report.inventory();
        ComponentRefs refs = new ComponentRefs(inventory.packages());
        json.array("components");
        if (inventory.distro() != null) {
            distro(inventory.distro(), json);
        }
        List<Package> packages = inventory.packages();
        for (int i = 0; i < packages.size(); i++) {
            ComponentSection.write(packages.get(i), refs.ofInstalled(i), json);
        }
        json.endArray();
        if (isIncomplete(inventory)) {
            json.array("compositions").object().member("aggregate", "incomplete");
            json.strings("assemblies", List.of(TARGET_REF));
            json.endObject().endArray();
        }
        if (report.vulnerabilitiesExamined()) {
            VulnerabilitySection.write(PackageVulnerability.of(report), refs, json);
        }
        json.endObject();
    }

    private static boolean isIncomplete(Inventory inventory) {
        return !inventory.unidentified().isEmpty()
                || inventory.diagnostics().stream().anyMatch(d -> d.level() == Diagnostic.Level.NOT_EXAMINED);
    }

    private static void metadata(ScanReport report, JsonWriter json) {
        json.object("metadata").object("tools").array("components");
        json.object().member("type", "application").member("name", "drydock");
        json.member("version", report.toolVersion());
        json.endObject().endArray().endObject();
        TargetSection.write(report.target(), TARGET_REF, json);
        json.endObject();
    }

    private static void distro(Distro distro, JsonWriter json) {
        json.object().member("type", "operating-system").member("bom-ref", "drydock:distro");
        json.member("name", distro.id());
        if (ComponentSection.isVersion(distro.versionId())) {
            json.member("version", distro.versionId());
        }
        json.memberIfPresent("description", distro.prettyName());
        json.endObject();
    }
}
