package org.drydock.report.html;

import java.util.List;
import org.drydock.core.Finding;
import org.drydock.core.Subject;
import org.drydock.core.Subject.FileSubject;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;

/** The findings that somebody set aside, and who, why and until when. */
final class SuppressedSection {
    private final Html html;

    SuppressedSection(Html html) {
        this.html = html;
    }

    void write(View view) {
        List<SuppressedFinding> suppressed = view.report().suppressed();
        if (suppressed.isEmpty()) {
            return;
        }
        html.raw("<section id=\"suppressed\" class=\"tab\" data-title=\"Set aside\" data-count=\"");
        html.text(suppressed.size()).raw("\">\n<h2>Set aside</h2>\n");
        html.raw("<p>Somebody decided that these need nothing done. They are not counted above.</p>\n");
        html.raw("<div class=\"scroll\"><table><thead><tr><th>Severity</th><th>Vulnerability</th><th>Package</th>"
                + "<th>Reason</th><th>Owner</th><th>Until</th><th>Stated in</th></tr></thead><tbody>\n");
        suppressed.forEach(this::row);
        html.raw("</tbody></table></div>\n</section>\n");
    }

    private void row(SuppressedFinding set) {
        Suppression why = set.suppression();
        html.raw("<tr><td>");
        FindingRow.severity(set.finding().severity(), html);
        html.raw("</td>").leaf("td", set.finding().rule(), "class", "strong");
        html.leaf("td", about(set.finding()));
        html.raw("<td>").text(why.reason().isEmpty() ? "none stated" : why.reason());
        if (!why.justification().isEmpty()) {
            html.leaf("small", why.justification().replace('_', ' '));
        }
        html.raw("</td>").leaf("td", why.owner().isEmpty() ? "not stated" : why.owner());
        html.leaf("td", why.expires().isEmpty() ? "no end" : why.expires());
        html.raw("<td>").text(why.kind().word().replace('-', ' ')).leaf("small", why.origin());
        html.raw("</td></tr>\n");
    }

    static String about(Finding finding) {
        Subject subject = finding.subject();
        return switch (subject) {
            case PackageSubject about -> about.name() + " " + about.version();
            case ImageSubject image -> image.reference();
            case FileSubject file -> file.location().path();
        };
    }
}
