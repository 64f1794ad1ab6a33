package org.drydock.runtime.rules;

import java.io.OutputStream;
import java.util.List;
import org.drydock.json.JsonWriter;

/** Tells what came of loading rule files, in Falco's forms. */
public final class LoadResults {
    private LoadResults() {}

    /** Writes the JSON document that {@code falco -V} prints. */
    public static void writeJson(List<LoadResult> results, OutputStream out) {
        try (JsonWriter json = JsonWriter.compact(out)) {
            json.object().array("falco_load_results");
            for (LoadResult result : results) {
                json.object();
                issues(json, "errors", result.errors());
                json.member("name", result.file()).member("successful", result.isSuccessful());
                issues(json, "warnings", result.warnings());
                json.endObject();
            }
            json.endArray().endObject();
        }
    }

    private static void issues(JsonWriter json, String name, List<LoadIssue> issues) {
        json.array(name);
        for (LoadIssue issue : issues) {
            json.object()
                    .member("code", issue.code().name())
                    .member("codedesc", issue.code().description())
                    .object("context")
                    .array("locations");
            for (Location location : issue.locations()) {
                json.object()
                        .member("item_name", location.itemName())
                        .member("item_type", location.itemType())
                        .object("position")
                        .member("column", location.column())
                        .member("line", location.line())
                        .member("name", location.file())
                        .member("offset", location.offset())
                        .endObject()
                        .endObject();
            }
            json.endArray()
                    .member("snippet", issue.snippet())
                    .endObject()
                    .member("message", issue.message())
                    .endObject();
        }
        json.endArray();
    }

    /** One file's result for people: a line, then one paragraph for each issue. */
    public static String text(LoadResult result) {
        StringBuilder text = new StringBuilder(result.file()).append(": ");
        text.append(!result.isSuccessful() ? "Invalid" : result.warnings().isEmpty() ? "Ok" : "Ok, with warnings")
                .append('\n');
        paragraphs(text, "Errors", result.errors());
        paragraphs(text, "Warnings", result.warnings());
        return text.toString();
    }

    private static void paragraphs(StringBuilder text, String title, List<LoadIssue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        text.append(issues.size()).append(' ').append(title).append(":\n");
        for (LoadIssue issue : issues) {
            String before = "In ";
            for (Location at : issue.locations()) {
                text.append(before).append(at.itemType());
                text.append(at.itemName().isEmpty() ? "" : " '" + at.itemName() + "'");
                text.append(": (" + at.file() + ":" + at.line() + ":" + at.column() + ")\n");
                before = "    ";
            }
            if (!issue.snippet().isEmpty()) {
                text.append("------\n").append(issue.snippet()).append("\n------\n");
            }
            text.append(issue.code())
                    .append(" (")
                    .append(issue.code().description())
                    .append("): ");
            text.append(issue.message()).append('\n');
        }
    }
}
