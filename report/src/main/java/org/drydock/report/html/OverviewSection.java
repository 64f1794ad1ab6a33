package org.drydock.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Severity;
import org.drydock.inventory.Package;
import org.drydock.inventory.SourcePackage;
import org.drydock.report.Instruction;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.Summary;

/** The whole at a glance: figures, where the findings lie, the gravest of them, and which updates mend most. */
final class OverviewSection {
    private static final int MOST = 5;
    private static final int MOST_LAYERS = 8;

    private final Html html;
    private final Charts charts;

    OverviewSection(Html html) {
        this.html = html;
        this.charts = new Charts(html);
    }

    void write(View view) {
        if (!view.report().vulnerabilitiesExamined()) {
            return;
        }
        if (view.gaps().matched() > 0 || !view.all().isEmpty()) {
            figures(view);
        }
        List<PackageVulnerability> standing = view.standing();
        if (standing.isEmpty()) {
            return;
        }
        html.raw("<section class=\"overview\" aria-label=\"Overview\">\n");
        severities(view.summary());
        if (view.byLayer().isEmpty()) {
            types(standing);
        } else {
            layers(view);
        }
        risks(standing);
        updates(standing);
        html.raw("</section>\n");
    }

    private void figures(View view) {
        Summary summary = view.summary();
        int grave = summary.bySeverity().getOrDefault(Severity.CRITICAL, 0)
                + summary.bySeverity().getOrDefault(Severity.HIGH, 0);
        html.raw("<section class=\"figures\" aria-label=\"Key figures\">\n");
        figure(
                grave,
                "critical or high",
                "of " + Quantity.count(summary.findings(), "finding"),
                grave > 0 ? "bad" : "");
        figure(
                summary.knownExploited(),
                "known exploited",
                "listed by CISA (KEV)",
                summary.knownExploited() > 0 ? "bad" : "");
        figure(summary.fixable(), "fixable", "by an update", summary.fixable() > 0 ? "good" : "");
        figure(summary.vulnerabilities(), "vulnerabilities", "different ones", "");
        figure(
                summary.affectedPackages(),
                "affected packages",
                "of " + Quantity.number(summary.allPackages()) + " in the inventory",
                "");
        if (view.report().comparison() != null) {
            long added = view.standing().stream().filter(view::isNew).count();
            figure(
                    added,
                    "new",
                    Quantity.number(view.report().comparison().removed().size()) + " gone since the baseline",
                    added > 0 ? "bad" : "");
        }
        html.raw("</section>\n");
    }

    private void figure(long n, String what, String more, String kind) {
        html.open("div", "class", "figure " + kind)
                .leaf("b", Quantity.number(n))
                .leaf("span", what);
        html.leaf("small", more).raw("</div>\n");
    }

    private void severities(Summary summary) {
        html.raw("<div class=\"card severities\"><h2>By severity</h2><div class=\"ringrow\">");
        charts.ring(summary.bySeverity());
        html.raw("<ul class=\"legend\">");
        for (Severity severity : View.SEVERITIES) {
            int n = summary.bySeverity().getOrDefault(severity, 0);
            html.raw("<li>").open("a", "href", "#severity=" + severity.word());
            html.open("i", "class", "dot " + severity.word()).close("i");
            html.text(severity.word()).leaf("b", Quantity.number(n)).raw("</a></li>");
        }
        html.raw("</ul></div>");
        if (!summary.settled().isEmpty()) {
            html.raw("<p class=\"note\">Not counted: ")
                    .text(String.join(
                            ", ",
                            summary.settled().entrySet().stream()
                                    .map(e -> Quantity.number(e.getValue()) + " "
                                            + e.getKey().word().replace('-', ' '))
                                    .toList()));
            html.raw(".</p>");
        }
        html.raw("</div>\n");
    }

    private void layers(View view) {
        Map<Integer, Map<Severity, Integer>> counts = view.byLayer();
        int most = counts.values().stream().mapToInt(Charts::sum).max().orElse(1);
        Map<Integer, String> instructions = new HashMap<>();
        ImageFacts image = view.report().target().image();
        if (image != null) {
            for (LayerFacts layer : image.layers()) {
                instructions.put(layer.index(), Instruction.shorten(layer.createdBy()));
            }
        }
        Set<Integer> shown = new LinkedHashSet<>(counts.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -Charts.sum(e.getValue())))
                .limit(MOST_LAYERS)
                .map(Map.Entry::getKey)
                .toList());
        html.raw("<div class=\"card\"><h2>By layer</h2>");
        if (view.base() != null) {
            split(view.base(), counts);
        }
        html.raw("<ul class=\"bars\">");
        counts.forEach((index, bySeverity) -> {
            if (shown.contains(index)) {
                String instruction = instructions.getOrDefault(index, "");
                html.raw("<li>").open("a", "href", "#layer=" + index, "title", instruction);
                boolean ofBase = Where.isBase(index, view.base());
                html.leaf("span", "#" + index, "class", ofBase ? "layer base" : "layer");
                html.leaf("span", instruction, "class", "label");
                html.leaf("b", Quantity.number(Charts.sum(bySeverity))).raw("</a>");
                charts.bar(bySeverity, most);
                html.raw("</li>\n");
            }
        });
        html.raw("</ul>");
        if (counts.size() > shown.size()) {
            html.raw("<p class=\"note\"><a href=\"#layers\">")
                    .text(Quantity.count(counts.size() - shown.size(), "more layer") + " with findings")
                    .raw("</a></p>");
        }
        html.raw("</div>\n");
    }

    private void split(BaseImage base, Map<Integer, Map<Severity, Integer>> counts) {
        int ofBase = counts.entrySet().stream()
                .filter(e -> Where.isBase(e.getKey(), base))
                .mapToInt(e -> Charts.sum(e.getValue()))
                .sum();
        int all = counts.values().stream().mapToInt(Charts::sum).sum();
        html.raw("<p class=\"split\"><a href=\"#layer=base\"><b>")
                .text(Quantity.number(ofBase))
                .raw("</b> from the base image");
        if (!base.name().isEmpty()) {
            html.raw(" ").leaf("span", base.name());
        }
        html.raw("</a><a href=\"#layer=own\"><b>")
                .text(Quantity.number(all - ofBase))
                .raw("</b> from own layers</a></p>");
    }

    private void types(List<PackageVulnerability> standing) {
        Map<String, Map<Severity, Integer>> counts = new TreeMap<>();
        standing.forEach(v -> counts.computeIfAbsent(v.subject().type(), _ -> new TreeMap<>())
                .merge(v.finding().severity(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Charts::sum).max().orElse(1);
        html.raw("<div class=\"card\"><h2>By type of package</h2><ul class=\"bars\">");
        counts.forEach((type, bySeverity) -> {
            html.raw("<li>").open("a", "href", "#type=" + type).leaf("span", type, "class", "label");
            html.leaf("b", Quantity.number(Charts.sum(bySeverity))).raw("</a>");
            charts.bar(bySeverity, most);
            html.raw("</li>\n");
        });
        html.raw("</ul></div>\n");
    }

    private void risks(List<PackageVulnerability> standing) {
        Map<String, PackageVulnerability> gravest = new LinkedHashMap<>();
        standing.stream()
                .sorted(PackageVulnerability.BY_RISK)
                .forEach(v -> gravest.putIfAbsent(v.finding().rule(), v));
        html.raw("<div class=\"card risks-card\"><h2>Top risks</h2><ol class=\"risks\">");
        gravest.values().stream().limit(MOST).forEach(v -> {
            html.raw("<li>");
            FindingRow.severity(v.finding().severity(), html);
            html.raw("<div>")
                    .leaf("b", v.finding().rule())
                    .raw(" in ")
                    .text(v.subject().name());
            html.raw(" ").leaf("span", v.subject().version(), "class", "muted");
            if (!v.detail().summary().isEmpty()) {
                html.leaf("small", v.detail().summary());
            }
            html.raw("<span class=\"why\">");
            reasons(v);
            html.raw("</span></div></li>\n");
        });
        html.raw("</ol></div>\n");
    }

    private void reasons(PackageVulnerability v) {
        Threat threat = v.detail().threat();
        if (threat.knownExploited() != null) {
            html.leaf("span", threat.ransomware() ? "exploited, ransomware" : "exploited", "class", "tag kev");
        }
        if (threat.epss() != null) {
            html.leaf("span", "EPSS " + FindingRow.percent(threat.epss()), "class", "tag");
        }
        if (v.score() > 0) {
            html.leaf("span", "CVSS " + v.score(), "class", "tag");
        }
        boolean fixed = !v.detail().fixedVersions().isEmpty();
        html.leaf("span", fixed ? "fixed in " + v.fix() : v.fix(), "class", fixed ? "tag fixed" : "tag");
    }

    private void updates(List<PackageVulnerability> standing) {
        Map<Update, Map<Severity, Integer>> counts = new LinkedHashMap<>();
        standing.stream()
                .filter(v -> !v.detail().fixedVersions().isEmpty())
                .forEach(v -> counts.computeIfAbsent(Update.of(v), _ -> new TreeMap<>())
                        .merge(v.finding().severity(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return;
        }
        int most = counts.values().stream().mapToInt(Charts::sum).max().orElse(1);
        html.raw("<div class=\"card updates\"><h2>Updates that mend most</h2><ul class=\"bars\">");
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -Charts.sum(e.getValue())))
                .limit(MOST)
                .forEach(e -> {
                    Update update = e.getKey();
                    html.raw("<li>").open("a", "href", "#fixable=1&q=" + word(update.name));
                    html.leaf("span", update.name, "class", "label strong");
                    html.leaf("span", update.version + " · " + update.type, "class", "muted label");
                    html.leaf("b", Quantity.number(Charts.sum(e.getValue()))).raw("</a>");
                    charts.bar(e.getValue(), most);
                    html.raw("</li>\n");
                });
        html.raw("</ul></div>\n");
    }

    /** What is updated as one: a package, or all that are built from one source. */
    private record Update(String name, String version, String type) {
        static Update of(PackageVulnerability v) {
            Package installed = v.installed();
            SourcePackage source = installed == null ? null : installed.source();
            return new Update(
                    source == null ? v.subject().name() : source.name(),
                    v.subject().version(),
                    v.subject().type());
        }
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
