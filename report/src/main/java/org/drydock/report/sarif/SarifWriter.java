package org.drydock.report.sarif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Comparison;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonWriter;
import org.drydock.report.JsonOutput;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes SARIF 2.1.0 as code scanning services take it: one run, a rule for each vulnerability, a result for each
 * finding, the most pressing first, then those set aside with their suppression. No more results are written than GitHub
 * takes; a notification says how many are left out. Findings that are fixed or not affected are not told of, nor are the
 * results of the baseline that are gone: services would show them as open.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">GitHub's
 *     support for SARIF</a>
 */
public final class SarifWriter implements ReportWriter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** GitHub refuses a run with more results or rules. */
    static final int MOST_RESULTS = 25_000;

    /** GitHub shows no more results of a run. */
    private static final int MOST_SHOWN = 5_000;

    private static final int MOST_DIAGNOSTICS = 1_000;

    private final int mostResults;

    public SarifWriter() {
        this(MOST_RESULTS);
    }

    SarifWriter(int mostResults) {
        this.mostResults = mostResults;
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> document(report, json));
    }

    private void document(ScanReport report, JsonWriter json) {
        List<SarifResult> all = SarifResult.of(report);
        List<SarifResult> results = all.subList(0, Math.min(mostResults, all.size()));
        Map<String, List<PackageVulnerability>> rules = new LinkedHashMap<>();
        for (SarifResult result : results) {
            PackageVulnerability v = result.vulnerability();
            rules.computeIfAbsent(v.finding().rule(), _ -> new ArrayList<>()).add(v);
        }
        List<String> ruleIds = List.copyOf(rules.keySet());
        json.object().member("$schema", SCHEMA).member("version", "2.1.0");
        json.array("runs").object().object("tool").object("driver");
        json.member("name", "Drydock").member("version", report.toolVersion());
        json.array("rules");
        rules.forEach((id, same) -> RuleSection.write(id, same, json));
        json.endArray().endObject().endObject();
        invocation(report, all.size(), results.size(), json);
        json.object("originalUriBaseIds").object(ResultSection.ROOT).object("description");
        json.member("text", "The root of " + report.target().name());
        json.endObject().endObject().endObject();
        json.member("columnKind", "utf16CodeUnits");
        ResultSection section = new ResultSection(report, ruleIds, json);
        json.array("results");
        results.forEach(section::write);
        json.endArray();
        properties(report, json);
        json.endObject().endArray().endObject();
    }

    private static void invocation(ScanReport report, int all, int written, JsonWriter json) {
        json.array("invocations").object().member("executionSuccessful", true);
        json.array("toolExecutionNotifications");
        if (written < all) {
            notification(
                    "results-left-out",
                    "warning",
                    "Only the " + written + " most pressing of " + all
                            + " results are in this file: GitHub takes no more.",
                    json);
        }
        if (all > MOST_SHOWN) {
            notification(
                    "results-not-shown",
                    "note",
                    "There are " + all + " results; GitHub shows the " + MOST_SHOWN + " most severe.",
                    json);
        }
        List<Diagnostic> diagnostics = report.inventory().diagnostics();
        diagnostics.stream()
                .limit(MOST_DIAGNOSTICS)
                .forEach(d -> notification(d.code(), level(d.level()), d.place() + ": " + d.message(), json));
        if (diagnostics.size() > MOST_DIAGNOSTICS) {
            int left = diagnostics.size() - MOST_DIAGNOSTICS;
            notification("diagnostics-left-out", "warning", left + " more diagnostics are left out.", json);
        }
        json.endArray().endObject().endArray();
    }

    private static void notification(String code, String level, String text, JsonWriter json) {
        json.object().object("descriptor").member("id", code).endObject();
        json.member("level", level).object("message").member("text", ResultSection.message(text));
        json.endObject().endObject();
    }

    private static String level(Diagnostic.Level level) {
        return switch (level) {
            case NOT_EXAMINED -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static void properties(ScanReport report, JsonWriter json) {
        json.object("properties").member("target", report.target().reference());
        if (report.target().image() != null) {
            json.member("imageId", report.target().image().configDigest().toString());
            json.strings("imageTags", report.target().image().tags());
        }
        json.member("suppressed", report.suppressed().size());
        Comparison comparison = report.comparison();
        if (comparison != null) {
            json.object("comparison").member("baseline", comparison.baseline());
            json.member("new", comparison.added().size());
            json.member("removed", comparison.removed().size());
            json.member("unchanged", comparison.unchanged()).endObject();
        }
        json.endObject();
    }
}
