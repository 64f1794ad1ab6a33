package org.drydock.report.html;

import java.util.Locale;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.report.Instruction;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.VulnerabilityPage;

/** All that is known of one finding: the proof, what each source says, how likely it is used, where it is. */
final class FindingPanel {
    private final Html html;
    private final View view;

    FindingPanel(Html html, View view) {
        this.html = html;
        this.view = view;
    }

    void write(PackageVulnerability v) {
        VulnerabilityDetail detail = v.detail();
        html.raw("<div class=\"panel\">");
        if (!detail.summary().isEmpty()) {
            html.leaf("p", detail.summary(), "class", "lead");
        }
        if (!detail.folded().isEmpty()) {
            html.leaf("p", "Folded: " + detail.folded(), "class", "note");
        }
        evidence(v);
        scores(detail);
        identity(v);
        places(v);
        sources(detail);
        references(detail);
        html.raw("</div>");
    }

    private void block(String title) {
        html.raw("<section><h4>").raw(title).raw("</h4>");
    }

    private void evidence(PackageVulnerability v) {
        block("Why it is reported");
        html.raw("<ol class=\"proof\">");
        for (Evidence step : v.finding().evidence()) {
            html.raw("<li>").leaf("i", step.what()).raw(" ").text(step.text()).raw("</li>");
        }
        html.raw("</ol></section>");
    }

    private void sources(VulnerabilityDetail detail) {
        html.raw("<section class=\"wide\"><h4>What each source says</h4><div class=\"scroll\"><table><thead><tr>"
                + "<th>Source</th><th>Record</th><th>For</th><th>Verdict</th><th>Affected</th><th>Fixed in</th>"
                + "</tr></thead><tbody>");
        for (SourceStatement source : detail.sources()) {
            String about = source.packageName() + (source.bySource() ? " (source)" : "") + ", " + source.namespace();
            html.raw("<tr>").leaf("td", source.source()).leaf("td", source.id()).leaf("td", about);
            html.leaf("td", source.status().word().replace('-', ' ')).leaf("td", source.range());
            html.leaf("td", source.fixedVersion() == null ? "–" : source.fixedVersion())
                    .raw("</tr>");
        }
        html.raw("</tbody></table></div></section>");
    }

    private void scores(VulnerabilityDetail detail) {
        block("How bad, how likely");
        html.raw("<ul>");
        for (CvssScore score : detail.cvss()) {
            html.raw("<li><b>").text(String.format(Locale.ROOT, "%.1f", score.score()));
            html.raw("</b> CVSS ").text(score.version()).raw(", ").text(score.source());
            html.leaf("code", score.vector()).raw("</li>");
        }
        item(
                detail.severitySource().isEmpty()
                        ? "No source states a severity"
                        : "Severity stated by " + detail.severitySource());
        threat(detail.threat());
        for (String cwe : detail.cwes()) {
            html.raw("<li>");
            link(cwe, isCwe(cwe) ? "https://cwe.mitre.org/data/definitions/" + cwe.substring(4) + ".html" : "");
            html.raw("</li>");
        }
        html.raw("</ul></section>");
    }

    private void threat(Threat threat) {
        if (threat.knownExploited() != null) {
            item("Known to be exploited (KEV) since " + threat.knownExploited()
                    + (threat.ransomware() ? ", by ransomware too" : ""));
        }
        if (threat.epss() != null) {
            String percentile = threat.epssPercentile() == null
                    ? ""
                    : ", more than " + FindingRow.percent(threat.epssPercentile()) + " of all";
            item("EPSS " + FindingRow.percent(threat.epss()) + " within 30 days" + percentile);
        }
    }

    private static boolean isCwe(String cwe) {
        return cwe.startsWith("CWE-") && cwe.length() > 4 && cwe.chars().skip(4).allMatch(c -> c >= '0' && c <= '9');
    }

    private void identity(PackageVulnerability v) {
        block("Known as");
        html.raw("<ul>");
        for (String id : v.detail().ids()) {
            html.raw("<li>");
            link(id, VulnerabilityPage.addressOf(id));
            html.raw("</li>");
        }
        html.raw("<li>").leaf("code", v.subject().purl().toString()).raw("</li>");
        String fingerprint = v.finding().fingerprint();
        html.raw("<li>Fingerprint ").leaf("a", fingerprint, "href", "#finding=" + fingerprint);
        html.raw("</li></ul></section>");
    }

    private void places(PackageVulnerability v) {
        block("Where");
        html.raw("<ul>");
        for (Location location : v.subject().locations()) {
            html.raw("<li>");
            if (location.layer() != null) {
                Where.layer(location.layer(), view.base(), html);
                html.raw(" ");
            }
            html.leaf("code", location.path());
            if (location.layer() != null && !location.layer().createdBy().isEmpty()) {
                html.leaf("small", Instruction.shorten(location.layer().createdBy()));
            }
            html.raw("</li>");
        }
        html.raw("</ul></section>");
    }

    private void references(VulnerabilityDetail detail) {
        if (detail.references().isEmpty()) {
            return;
        }
        html.raw("<section class=\"wide\"><h4>Read on</h4><ul class=\"links\">");
        for (String reference : detail.references()) {
            html.raw("<li>");
            link(reference, VulnerabilityPage.isUsable(reference) ? reference : "");
            html.raw("</li>");
        }
        html.raw("</ul></section>");
    }

    private void item(String text) {
        html.leaf("li", text);
    }

    /** A link, or the text alone where there is no address. */
    private void link(String text, String address) {
        if (address.isEmpty()) {
            html.text(text);
        } else {
            html.leaf("a", text, "href", address, "rel", "noopener noreferrer", "target", "_blank");
        }
    }
}
