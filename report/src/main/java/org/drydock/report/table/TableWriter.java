package org.drydock.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            printFindings(report, page);
            new SummaryView(page).print(report, summary);
            AsideView aside = new AsideView(page);
            aside.printSuppressed(PackageVulnerability.suppressed(report), style.everything());
            aside.printComparison(report);
        } else if (!report.inventory().packages().isEmpty()) {
            new PackagesView(page).print(report.inventory().packages());
        }
        new CaveatsView(page).print(report);
        return page.toString();
    }

    private void printFindings(ScanReport report, Page page) {
        List<PackageVulnerability> standing = PackageVulnerability.standing(report);
        List<PackageVulnerability> shown =
                standing.stream().filter(v -> !isFolded(v)).toList();
        if (!shown.isEmpty()) {
            new FindingsView(page).print(shown, report);
            page.blank();
        }
        if (shown.size() < standing.size()) {
            new AsideView(page)
                    .printFolded(standing.stream().filter(this::isFolded).toList());
            page.blank();
        }
    }

    private boolean isFolded(PackageVulnerability v) {
        return !style.everything() && !v.detail().folded().isEmpty();
    }
}
