package org.drydock.report.cyclonedx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.XmlWriter;

/**
 * Writes a CycloneDX 1.6 document in XML: what is installed as components, what is known to be wrong as vulnerabilities
 * that point to them. The serial number comes from the content, and no time is stated, so the same report gives the same
 * document.
 */
public final class CycloneDxXmlWriter implements ReportWriter {
    @Override
    public String format() {
        return "cyclonedx-xml";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        Bom bom = Boms.of(report);
        UUID serial = Boms.serial(bom);
        BomXml.write(bom, serial, new XmlWriter(out));
    }
}
