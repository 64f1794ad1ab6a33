package org.drydock.report.html;

import java.util.Locale;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.report.PackageVulnerability;

/** One finding as a row that opens. {@code report.js} makes the same of {@link Facts}. */
final class FindingRow {
    private final Html html;
    private final View view;
    private final FindingPanel panel;

    FindingRow(Html html, View view) {
        this.html = html;
        this.view = view;
        this.panel = new FindingPanel(html, view);
    }

    void write(PackageVulnerability v) {
        Finding finding = v.finding();
        html.open("details", "class", "f", "data-severity", finding.severity().word());
        html.raw("<summary><span class=\"c-sev\">");
        severity(finding.severity(), html);
        html.raw("</span><span class=\"c-id\"><b>").text(finding.rule()).raw("</b>");
        tags(v);
        html.leaf("small", v.detail().summary()).raw("</span>");
        packageCell(v.subject());
        boolean fixed = !v.detail().fixedVersions().isEmpty();
        html.leaf("span", v.fix(), "class", fixed ? "c-fix fixed" : "c-fix");
        risk(v.detail().threat());
        html.raw("<span class=\"c-where\">");
        Where.write(v.subject(), view.base(), html);
        html.raw("</span></summary>");
        panel.write(v);
        html.raw("</details>\n");
    }

    static void severity(Severity severity, Html html) {
        html.leaf("span", severity.word(), "class", "sev " + severity.word());
    }

    private void tags(PackageVulnerability v) {
        if (v.isKnownExploited()) {
            html.leaf("span", "exploited", "class", "tag kev");
        }
        if (view.isNew(v)) {
            html.leaf("span", "new", "class", "tag new");
        }
        if (!v.finding().status().word().equals("affected")) {
            html.leaf("span", v.finding().status().word().replace('-', ' '), "class", "tag");
        }
    }

    private void packageCell(PackageSubject about) {
        html.raw("<span class=\"c-pkg\">").leaf("b", about.name());
        html.leaf("small", about.version() + " · " + about.type()).raw("</span>");
    }

    private void risk(Threat threat) {
        html.raw("<span class=\"c-risk\">");
        html.raw(threat.risk() > 0 ? String.format(Locale.ROOT, "%.1f", threat.risk()) : "–");
        if (threat.epss() != null) {
            html.leaf("small", "EPSS " + percent(threat.epss()));
        }
        html.raw("</span>");
    }

    /** A probability for people: {@code 97.0 %}. */
    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100);
    }
}
