package org.drydock.report.html;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.inventory.Inventory.Unidentified;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport.DataSource;

/** How far the report reaches: what was examined, what was not, and the data that it rests on. */
final class CoverageSection {
    private static final int MOST = 1000;

    private final Html html;

    CoverageSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        Inventory inventory = view.report().inventory();
        html.raw("<section id=\"coverage\" class=\"tab\" data-title=\"Coverage\"");
        int gaps = view.gaps().sentences().size();
        if (gaps > 0) {
            html.raw(" data-alert=\"1\" data-count=\"")
                    .text(Quantity.count(gaps, "gap"))
                    .raw("\"");
        }
        html.raw(">\n<h2>What was examined, and what was not</h2>\n");
        examined(inventory.coverage());
        gaps(view.gaps());
        diagnostics("Not examined, so findings may be missing", inventory.diagnostics(), Level.NOT_EXAMINED, true);
        unidentified(inventory.unidentified());
        if (view.report().vulnerabilitiesExamined()) {
            data(view.report().data());
        }
        diagnostics("Warnings", inventory.diagnostics(), Level.WARNING, false);
        diagnostics("Notes", inventory.diagnostics(), Level.NOTE, false);
        html.raw("</section>\n");
    }

    private void examined(Coverage coverage) {
        html.raw("<p>")
                .text(Quantity.count(coverage.files(), "file") + " (" + Quantity.bytes(coverage.bytes()) + ") in "
                        + Quantity.count(coverage.layers(), "layer") + " were looked at, "
                        + Quantity.number(coverage.cachedLayers()) + " of the layers known from an earlier scan; "
                        + Quantity.count(coverage.catalogedFiles(), "file") + " were read for packages.");
        html.raw("</p>\n");
    }

    private void gaps(Gaps gaps) {
        if (gaps.sentences().isEmpty()) {
            html.raw("<p>Nothing is known to be left out.</p>\n");
            return;
        }
        html.raw("<ul class=\"gaplist\">");
        gaps.sentences().forEach(sentence -> html.leaf("li", sentence));
        html.raw("</ul>\n");
    }

    private void diagnostics(String title, List<Diagnostic> all, Level level, boolean open) {
        List<Diagnostic> some = all.stream().filter(d -> d.level() == level).toList();
        if (some.isEmpty()) {
            return;
        }
        fold(title, some.size(), open);
        html.raw("<table><thead><tr><th>Place</th><th>What</th><th>Code</th></tr></thead><tbody>\n");
        some.stream()
                .limit(MOST)
                .forEach(d -> html.raw("<tr>")
                        .leaf("td", d.place(), "class", "place")
                        .leaf("td", d.message(), "class", "message")
                        .leaf("td", d.code())
                        .raw("</tr>\n"));
        html.raw("</tbody></table>");
        more(some.size() - MOST);
    }

    private void unidentified(List<Unidentified> unidentified) {
        if (unidentified.isEmpty()) {
            return;
        }
        fold("Software that nobody could name", unidentified.size(), true);
        html.raw("<table><thead><tr><th>Place</th><th>What</th></tr></thead><tbody>\n");
        unidentified.stream()
                .limit(MOST)
                .forEach(u -> html.raw("<tr>")
                        .leaf("td", u.location().path(), "class", "place")
                        .leaf("td", u.what(), "class", "message")
                        .raw("</tr>\n"));
        html.raw("</tbody></table>");
        more(unidentified.size() - MOST);
    }

    private void fold(String title, int count, boolean open) {
        html.raw(open ? "<details class=\"fold\" open>" : "<details class=\"fold\">")
                .raw("<summary>");
        html.raw(title).raw(" <b>").text(Quantity.number(count)).raw("</b></summary><div class=\"scroll\">");
    }

    private void more(int n) {
        if (n > 0) {
            html.leaf("p", "and " + Quantity.number(n) + " more: -o json lists them all");
        }
        html.raw("</div></details>\n");
    }

    private void data(List<DataSource> data) {
        html.raw("<h3>Data</h3>\n");
        if (data.isEmpty()) {
            html.raw("<p>There is no advisory data.</p>\n");
            return;
        }
        html.raw("<div class=\"scroll\"><table><thead><tr><th>Source</th><th>Newest</th><th>Records</th><th>For</th>"
                + "</tr></thead><tbody>\n");
        for (DataSource source : data) {
            html.raw("<tr>").leaf("td", source.source() + (source.starter() ? " (starter)" : ""), "class", "strong");
            html.raw("<td>");
            if (source.date().isEmpty()) {
                html.raw("not stated");
            } else {
                html.leaf("time", source.date());
            }
            html.raw("</td>").leaf("td", Quantity.number(source.records()), "class", "number");
            html.leaf("td", String.join(", ", source.namespaces())).raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }
}
