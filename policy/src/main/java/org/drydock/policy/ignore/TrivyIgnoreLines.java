package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.policy.PolicyException;
import org.drydock.policy.SuppressionRule;

/**
 * Reads {@code .trivyignore}: an id a line, {@code exp:YYYY-MM-DD} behind it, comments after {@code #} at the beginning of
 * a line. Ids are of whatever scanner.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/filtering/#trivyignore">Trivy's documentation</a>
 */
final class TrivyIgnoreLines {
    private TrivyIgnoreLines() {}

    static IgnoreFile read(String text, String name) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                line(stripped, name + ":" + number, rules, diagnostics);
            }
        }
        return new IgnoreFile(rules, diagnostics);
    }

    private static void line(String line, String place, List<SuppressionRule> rules, List<Diagnostic> diagnostics) {
        List<String> fields = List.of(line.split("\\s+"));
        RuleBuilder rule = new RuleBuilder(place);
        rule.ids(List.of(fields.getFirst()));
        String expiry = fields.stream()
                .filter(field -> field.startsWith("exp:"))
                .map(field -> field.substring("exp:".length()))
                .findFirst()
                .orElse(null);
        try {
            if (expiry != null) {
                if (expiry.length() != 10) {
                    throw new PolicyException(place + ": not a date (expected YYYY-MM-DD): " + expiry);
                }
                rule.expires(expiry);
            }
            rules.add(rule.buildIgnored(""));
        } catch (PolicyException e) {
            diagnostics.add(Diagnostic.warning(
                    "unreadable-exception",
                    place,
                    "the line is passed over: exp:" + expiry + " is not a date such as exp:2027-01-31"));
        }
    }
}
