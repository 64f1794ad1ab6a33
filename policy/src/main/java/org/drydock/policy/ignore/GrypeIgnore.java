package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.TextPattern;

/**
 * Reads the key {@code ignore} of {@code .grype.yaml}.
 *
 * @see <a href="https://github.com/anchore/grype#specifying-matches-to-ignore">Grype's documentation</a>
 */
final class GrypeIgnore {
    private static final Set<String> KNOWN = Set.of(
            "vulnerability",
            "include-aliases",
            "reason",
            "namespace",
            "fix-state",
            "package",
            "vex-status",
            "vex-justification",
            "match-type");
    private static final Set<String> KNOWN_OF_PACKAGE =
            Set.of("name", "version", "language", "type", "location", "upstream-name");

    private GrypeIgnore() {}

    static IgnoreFile read(Mapping document) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Mapping entry : document.mappings("ignore")) {
            String odd = whyNot(entry);
            RuleBuilder rule = new RuleBuilder(entry.place());
            if (odd.isEmpty()) {
                try {
                    conditions(entry, rule);
                } catch (org.drydock.policy.PolicyException e) {
                    odd = String.valueOf(e.getMessage()).replace(entry.place() + ": ", "");
                }
            }
            if (odd.isEmpty() && rule.isEmpty()) {
                odd = "it has no condition";
            }
            if (odd.isEmpty()) {
                rules.add(rule.buildIgnored(entry.text("reason")));
            } else {
                diagnostics.add(
                        Diagnostic.warning("unreadable-exception", entry.place(), "the entry is passed over: " + odd));
            }
        }
        return new IgnoreFile(rules, diagnostics);
    }

    private static String whyNot(Mapping entry) {
        if (!entry.text("vex-status").isEmpty()) {
            return "it selects statements of VEX documents, and those of --vex hold anyway";
        }
        if (!entry.text("vex-justification").isEmpty()) {
            return "vex-justification without vex-status";
        }
        List<String> unknown = entry.unknown(KNOWN);
        if (!unknown.isEmpty()) {
            return "unknown name " + unknown.getFirst();
        }
        Node of = entry.get("package");
        List<String> unknownOfPackage =
                of == null ? List.of() : of.asMapping("package").unknown(KNOWN_OF_PACKAGE);
        return unknownOfPackage.isEmpty() ? "" : "unknown name package." + unknownOfPackage.getFirst();
    }

    private static void conditions(Mapping entry, RuleBuilder rule) {
        String id = entry.text("vulnerability");
        if (!id.isEmpty()) {
            rule.ids(List.of(id));
            if (!entry.text("include-aliases").equals("true")) {
                rule.on((finding, _) -> FindingFacts.ownIds(finding).contains(id));
            }
        }
        String namespace = entry.text("namespace");
        if (!namespace.isEmpty()) {
            rule.on((finding, _) -> FindingFacts.packageOf(finding)
                    .filter(p -> sources(finding).stream()
                            .anyMatch(s -> GrypeWords.namespace(s.namespace(), p.type())
                                    .equals(namespace)))
                    .isPresent());
        }
        String fixState = entry.text("fix-state");
        if (!fixState.isEmpty()) {
            rule.on((finding, _) -> GrypeWords.fixState(finding).equals(fixState));
        }
        String matchType = entry.text("match-type");
        if (!matchType.isEmpty()) {
            rule.on((finding, _) -> sources(finding).stream()
                    .anyMatch(s -> (s.bySource() ? "exact-indirect-match" : "exact-direct-match").equals(matchType)));
        }
        Node of = entry.get("package");
        if (of != null) {
            packageConditions(of.asMapping("package"), rule);
        }
    }

    private static void packageConditions(Mapping of, RuleBuilder rule) {
        String name = of.text("name");
        if (!name.isEmpty()) {
            if (TextPattern.isLiteral(name)) {
                rule.name(name);
            } else {
                Predicate<String> pattern = rule.checked(() -> TextPattern.regex(name));
                rule.onPackage(p -> pattern.test(p.name()));
            }
        }
        equal(of.text("version"), PackageSubject::version, rule);
        equal(of.text("language"), p -> GrypeWords.language(p.type()), rule);
        equal(of.text("type"), p -> GrypeWords.type(p.type()), rule);
        String location = of.text("location");
        if (!location.isEmpty()) {
            rule.paths(List.of(location));
        }
        String upstream = of.text("upstream-name");
        if (!upstream.isEmpty()) {
            Predicate<String> pattern = rule.checked(() -> TextPattern.regex(upstream));
            rule.on((finding, _) ->
                    sources(finding).stream().anyMatch(s -> s.bySource() && pattern.test(s.packageName())));
        }
    }

    private static void equal(String stated, java.util.function.Function<PackageSubject, String> of, RuleBuilder rule) {
        if (!stated.isEmpty()) {
            rule.onPackage(p -> of.apply(p).equals(stated));
        }
    }

    private static List<SourceStatement> sources(Finding finding) {
        return FindingFacts.detail(finding).sources();
    }
}
