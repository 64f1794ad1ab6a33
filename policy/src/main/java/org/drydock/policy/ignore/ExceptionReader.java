package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.core.Suppression;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.LayerSplit;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.SuppressionRule.Condition;
import org.drydock.policy.VersionSet;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.TextPattern;

/** Reads the key {@code exceptions} of Drydock's own file; {@code docs/exceptions.md} describes it. */
final class ExceptionReader {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "fingerprint",
            "package",
            "type",
            "version",
            "purl",
            "path",
            "layer",
            "fix",
            "severity",
            "reason",
            "owner",
            "expires",
            "justification");
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "component_not_present",
            "vulnerable_code_not_present",
            "vulnerable_code_not_in_execute_path",
            "vulnerable_code_cannot_be_controlled_by_adversary",
            "inline_mitigations_already_exist");

    private ExceptionReader() {}

    static IgnoreFile read(Mapping document) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Mapping entry : document.mappings("exceptions")) {
            rules.add(rule(entry));
            if (entry.text("reason").isBlank()) {
                diagnostics.add(Diagnostic.warning(
                        "exception-without-reason", entry.place(), "the exception does not say why; add a reason"));
            }
        }
        return new IgnoreFile(rules, diagnostics);
    }

    private static SuppressionRule rule(Mapping entry) {
        for (String name : entry.unknown(KNOWN)) {
            throw RuleBuilder.unknownName(entry, name, KNOWN);
        }
        RuleBuilder rule = new RuleBuilder(entry.place());
        ids(entry.texts("id"), rule);
        List<String> fingerprints = entry.texts("fingerprint");
        if (!fingerprints.isEmpty()) {
            Set<String> any = Set.copyOf(fingerprints);
            rule.on((finding, _) -> any.contains(finding.fingerprint()));
        }
        packages(entry, rule);
        rule.purls(entry.texts("purl"));
        rule.paths(entry.texts("path"));
        circumstances(entry, rule);
        rule.expires(entry.text("expires"));
        if (rule.isEmpty()) {
            throw entry.wrong("the exception names nothing that it is about: add an id, a package, a purl or a path");
        }
        String justification = entry.text("justification");
        if (!justification.isEmpty() && !JUSTIFICATIONS.contains(justification)) {
            throw entry.wrong("justification " + justification + ": expected "
                    + String.join(", ", JUSTIFICATIONS.stream().sorted().toList()));
        }
        return rule.build(Suppression.Kind.EXCEPTION, entry.text("reason"), entry.text("owner"), justification);
    }

    private static void ids(List<String> stated, RuleBuilder rule) {
        if (stated.stream().allMatch(TextPattern::isPlain)) {
            rule.ids(stated);
            return;
        }
        List<Predicate<String>> globs = stated.stream()
                .map(id -> rule.checked(() -> TextPattern.glob(id)))
                .toList();
        rule.on((finding, _) ->
                FindingFacts.ids(finding).stream().anyMatch(id -> globs.stream().anyMatch(glob -> glob.test(id))));
    }

    private static void packages(Mapping entry, RuleBuilder rule) {
        List<String> names = entry.texts("package");
        if (names.stream().allMatch(TextPattern::isPlain)) {
            names.forEach(rule::name);
        } else {
            List<Predicate<String>> globs = names.stream()
                    .map(name -> rule.checked(() -> TextPattern.glob(name)))
                    .toList();
            rule.onPackage(p -> globs.stream().anyMatch(glob -> glob.test(p.name())));
        }
        List<String> types = entry.texts("type");
        if (!types.isEmpty()) {
            rule.onPackage(
                    p -> types.contains(p.type()) || types.contains(p.purl().type()));
        }
        String version = entry.text("version");
        if (!version.isEmpty()) {
            VersionSet versions = rule.checked(() -> VersionSet.parse(version));
            rule.on((finding, circumstances) -> FindingFacts.packageOf(finding)
                    .filter(p -> versions.holds(p.purl(), p.version(), circumstances.versions()))
                    .isPresent());
        }
    }

    private static void circumstances(Mapping entry, RuleBuilder rule) {
        String layer = entry.text("layer");
        if (!layer.isEmpty()) {
            rule.on(layer(layer, entry));
        }
        String fix = entry.text("fix");
        switch (fix) {
            case "" -> {}
            case "available" -> rule.on((finding, _) -> FindingFacts.isFixable(finding));
            case "none" -> rule.on((finding, _) -> !FindingFacts.isFixable(finding));
            default -> throw entry.wrong("fix " + fix + ": expected available or none");
        }
        List<String> words = entry.texts("severity");
        if (!words.isEmpty()) {
            List<Severity> severities =
                    words.stream().map(word -> severity(word, entry)).toList();
            rule.on((finding, _) -> severities.contains(finding.severity()));
        }
    }

    private static Severity severity(String word, Node entry) {
        return Severity.ofWord(word)
                .orElseThrow(() -> entry.wrong(
                        "severity " + word + ": expected unknown, negligible, low, medium, high or critical"));
    }

    private static Condition layer(String layer, Node entry) {
        switch (layer.toLowerCase(Locale.ROOT)) {
            case "base" -> {
                return (finding, circumstances) ->
                        LayerSplit.of(finding, circumstances.baseLayers()) == LayerSplit.BASE;
            }
            case "own" -> {
                return (finding, circumstances) -> circumstances.baseLayers() > 0
                        && LayerSplit.of(finding, circumstances.baseLayers()) == LayerSplit.OWN;
            }
            default -> {
                try {
                    int index = Integer.parseInt(layer);
                    return (finding, _) -> !FindingFacts.locations(finding).isEmpty()
                            && FindingFacts.locations(finding).stream()
                                    .allMatch(
                                            l -> l.layer() != null && l.layer().index() == index);
                } catch (NumberFormatException e) {
                    throw entry.wrong("layer " + layer + ": expected base, own or a layer's index");
                }
            }
        }
    }
}
