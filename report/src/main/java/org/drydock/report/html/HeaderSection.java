package org.drydock.report.html;

import java.util.List;
import org.drydock.core.Severity;
import org.drydock.inventory.Distro;
import org.drydock.policy.Gate;
import org.drydock.policy.Verdict;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.ScanReport.ImageFacts;
import org.jspecify.annotations.Nullable;

/** What was scanned, what it comes to, and, before anything else is said, what the report cannot speak of. */
final class HeaderSection {
    private static final String MARK = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\">"
            + "<path d=\"M3 8h3v13h20V8h3v18H3z\"/><path class=\"hull\" d=\"M8 11h16l-3 7H11z\"/></svg>";

    private final Html html;

    HeaderSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        html.raw("<a class=\"skip\" href=\"#sections\">To the findings</a>\n"
                + "<header class=\"bar\"><span class=\"brand\">");
        html.raw(MARK)
                .raw("Drydock <i>scan report</i></span><span class=\"actions js\">")
                .raw("<button type=\"button\" id=\"print\" class=\"plain\">Print</button>")
                .raw("<button type=\"button\" id=\"theme\" class=\"plain\" aria-label=\"Dark or light\">Theme</button>")
                .raw("</span></header>\n<main>\n<section class=\"hero\">\n<div class=\"about\">\n");
        ScanReport report = view.report();
        html.leaf("p", report.target().kind(), "class", "kicker")
                .leaf("h1", report.target().name(), "title", report.target().name());
        html.raw("\n<dl class=\"facts\">\n");
        if (!report.target().reference().equals(report.target().name())) {
            fact("Target", report.target().reference());
        }
        if (report.target().image() != null) {
            image(report.target().image(), view.base());
        }
        fact("Distribution", distro(report.inventory().distro()));
        fact("Data", dates(report.data()));
        html.raw("</dl>\n</div>\n");
        verdict(view);
        html.raw("</section>\n");
        gaps(view.gaps());
    }

    private void image(ImageFacts image, @Nullable BaseImage base) {
        fact("Platform", image.platform());
        if (!image.created().isEmpty()) {
            fact("Built", image.created());
        }
        fact(
                "Image",
                image.configDigest().algorithm() + ":" + image.configDigest().shortHex());
        if (base != null) {
            fact("Base image", base.name().isEmpty() ? Quantity.count(base.layers(), "layer") : base.name());
        }
    }

    private void fact(String name, String value) {
        html.raw("<div><dt>").raw(name).raw("</dt>").leaf("dd", value).raw("</div>\n");
    }

    private static String distro(@Nullable Distro distro) {
        if (distro == null) {
            return "none found";
        }
        return distro.prettyName().isEmpty() ? (distro.id() + " " + distro.versionId()).strip() : distro.prettyName();
    }

    /** From the oldest to the newest of the sources' dates. */
    private static String dates(List<DataSource> data) {
        List<String> dates = data.stream()
                .map(DataSource::date)
                .filter(date -> !date.isEmpty())
                .sorted()
                .distinct()
                .toList();
        if (dates.isEmpty()) {
            return data.isEmpty() ? "none" : "of no stated date";
        }
        return dates.size() == 1 ? dates.getFirst() : dates.getFirst() + " to " + dates.getLast();
    }

    private void verdict(View view) {
        boolean gaps = !view.gaps().sentences().isEmpty();
        Severity threshold = view.report().gate();
        if (threshold == null) {
            boolean any = view.summary().findings() > 0;
            String text = any ? "Findings are counted; no severity was set to fail the scan." : noFindings(view);
            card(any || !gaps ? "plain" : "gaps", any ? "No gate" : "Nothing found", text, gaps);
            return;
        }
        Verdict verdict = new Gate(threshold).judge(view.report().findings());
        String unknown = verdict.unknownSeverity() == 0
                ? ""
                : "; " + Quantity.number(verdict.unknownSeverity()) + " without a severity cannot be judged";
        String worse = " of severity " + threshold.word() + " or worse" + unknown + ".";
        boolean sure = !gaps && verdict.unknownSeverity() == 0;
        switch (verdict.outcome()) {
            case PASS -> card(sure ? "pass" : "gaps", "Gate passed", "No finding" + worse, gaps);
            case FAIL ->
                card("fail", "Gate failed", Quantity.count(verdict.failing().size(), "finding") + worse, gaps);
        }
    }

    private static String noFindings(View view) {
        return view.report().vulnerabilitiesExamined()
                ? FindingsSection.nothing(view)
                : "Only the inventory was taken; vulnerabilities were not looked for.";
    }

    private void card(String kind, String title, String text, boolean gaps) {
        html.open("div", "class", "verdict " + kind).leaf("strong", title).leaf("p", text);
        if (gaps) {
            html.leaf("p", "The examination has gaps: this is not the whole picture.", "class", "but");
        }
        html.raw("</div>\n");
    }

    private void gaps(Gaps gaps) {
        if (gaps.sentences().isEmpty()) {
            return;
        }
        html.raw("<section class=\"gaps\" aria-labelledby=\"gaps-title\"><h2 id=\"gaps-title\">"
                + "What this report cannot speak of</h2><ul>");
        gaps.sentences().forEach(sentence -> html.leaf("li", sentence));
        html.raw("</ul><a href=\"#coverage\">See coverage</a></section>\n");
    }
}
