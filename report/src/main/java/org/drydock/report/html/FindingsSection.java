package org.drydock.report.html;

import java.util.List;
import java.util.TreeSet;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.Quantity;

/** The findings: those that stand first of all. Without scripts the most pressing ones are told in full. */
final class FindingsSection {
    /** How many rows stand in the page itself; the script makes the others when they are asked for. */
    static final int ROWS = 200;

    private static final String[][] COLUMNS = {
        {"severity", "Severity"},
        {"id", "Vulnerability"},
        {"package", "Package"},
        {"fix", "Fixed in"},
        {"risk", "Risk"},
        {"layer", "Where"}
    };

    private final Html html;

    FindingsSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        List<PackageVulnerability> standing = view.standing();
        html.raw("<section id=\"findings\" class=\"tab\" data-title=\"Findings\" data-count=\"");
        html.text(standing.size()).raw("\">\n<h2>Findings</h2>\n");
        if (view.all().isEmpty()) {
            html.raw("<p class=\"empty\">").text(nothing(view));
            html.raw(" This holds for what was examined and for what the data knows, no further: see "
                            + "<a href=\"#coverage\">what was not examined</a>.</p>\n")
                    .raw("</section>\n");
            return;
        }
        toolbar(view);
        head();
        html.raw("<div id=\"rows\" class=\"rows\">\n");
        FindingRow row = new FindingRow(html, view);
        standing.stream().limit(ROWS).forEach(row::write);
        html.raw("</div>\n");
        more(standing.size(), view.all().size() - standing.size());
        html.raw("<nav id=\"pager\" class=\"pager\" aria-label=\"Pages of findings\"></nav>\n</section>\n");
    }

    static String nothing(View view) {
        return view.gaps().matched() == 0
                ? "No package could be matched with advisories."
                : "No known vulnerabilities found in "
                        + Quantity.count(view.gaps().matched(), "package") + ".";
    }

    private void toolbar(View view) {
        html.raw("<div class=\"toolbar js\" role=\"search\" aria-label=\"Filter the findings\">\n")
                .raw("<input id=\"q\" type=\"search\" placeholder=\"Search id, package, path, text…\" "
                        + "aria-label=\"Search the findings\" autocomplete=\"off\" spellcheck=\"false\">\n")
                .raw("<span class=\"pills\" role=\"group\" aria-label=\"Severity\">");
        View.SEVERITIES.forEach(severity -> {
            html.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "pill " + severity.word(),
                    "data-severity",
                    severity.word(),
                    "aria-pressed",
                    "false");
            html.text(severity.word()).raw(" <b></b>").close("button");
        });
        html.raw("</span>\n<span class=\"pills\" role=\"group\" aria-label=\"Only\">");
        toggle("fixable", "fixable");
        toggle("kev", "known exploited");
        if (view.report().comparison() != null) {
            toggle("new", "new since baseline");
        }
        if (view.all().stream().anyMatch(v -> !v.detail().folded().isEmpty())) {
            toggle("folded", "show folded");
        }
        html.raw("</span>\n");
        html.raw("<label>Status <select id=\"status\"><option value=\"\">standing</option>")
                .raw("<option value=\"all\">all</option>");
        options(view.all().stream().map(v -> v.finding().status().word()).toList());
        html.raw("</select></label>\n<label>Type <select id=\"type\"><option value=\"\">all</option>");
        options(view.all().stream().map(v -> v.subject().type()).toList());
        html.raw("</select></label>\n<label>Layer <select id=\"layer\"><option value=\"\">all</option>");
        if (view.base() != null) {
            html.raw("<option value=\"base\">base image</option><option value=\"own\">own layers</option>");
        }
        view.byLayer().keySet().forEach(n -> html.leaf("option", "#" + n, "value", Integer.toString(n)));
        html.raw("</select></label>\n<label>Group <select id=\"group\"><option value=\"\">none</option>")
                .raw("<option value=\"package\">package</option><option value=\"id\">vulnerability</option>")
                .raw("<option value=\"layer\">layer</option></select></label>\n")
                .raw("<button type=\"button\" id=\"clear\" class=\"plain\">Clear</button>\n")
                .raw("<span id=\"shown\" class=\"shown\" role=\"status\" aria-live=\"polite\"></span>\n</div>\n");
    }

    private void toggle(String name, String label) {
        html.open("button", "type", "button", "class", "pill only", "data-only", name, "aria-pressed", "false");
        html.raw(label).close("button");
    }

    private void options(List<String> words) {
        new TreeSet<>(words).forEach(word -> html.leaf("option", word.replace('-', ' '), "value", word));
    }

    private void head() {
        html.raw("<div class=\"head\">");
        for (String[] column : COLUMNS) {
            html.open("button", "type", "button", "class", "sort", "data-sort", column[0]);
            html.raw(column[1]).close("button");
        }
        html.raw("</div>\n");
    }

    private void more(int standing, int settled) {
        html.raw("<noscript>");
        if (standing > ROWS) {
            html.leaf(
                    "p",
                    "These are the " + Quantity.number(ROWS) + " most pressing of " + Quantity.number(standing)
                            + " findings. With scripts this page shows them all; -o json lists them all.");
        }
        if (settled > 0) {
            html.leaf("p", "Not shown: " + Quantity.count(settled, "finding") + " that are fixed or not affected.");
        }
        html.raw("</noscript>\n");
    }
}
