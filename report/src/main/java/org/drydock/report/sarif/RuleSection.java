package org.drydock.report.sarif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Severity;
import org.drydock.json.JsonWriter;
import org.drydock.report.MarkdownText;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.PlainText;
import org.drydock.report.VulnerabilityPage;

/** One element of {@code rules}: a vulnerability, as bad as it is in the package where it is worst. */
final class RuleSection {
    private static final int LONGEST = 500;
    private static final int MOST_PACKAGES = 20;
    private static final int MOST_TAGS = 10;

    private RuleSection() {}

    static void write(String id, List<PackageVulnerability> same, JsonWriter json) {
        PackageVulnerability worst = worst(same);
        String summary = same.stream()
                .map(v -> v.detail().summary())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(id);
        json.object().member("id", id).member("name", "KnownVulnerability");
        text("shortDescription", clean(summary.equals(id) ? id : id + ": " + summary), json);
        text("fullDescription", clean(summary), json);
        json.memberIfPresent("helpUri", VulnerabilityPage.addressOf(id));
        json.object("help").member("text", help(id, summary, same));
        json.member("markdown", markdown(id, summary, same)).endObject();
        json.object("defaultConfiguration")
                .member("level", level(worst.finding().severity()));
        json.endObject();
        json.object("properties").strings("tags", tags(worst));
        json.member("precision", "very-high");
        json.memberIfPresent("security-severity", securitySeverity(worst));
        json.member("problem.severity", problemSeverity(worst.finding().severity()));
        json.endObject().endObject();
    }

    private static PackageVulnerability worst(List<PackageVulnerability> same) {
        PackageVulnerability worst = same.getFirst();
        for (PackageVulnerability v : same) {
            if (v.finding().severity().compareTo(worst.finding().severity()) > 0) {
                worst = v;
            }
        }
        return worst;
    }

    private static void text(String member, String text, JsonWriter json) {
        json.object(member).member("text", text).endObject();
    }

    private static String clean(String text) {
        String clean = PlainText.clean(text, true);
        return clean.isEmpty() ? "-" : clean;
    }

    private static String help(String id, String summary, List<PackageVulnerability> same) {
        List<String> lines = new ArrayList<>();
        lines.add(clean(id));
        lines.add(clean(summary));
        for (PackageVulnerability v : same.subList(0, Math.min(MOST_PACKAGES, same.size()))) {
            lines.add(clean(v.subject().name() + " " + v.subject().version() + ": " + fix(v)));
        }
        if (same.size() > MOST_PACKAGES) {
            lines.add("and " + (same.size() - MOST_PACKAGES) + " more");
        }
        references(same).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String fix(PackageVulnerability v) {
        return v.fixedIn().isEmpty() ? "no fix is known" : "fixed in " + v.fixedIn();
    }

    private static String markdown(String id, String summary, List<PackageVulnerability> same) {
        StringBuilder text = new StringBuilder("**");
        text.append(MarkdownText.link(id, VulnerabilityPage.addressOf(id), LONGEST))
                .append("** ");
        text.append(summary.equals(id) ? "" : MarkdownText.escape(summary, LONGEST));
        text.append("\n\n| Package | Installed | Fixed in |\n|---|---|---|\n");
        for (PackageVulnerability v : same.subList(0, Math.min(MOST_PACKAGES, same.size()))) {
            text.append("| ")
                    .append(MarkdownText.code(v.subject().name(), LONGEST))
                    .append(" | ");
            text.append(MarkdownText.code(v.subject().version(), LONGEST)).append(" | ");
            text.append(MarkdownText.code(v.fixedIn(), LONGEST)).append(" |\n");
        }
        if (same.size() > MOST_PACKAGES) {
            text.append("\nand ").append(same.size() - MOST_PACKAGES).append(" more\n");
        }
        List<String> references = references(same);
        text.append(references.isEmpty() ? "" : "\n");
        references.forEach(address -> text.append("- <").append(address).append(">\n"));
        return text.toString();
    }

    private static List<String> references(List<PackageVulnerability> same) {
        return same.stream()
                .flatMap(v -> v.detail().references().stream())
                .filter(VulnerabilityPage::isUsable)
                .distinct()
                .limit(MOST_PACKAGES)
                .toList();
    }

    private static List<String> tags(PackageVulnerability v) {
        Set<String> tags = new LinkedHashSet<>(
                List.of("security", "vulnerability", v.finding().severity().word()));
        if (v.isKnownExploited()) {
            tags.add("known-exploited");
        }
        v.detail().cwes().stream()
                .map(cwe -> PlainText.clean(cwe, false).toLowerCase(Locale.ROOT))
                .filter(cwe -> !cwe.isEmpty())
                .forEach(cwe -> tags.add("external/cwe/" + cwe));
        return tags.stream().limit(MOST_TAGS).toList();
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM, UNKNOWN -> "warning";
            case LOW, NEGLIGIBLE -> "note";
        };
    }

    private static String problemSeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM, UNKNOWN -> "warning";
            case LOW, NEGLIGIBLE -> "recommendation";
        };
    }

    /**
     * The number by which GitHub tells the severity: the CVSS score that gave it, or, where a word was stated, one of the
     * range that the word stands for. Empty if nobody has stated a severity.
     */
    private static String securitySeverity(PackageVulnerability v) {
        Severity severity = v.finding().severity();
        if (severity == Severity.UNKNOWN) {
            return "";
        }
        for (CvssScore score : v.detail().cvss()) {
            if (Severity.ofCvss(score.score(), 3) == severity) {
                return String.valueOf(score.score());
            }
        }
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
            case NEGLIGIBLE, UNKNOWN -> "0.5";
        };
    }
}
