package org.drydock.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.policy.Gate;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.Summary;

/**
 * Writes the report for people. It never says more than was examined: what was looked at stands above the findings, what
 * was not, and how old the data is, below them. A report of an inventory lists the packages instead.
 */
public final class TableWriter implements ReportWriter {
    private final TableStyle style;

    public TableWriter(TableStyle style) {
        this.style = style;
    }

    @Override
    public String format() {
        return "table";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        out.write(render(report).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String render(ScanReport report) {
        Page page = new Page(style);
        Summary summary = Summary.of(report);
        new HeaderView(page).print(report, summary);
        page.blank();
        if (report.vulnerabilitiesExamined()) {
            List<PackageVulnerability> standing = PackageVulnerability.of(report).stream()
                    .filter(v -> Gate.stands(v.finding()))
                    .toList();
            if (!standing.isEmpty()) {
                new FindingsView(page).print(standing);
                page.blank();
            }
            new SummaryView(page).print(report, summary);
        } else if (!report.inventory().packages().isEmpty()) {
            new PackagesView(page).print(report.inventory().packages());
        }
        new CaveatsView(page).print(report);
        return page.toString();
    }
}
