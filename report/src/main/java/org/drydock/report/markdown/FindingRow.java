package org.drydock.report.markdown;

import org.drydock.core.Location;
import org.drydock.report.MarkdownText;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;
import org.drydock.report.VulnerabilityPage;

/** Findings as rows of a table. */
final class FindingRow {
    private static final int LONGEST = 120;
    private static final int LONGEST_TITLE = 200;

    private FindingRow() {}

    static String of(ScanReport report, PackageVulnerability v) {
        String marks = (v.isKnownExploited() ? " **KEV**" : "") + (report.isNew(v.finding()) ? " **new**" : "");
        return "| " + about(v, marks) + " | "
                + (v.fixedIn().isEmpty() ? v.fix() : code(v.fixedIn())) + " | "
                + code(where(v)) + " | "
                + MarkdownText.escape(v.detail().summary(), LONGEST_TITLE) + " |\n";
    }

    static String suppressed(PackageVulnerability.Suppressed s) {
        return "| " + about(s.vulnerability(), "") + " | "
                + code(s.suppression().origin()) + " | "
                + MarkdownText.escape(s.reason(), LONGEST_TITLE) + " |\n";
    }

    static String removed(PackageVulnerability v) {
        return "| " + about(v, "") + " | " + v.finding().severity().word() + " |\n";
    }

    private static String about(PackageVulnerability v, String marks) {
        String id = v.finding().rule();
        return MarkdownText.link(id, VulnerabilityPage.addressOf(id), LONGEST) + marks + " | "
                + code(v.subject().name()) + " | " + code(v.subject().version());
    }

    private static String where(PackageVulnerability v) {
        Location at = v.subject().locations().getFirst();
        int more = v.subject().locations().size() - 1;
        return (at.layer() == null ? "" : "#" + at.layer().index() + " ") + at.path() + (more == 0 ? "" : " +" + more);
    }

    private static String code(String text) {
        return MarkdownText.code(text, LONGEST);
    }
}
