package org.drydock.report.html;

import java.util.List;
import org.drydock.core.Comparison;
import org.drydock.core.Finding;
import org.drydock.report.Quantity;

/** What changed since the baseline. */
final class ComparisonSection {
    private final Html html;

    ComparisonSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        Comparison comparison = view.report().comparison();
        if (comparison == null) {
            return;
        }
        List<Finding> added =
                view.report().findings().stream().filter(comparison::isNew).toList();
        html.raw("<section id=\"comparison\" class=\"tab\" data-title=\"Since baseline\" data-count=\"+");
        html.text(added.size())
                .raw(" −")
                .text(comparison.removed().size())
                .raw("\">\n<h2>Since the baseline</h2>\n<p>");
        html.raw("Compared with ").leaf("b", comparison.baseline());
        html.text(": " + Quantity.count(added.size(), "new finding") + ", "
                + Quantity.number(comparison.removed().size()) + " gone, " + Quantity.number(comparison.unchanged())
                + " unchanged.");
        html.raw("</p>\n<div class=\"columns\">\n");
        list("New", "added", added);
        list("Gone", "removed", comparison.removed());
        html.raw("</div>\n</section>\n");
    }

    private void list(String title, String kind, List<Finding> findings) {
        html.open("div", "class", "card " + kind).leaf("h3", title + ": " + Quantity.number(findings.size()));
        html.raw("<ul class=\"plainlist\">");
        for (Finding finding : findings) {
            html.raw("<li>");
            FindingRow.severity(finding.severity(), html);
            html.raw(" ").leaf("b", finding.rule()).raw(" ").text(SuppressedSection.about(finding));
            html.raw("</li>\n");
        }
        html.raw("</ul></div>\n");
    }
}
