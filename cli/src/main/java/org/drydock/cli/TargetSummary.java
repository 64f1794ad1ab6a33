package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.json.JsonWriter;
import org.drydock.report.ScanReport;

/** How the examination of several targets ended, in the order in which they were named. */
final class TargetSummary {
    private static final List<Severity> SHOWN =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    private static final List<Integer> WORST_FIRST =
            List.of(ExitCode.ERROR, ExitCode.GATE_FAILED, ExitCode.NOTHING_TO_EXAMINE, ExitCode.PASS);
    private static final int MAX_TARGET = 60;

    private final List<TargetList.Result> results;

    TargetSummary(List<TargetList.Result> results) {
        this.results = results;
    }

    /** What the worst of them ends with: an error, then a failed gate, then nothing to examine. */
    int exit() {
        return WORST_FIRST.stream()
                .filter(code -> results.stream().anyMatch(r -> r.exit() == code))
                .findFirst()
                .orElse(ExitCode.PASS);
    }

    /** For people: a line for each target, errors in full, and the counts. */
    String text() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"TARGET", "PACKAGES", "CRITICAL", "HIGH", "MEDIUM", "LOW", "RESULT"});
        results.forEach(result -> rows.add(row(result)));
        int[] widths = new int[7];
        rows.forEach(row -> {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(padded(row[0], widths[0], false));
            for (int i = 1; i < row.length - 1; i++) {
                text.append("  ").append(padded(row[i], widths[i], true));
            }
            text.append("  ").append(row[row.length - 1]).append('\n');
        }
        return text.append(counts()).append('\n').toString();
    }

    /** For programs. */
    String json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.pretty(bytes)) {
            out.object().member("schemaVersion", "1.0").member("exit", exit()).array("targets");
            for (TargetList.Result result : results) {
                out.object().member("reference", result.target()).member("result", word(result.exit()));
                out.member("exit", result.exit());
                TargetList.Outcome outcome = result.outcome();
                if (outcome == null) {
                    out.member("error", result.error());
                } else {
                    out.member(
                            "packages", outcome.report().inventory().packages().size());
                    out.object("findings");
                    counts(outcome.report())
                            .forEach((severity, count) ->
                                    out.member(severity.name().toLowerCase(Locale.ROOT), count));
                    out.endObject();
                }
                out.strings("reports", result.files()).endObject();
            }
            out.endArray().endObject();
        }
        return bytes.toString(StandardCharsets.UTF_8) + "\n";
    }

    private static String[] row(TargetList.Result result) {
        String[] row = {shortened(result.target()), "-", "-", "-", "-", "-", word(result.exit())};
        TargetList.Outcome outcome = result.outcome();
        if (outcome == null) {
            row[6] += ": " + result.error().replaceAll("\\p{Cntrl}", " ");
            return row;
        }
        row[1] = String.valueOf(outcome.report().inventory().packages().size());
        if (outcome.report().vulnerabilitiesExamined()) {
            Map<Severity, Integer> counts = counts(outcome.report());
            for (int i = 0; i < SHOWN.size(); i++) {
                row[2 + i] = String.valueOf(counts.getOrDefault(SHOWN.get(i), 0));
            }
        }
        return row;
    }

    /** What needs action, by severity. */
    private static Map<Severity, Integer> counts(ScanReport report) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Finding finding : report.findings()) {
            if (finding.status() != Status.FIXED && finding.status() != Status.NOT_AFFECTED) {
                counts.merge(finding.severity(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private String counts() {
        StringBuilder text = new StringBuilder().append(results.size()).append(" targets");
        String separator = ": ";
        for (int i = WORST_FIRST.size() - 1; i >= 0; i--) {
            int code = WORST_FIRST.get(i);
            long count = results.stream().filter(r -> r.exit() == code).count();
            if (count > 0) {
                text.append(separator).append(count).append(' ').append(word(code));
                separator = ", ";
            }
        }
        return text.toString();
    }

    private static String word(int exit) {
        return switch (exit) {
            case ExitCode.PASS -> "pass";
            case ExitCode.GATE_FAILED -> "gate failed";
            case ExitCode.NOTHING_TO_EXAMINE -> "nothing to examine";
            default -> "error";
        };
    }

    private static String shortened(String target) {
        String safe = target.replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= MAX_TARGET ? safe : "…" + safe.substring(safe.length() - MAX_TARGET + 1);
    }

    private static String padded(String text, int width, boolean right) {
        String padding = " ".repeat(width - text.length());
        return right ? padding + text : text + padding;
    }
}
