package org.drydock.report.github;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.drydock.core.Diagnostic;
import org.drydock.core.Location;
import org.drydock.core.Severity;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.PlainText;
import org.drydock.report.Quantity;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.Summary;
import org.drydock.report.TargetPath;

/**
 * Writes workflow commands, one a line, that annotate a run of GitHub Actions: the most pressing findings, no more than a
 * step may show, and a last one with the counts, which says how many are left out. A file is named where a directory was
 * scanned; the files of an image are none of the repository's.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class GitHubWriter implements ReportWriter {
    /** GitHub shows no more annotations of one kind from a step. */
    private static final int MOST = 10;

    /** The kinds of annotations. */
    private enum Level {
        ERROR,
        WARNING,
        NOTICE
    }

    @Override
    public String format() {
        return "github";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        Map<Level, Integer> written = new EnumMap<>(Level.class);
        written.put(Level.NOTICE, 1);
        int left = 0;
        for (PackageVulnerability v : PackageVulnerability.standing(report)) {
            Level level = level(v.finding().severity());
            if (written.merge(level, 1, Integer::sum) <= MOST) {
                lines.append(annotation(report, v, level));
            } else {
                left++;
            }
        }
        lines.append(counts(report, left));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Level.ERROR;
            case MEDIUM, UNKNOWN -> Level.WARNING;
            case LOW, NEGLIGIBLE -> Level.NOTICE;
        };
    }

    private static String annotation(ScanReport report, PackageVulnerability v, Level level) {
        Location at = v.subject().locations().getFirst();
        String title = v.finding().rule() + " (" + v.finding().severity().word() + ") in "
                + v.subject().name() + " " + v.subject().version();
        StringBuilder message = new StringBuilder();
        if (!v.detail().summary().isEmpty()) {
            message.append(v.detail().summary()).append(". ");
        }
        message.append(v.fixedIn().isEmpty() ? "No fix is known" : "Fixed in " + v.fixedIn());
        message.append(v.isKnownExploited() ? "; known to be exploited" : "");
        message.append(report.isNew(v.finding()) ? "; new since the baseline" : "");
        message.append(". At ").append(at.path()).append('.');
        StringBuilder properties = new StringBuilder();
        if (report.target().kind().equals("directory")) {
            properties.append("file=").append(property(TargetPath.of(report.target(), at)));
            properties.append(",line=").append(Math.max(1, at.line())).append(',');
        }
        properties.append("title=").append(property(title));
        return command(level, properties.toString(), message.toString());
    }

    private static String counts(ScanReport report, int left) {
        Summary summary = Summary.of(report);
        StringBuilder text = new StringBuilder();
        if (report.vulnerabilitiesExamined()) {
            text.append(Quantity.count(summary.findings(), "finding")).append(" in ");
            text.append(summary.affectedPackages()).append(" of ");
            text.append(Quantity.count(summary.allPackages(), "package")).append(", ");
            text.append(summary.fixable())
                    .append(" fixable, ")
                    .append(report.suppressed().size());
            text.append(" set aside");
            text.append(left == 0 ? "." : "; " + left + " of them are not annotated, as GitHub shows only the first.");
        } else {
            text.append(Quantity.count(summary.allPackages(), "package"))
                    .append("; vulnerabilities were not looked for.");
        }
        long missing = report.inventory().diagnostics().stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .count();
        text.append(
                missing == 0
                        ? ""
                        : " Not everything could be examined: " + Quantity.count(missing, "diagnostic") + ".");
        int unmatched = summary.unmatched().values().stream().mapToInt(n -> n).sum();
        text.append(
                unmatched == 0 ? "" : " No advisory data was there for " + Quantity.count(unmatched, "package") + ".");
        return command(
                Level.NOTICE, "title=" + property("Drydock: " + report.target().name()), text.toString());
    }

    private static String command(Level level, String properties, String message) {
        return "::" + level.name().toLowerCase(Locale.ROOT) + " " + properties + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return PlainText.clean(text, true).replace("%", "%25");
    }

    private static String property(String text) {
        String data = PlainText.clean(text, true).replace("%", "%25");
        return data.replace(":", "%3A").replace(",", "%2C");
    }
}
