package org.drydock.report.html;

import java.util.List;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;
import org.drydock.report.PackageIndex;
import org.drydock.report.Quantity;

/** The inventory. */
final class PackagesSection {
    private static final int ROWS = 500;

    private final Html html;

    PackagesSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        List<Package> packages = view.report().inventory().packages();
        html.raw("<section id=\"packages\" class=\"tab\" data-title=\"Packages\" data-count=\"");
        html.text(packages.size()).raw("\">\n<h2>Packages</h2>\n");
        if (packages.isEmpty()) {
            html.raw("<p class=\"empty\">No packages were found.</p>\n</section>\n");
            return;
        }
        html.raw("<div class=\"toolbar js\" role=\"search\" aria-label=\"Filter the packages\">")
                .raw("<input id=\"pq\" type=\"search\" placeholder=\"Search name, version, licence, path…\" "
                        + "aria-label=\"Search the packages\" autocomplete=\"off\" spellcheck=\"false\">")
                .raw("<span id=\"pshown\" class=\"shown\" role=\"status\" aria-live=\"polite\"></span></div>\n")
                .raw("<div class=\"scroll\"><table class=\"packages\"><thead><tr><th>Package</th><th>Version</th>")
                .raw("<th>Type</th><th>Findings</th><th>Licences</th><th>Where</th></tr></thead>")
                .raw("<tbody id=\"prows\">\n");
        packages.stream().limit(ROWS).forEach(installed -> row(installed, view));
        html.raw("</tbody></table></div>\n");
        if (packages.size() > ROWS) {
            html.raw("<noscript>")
                    .leaf(
                            "p",
                            "These are " + Quantity.number(ROWS) + " of " + Quantity.number(packages.size())
                                    + ". With scripts this page shows them all; -o json lists them all.");
            html.raw("</noscript>\n");
        }
        html.raw("<nav id=\"ppager\" class=\"pager\" aria-label=\"Pages of packages\"></nav>\n</section>\n");
    }

    private void row(Package installed, View view) {
        PackageSubject subject = PackageIndex.subjectOf(installed);
        html.raw("<tr>").leaf("td", installed.name(), "class", "strong").leaf("td", installed.version());
        html.leaf("td", installed.type().word());
        int findings = view.findingsOf(subject);
        html.leaf("td", findings == 0 ? "–" : Quantity.number(findings), "class", "number");
        html.leaf("td", String.join(", ", installed.licenses())).raw("<td class=\"place\">");
        Where.write(subject, view.base(), html);
        html.raw("</td></tr>\n");
    }
}
