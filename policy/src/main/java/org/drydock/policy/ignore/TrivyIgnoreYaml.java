package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.text.Node.Mapping;

/**
 * Reads {@code .trivyignore.yaml}.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/filtering/#trivyignoreyaml">Trivy's documentation</a>
 */
final class TrivyIgnoreYaml {
    /** The sections, and whose findings they are about. */
    static final Map<String, String> SECTIONS = Map.of(
            "vulnerabilities", "vulnerability",
            "misconfigurations", "config",
            "secrets", "secret",
            "licenses", "license");

    private static final Set<String> KNOWN = Set.of("id", "paths", "purls", "expired_at", "statement");

    private TrivyIgnoreYaml() {}

    static IgnoreFile read(Mapping document) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String section : document.members().keySet()) {
            String detector = SECTIONS.get(section);
            if (detector != null) {
                for (Mapping entry : document.mappings(section)) {
                    entry(entry, detector, rules, diagnostics);
                }
            }
        }
        return new IgnoreFile(rules, diagnostics);
    }

    private static void entry(
            Mapping entry, String detector, List<SuppressionRule> rules, List<Diagnostic> diagnostics) {
        List<String> unknown = entry.unknown(KNOWN);
        if (!unknown.isEmpty() || entry.text("id").isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "unreadable-exception",
                    entry.place(),
                    "the entry is passed over: "
                            + (unknown.isEmpty() ? "it has no id" : "unknown name " + unknown.getFirst())));
            return;
        }
        RuleBuilder rule = new RuleBuilder(entry.place());
        rule.detector(detector);
        rule.ids(List.of(entry.text("id")));
        rule.paths(entry.texts("paths"));
        rule.purls(entry.texts("purls"));
        rule.expires(entry.text("expired_at"));
        rules.add(rule.buildIgnored(entry.text("statement")));
    }
}
