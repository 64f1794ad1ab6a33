package org.drydock.report.cyclonedx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.drydock.report.JsonOutput;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes a CycloneDX 1.6 document in JSON: what is installed as components, what is known to be wrong as vulnerabilities
 * that point to them. The serial number comes from the content, and no time is stated, so the same report gives the same
 * document.
 */
public final class CycloneDxJsonWriter implements ReportWriter {
    @Override
    public String format() {
        return "cyclonedx-json";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        Bom bom = Boms.of(report);
        UUID serial = Boms.serial(bom);
        JsonOutput.write(out, json -> BomJson.write(bom, serial, json));
    }
}
