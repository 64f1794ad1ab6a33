package org.drydock.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Digest;
import org.drydock.core.Finding;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;

/**
 * Prints the table, for looking at it: {@code WIDTH COLOUR UNICODE REPORT}, the report being {@code sample},
 * {@code compared}, {@code none},
 * {@code inventory} or a number of findings.
 */
final class TablePreview {
    private TablePreview() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        TableStyle style =
                new TableStyle(Integer.parseInt(args[0]), Boolean.parseBoolean(args[1]), Boolean.parseBoolean(args[2]));
        ScanReport report = switch (args[3]) {
            case "sample" -> SampleReport.report();
            case "compared" -> SampleReport.compared();
            case "none" -> SampleReport.withoutFindings();
            case "inventory" -> SampleReport.inventoryOnly();
            default -> SampleReport.withFindings(many(Integer.parseInt(args[3])));
        };
        new TableWriter(style).write(report, System.out);
    }

    private static List<Finding> many(int n) {
        Severity[] severities = Severity.values();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int of = i * i % 97;
            LayerOrigin layer = new LayerOrigin(
                    of % 4,
                    new Digest("sha256", "%02x".formatted(of % 4).repeat(32)),
                    "RUN apt-get install -y tool" + of % 4);
            boolean npm = of % 3 == 0;
            String name = (npm ? "@scope/module-" : "libpackage") + of;
            String version = npm ? "1." + of + ".0" : "2." + of + ".1-3+deb12u" + of % 5;
            String path = npm ? "/opt/app/node_modules/" + name + "/package.json" : "/var/lib/dpkg/status";
            findings.add(new Finding(
                    ScanReport.VULNERABILITY,
                    i % 5 == 0 ? "GHSA-%04d-abcd-%04d".formatted(i, i) : "CVE-2024-%05d".formatted(i),
                    severities[i % severities.length],
                    i % 7 == 0 ? Status.WILL_NOT_FIX : Status.AFFECTED,
                    new PackageSubject(
                            npm ? "npm" : "deb",
                            name,
                            version,
                            new Purl(npm ? "npm" : "deb", "", name, version),
                            List.of(new Location(path, layer))),
                    List.of(),
                    new VulnerabilityDetail(
                            List.of("x"),
                            i % 3 == 0 ? List.of() : List.of("3." + i),
                            List.of(),
                            "",
                            new Threat(i % 50 == 11 ? "2024-01-01" : null, false, i % 3 / 7.0, 0.5, i % 71 / 3.0),
                            List.of(),
                            List.of(),
                            i % 4 == 0 ? "Something bad happens when the parser reads an odd number of bytes" : "",
                            List.of(),
                            "")));
        }
        findings.sort(Finding.BY_SUBJECT);
        return findings;
    }
}
