package org.drydock.report.html;

import java.util.Map;
import org.drydock.core.Severity;
import org.drydock.report.Instruction;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;

/** The image's layers, whose they are, and what is found in each. */
final class LayersSection {
    private final Html html;

    LayersSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        ImageFacts image = view.report().target().image();
        if (image == null || image.layers().isEmpty()) {
            return;
        }
        BaseImage base = view.base();
        Map<Integer, Map<Severity, Integer>> counts = view.byLayer();
        html.raw("<section id=\"layers\" class=\"tab\" data-title=\"Layers\" data-count=\"");
        html.text(image.layers().size()).raw("\">\n<h2>Layers</h2>\n");
        if (base != null) {
            html.raw("<p>The base image is ").leaf("b", base.name().isEmpty() ? "not known by name" : base.name());
            html.text(": " + Quantity.count(base.layers(), "layer") + "; " + base.evidence() + ".")
                    .raw("</p>\n");
        }
        html.raw("<div class=\"scroll\"><table><thead><tr><th>Layer</th><th>Instruction</th><th>Size</th>"
                + "<th>Findings</th><th>Content</th></tr></thead><tbody>\n");
        for (LayerFacts layer : image.layers()) {
            boolean ofBase = Where.isBase(layer.index(), base);
            html.raw("<tr><td>").leaf("span", "#" + layer.index(), "class", ofBase ? "layer base" : "layer");
            if (base != null) {
                html.leaf("small", ofBase ? "base" : "own");
            }
            html.raw("</td><td>");
            html.leaf("code", Instruction.shorten(layer.createdBy()), "class", "wrap")
                    .raw("</td>");
            html.leaf("td", Quantity.bytes(layer.size()), "class", "number").raw("<td>");
            findings(counts.getOrDefault(layer.index(), Map.of()));
            html.raw("</td>")
                    .leaf(
                            "td",
                            layer.diffId().algorithm() + ":" + layer.diffId().shortHex());
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n</section>\n");
    }

    private void findings(Map<Severity, Integer> counts) {
        for (Severity severity : View.SEVERITIES) {
            int n = counts.getOrDefault(severity, 0);
            if (n > 0) {
                html.leaf("span", Quantity.number(n) + " " + severity.word(), "class", "sev " + severity.word());
                html.raw(" ");
            }
        }
    }
}
