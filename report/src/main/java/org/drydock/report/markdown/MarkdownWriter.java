package org.drydock.report.markdown;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Comparison;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.policy.Gate;
import org.drydock.policy.Verdict;
import org.drydock.report.MarkdownText;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.Quantity;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.Summary;

/**
 * Writes a comment for a pull request: the counts in a table, then the findings of each severity, folded. It stays below
 * the length that GitHub and GitLab take; what does not fit is counted where it would stand.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
public final class MarkdownWriter implements ReportWriter {
    private static final List<Severity> WORST_FIRST = List.of(
            Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.UNKNOWN, Severity.LOW, Severity.NEGLIGIBLE);
    private static final int LONGEST = 160;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        out.write(render(report).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String render(ScanReport report) {
        Comment comment = new Comment();
        Summary summary = Summary.of(report);
        comment.add("## Drydock: " + MarkdownText.code(report.target().name(), LONGEST) + "\n\n");
        if (report.vulnerabilitiesExamined()) {
            comment.add(verdict(report, summary));
            comment.add(counts(report, summary));
            comment.add(caveats(report, summary));
            findings(report, comment);
        } else {
            comment.add(Quantity.count(summary.allPackages(), "package") + "; vulnerabilities were not looked for.\n");
            comment.add(caveats(report, summary));
        }
        return comment.toString();
    }

    private static String verdict(ScanReport report, Summary summary) {
        StringBuilder text = new StringBuilder();
        if (report.gate() != null) {
            Verdict verdict = new Gate(report.gate()).judge(report.findings());
            text.append(
                    verdict.passes()
                            ? "**Gate passed**: nothing"
                            : "**Gate failed**: " + verdict.failing().size());
            text.append(" of severity ").append(report.gate().word()).append(" or worse");
            text.append(
                    verdict.unknownSeverity() == 0
                            ? ".\n\n"
                            : "; " + verdict.unknownSeverity() + " without a severity cannot be judged.\n\n");
        }
        if (summary.findings() == 0) {
            int matched = summary.allPackages() - unmatched(summary);
            text.append(
                    matched == 0
                            ? "No package could be matched with advisories.\n"
                            : "No known vulnerabilities found in " + Quantity.count(matched, "package") + ".\n");
        }
        return text.toString();
    }

    private static String counts(ScanReport report, Summary summary) {
        if (summary.findings() == 0) {
            return "";
        }
        List<PackageVulnerability> standing = PackageVulnerability.standing(report);
        Comparison comparison = report.comparison();
        StringBuilder text = new StringBuilder("| Severity | Findings | Fixable | Exploited |");
        text.append(comparison == null ? "\n|---|--:|--:|--:|\n" : " New |\n|---|--:|--:|--:|--:|\n");
        for (Severity severity : WORST_FIRST) {
            List<PackageVulnerability> of = of(severity, standing);
            if (!of.isEmpty()) {
                row("| " + severity.word(), of, report, text);
            }
        }
        row("| **all**", standing, report, text);
        if (comparison != null) {
            text.append("\nCompared with ").append(MarkdownText.code(comparison.baseline(), LONGEST));
            text.append(": ").append(comparison.added().size()).append(" new, ");
            text.append(comparison.removed().size()).append(" gone, ");
            text.append(comparison.unchanged()).append(" unchanged.\n");
        }
        return text.toString();
    }

    private static void row(String start, List<PackageVulnerability> of, ScanReport report, StringBuilder text) {
        text.append(start).append(" | ").append(of.size()).append(" | ");
        text.append(of.stream().filter(v -> !v.fixedIn().isEmpty()).count()).append(" | ");
        text.append(of.stream().filter(PackageVulnerability::isKnownExploited).count())
                .append(" |");
        if (report.comparison() != null) {
            text.append(' ')
                    .append(of.stream().filter(v -> report.isNew(v.finding())).count());
            text.append(" |");
        }
        text.append('\n');
    }

    private static List<PackageVulnerability> of(Severity severity, List<PackageVulnerability> all) {
        return all.stream().filter(v -> v.finding().severity() == severity).toList();
    }

    private static int unmatched(Summary summary) {
        return summary.unmatched().values().stream().mapToInt(n -> n).sum();
    }

    private static String caveats(ScanReport report, Summary summary) {
        List<String> lines = new ArrayList<>();
        long missing = report.inventory().diagnostics().stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .count();
        if (missing > 0) {
            lines.add("Not everything could be examined: " + Quantity.count(missing, "diagnostic")
                    + ", so findings may be missing.");
        }
        if (!report.inventory().unidentified().isEmpty()) {
            lines.add(Quantity.count(report.inventory().unidentified().size(), "program") + " could not be named.");
        }
        if (unmatched(summary) > 0) {
            lines.add("Not matched, for want of advisory data: " + Quantity.count(unmatched(summary), "package") + ".");
        }
        if (!summary.settled().isEmpty()) {
            int settled = summary.settled().values().stream().mapToInt(n -> n).sum();
            lines.add("No action needed, as fixed or not affected: " + Quantity.count(settled, "finding") + ".");
        }
        StringBuilder text = new StringBuilder(lines.isEmpty() ? "" : "\n");
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.toString();
    }

    private static void findings(ScanReport report, Comment comment) {
        List<PackageVulnerability> standing = PackageVulnerability.standing(report);
        for (Severity severity : WORST_FIRST) {
            comment.section(
                    severity.word(),
                    "| ID | Package | Installed | Fixed in | Where | About |\n|---|---|---|---|---|---|\n",
                    of(severity, standing).stream()
                            .map(v -> FindingRow.of(report, v))
                            .toList());
        }
        comment.section(
                "set aside",
                "| ID | Package | Installed | By | Reason |\n|---|---|---|---|---|\n",
                PackageVulnerability.suppressed(report).stream()
                        .map(FindingRow::suppressed)
                        .toList());
        comment.section(
                "gone since the baseline",
                "| ID | Package | Version | Severity |\n|---|---|---|---|\n",
                PackageVulnerability.removed(report).stream()
                        .map(FindingRow::removed)
                        .toList());
    }
}
