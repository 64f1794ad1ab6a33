package org.drydock.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.policy.Gate;
import org.drydock.policy.Verdict;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;
import org.drydock.report.Summary;

/** What it comes to: counts, and what the gate says. */
final class SummaryView {
    private static final List<Severity> WORST_FIRST = List.of(
            Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NEGLIGIBLE, Severity.UNKNOWN);

    private final Page page;

    SummaryView(Page page) {
        this.page = page;
    }

    void print(ScanReport report, Summary summary) {
        if (summary.findings() > 0) {
            printCounts(summary);
            printOrigin(report);
        } else {
            printNothingFound(summary, report.inventory().diagnostics());
        }
        if (!summary.unmatched().isEmpty()) {
            page.wrap("", 2, "Not matched, for want of advisory data: " + unmatched(summary) + ".", Ink.YELLOW);
        }
        if (!summary.settled().isEmpty()) {
            page.wrap("", 2, "Not counted: " + settled(summary) + ".", Ink.PLAIN);
        }
        if (report.gate() != null) {
            printVerdict(report.gate(), new Gate(report.gate()).judge(report.findings()));
        }
    }

    private void printNothingFound(Summary summary, List<Diagnostic> diagnostics) {
        int matched = summary.allPackages()
                - summary.unmatched().values().stream().mapToInt(n -> n).sum();
        if (summary.allPackages() == 0) {
            page.wrap("", 2, "No packages were found, so nothing could be matched with advisories.", Ink.BOLD);
        } else if (matched == 0) {
            page.wrap("", 2, "No package could be matched with advisories.", Ink.BOLD);
        } else {
            page.wrap("", 2, "No known vulnerabilities found in " + Quantity.count(matched, "package") + ".", Ink.BOLD);
        }
        long missing = diagnostics.stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .count();
        page.wrap(
                "",
                0,
                "This holds for what was examined and for what the data below knows, no further"
                        + (missing == 0 ? "." : "; " + Quantity.count(missing, "thing") + " could not be examined."),
                Ink.PLAIN);
    }

    private static String unmatched(Summary summary) {
        return summary.unmatched().entrySet().stream()
                .map(e -> Quantity.count(e.getValue(), e.getKey().word() + " package"))
                .collect(Collectors.joining(", "));
    }

    private void printCounts(Summary summary) {
        List<Cell> pieces = new ArrayList<>();
        pieces.add(new Cell(Quantity.count(summary.findings(), "finding") + ":", Ink.BOLD));
        int left = summary.findings();
        for (Severity severity : WORST_FIRST) {
            int n = summary.bySeverity().getOrDefault(severity, 0);
            left -= n;
            if (n > 0) {
                pieces.add(
                        new Cell(Quantity.number(n) + " " + severity.word() + (left > 0 ? "," : ""), Ink.of(severity)));
            }
        }
        page.flow("", pieces);
        page.wrap(
                "  ",
                2,
                Quantity.count(summary.vulnerabilities(), "vulnerability") + " in "
                        + Quantity.count(summary.affectedPackages(), "package") + "; "
                        + Quantity.number(summary.fixable())
                        + " fixable by an update, " + Quantity.number(summary.knownExploited())
                        + " known to be exploited (KEV)",
                Ink.PLAIN);
    }

    /** How much of it the base image brought, if that is known. */
    private void printOrigin(ScanReport report) {
        ScanReport.ImageFacts image = report.target().image();
        if (image == null || image.base() == null) {
            return;
        }
        int own = image.base().layers();
        List<PackageVulnerability> standing = PackageVulnerability.standing(report);
        long inherited = standing.stream()
                .map(v -> v.subject().locations().getFirst().layer())
                .filter(layer -> layer != null && layer.index() < own)
                .count();
        page.wrap(
                "  ",
                2,
                Quantity.number(inherited) + " from the base image, " + Quantity.number(standing.size() - inherited)
                        + " from the layers on top of it",
                Ink.PLAIN);
    }

    private static String settled(Summary summary) {
        return summary.settled().entrySet().stream()
                .map(e ->
                        Quantity.number(e.getValue()) + " " + e.getKey().word().replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    private void printVerdict(Severity threshold, Verdict verdict) {
        String unknown = verdict.unknownSeverity() == 0
                ? ""
                : "; " + Quantity.number(verdict.unknownSeverity()) + " without a severity cannot be judged";
        String text = switch (verdict.outcome()) {
            case PASS -> "Gate passed: no finding of severity " + threshold.word() + " or worse" + unknown;
            case FAIL ->
                "Gate failed: " + Quantity.count(verdict.failing().size(), "finding") + " of severity "
                        + threshold.word() + " or worse" + unknown;
        };
        page.wrap("", 2, text, verdict.passes() ? Ink.GREEN : Ink.RED_BOLD);
    }
}
