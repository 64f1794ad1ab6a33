package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.Node.Mapping;

/**
 * Reads {@code osv-scanner.toml}: {@code IgnoredVulns} and those {@code PackageOverrides} that ignore vulnerabilities.
 *
 * @see <a href="https://google.github.io/osv-scanner/configuration/">OSV-Scanner's documentation</a>
 */
final class OsvScannerConfig {
    private static final Set<String> VULNERABILITY = Set.of("id", "ignoreUntil", "reason");
    private static final Set<String> PACKAGE = Set.of(
            "name", "version", "ecosystem", "group", "ignore", "vulnerability", "license", "effectiveUntil", "reason");

    private OsvScannerConfig() {}

    static IgnoreFile read(Mapping document) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Mapping entry : document.mappings("IgnoredVulns")) {
            rules.add(vulnerability(entry));
        }
        for (Mapping entry : document.mappings("PackageOverrides")) {
            override(entry, rules, diagnostics);
        }
        return new IgnoreFile(rules, diagnostics);
    }

    private static SuppressionRule vulnerability(Mapping entry) {
        for (String name : entry.unknown(VULNERABILITY)) {
            throw RuleBuilder.unknownName(entry, name, VULNERABILITY);
        }
        if (entry.text("id").isEmpty()) {
            throw entry.wrong("IgnoredVulns: an id was expected");
        }
        RuleBuilder rule = new RuleBuilder(entry.place());
        rule.detector("vulnerability");
        rule.ids(List.of(entry.text("id")));
        rule.expires(entry.text("ignoreUntil"));
        return rule.buildIgnored(entry.text("reason"));
    }

    private static void override(Mapping entry, List<SuppressionRule> rules, List<Diagnostic> diagnostics) {
        for (String name : entry.unknown(PACKAGE)) {
            throw RuleBuilder.unknownName(entry, name, PACKAGE);
        }
        boolean whole = entry.text("ignore").equals("true");
        if (!whole && !ignores(entry, "vulnerability")) {
            return;
        }
        if (!entry.text("group").isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "unreadable-exception",
                    entry.place(),
                    "the entry is passed over: it is about the dependency group " + entry.text("group")
                            + ", and installed packages do not tell theirs"));
            return;
        }
        RuleBuilder rule = new RuleBuilder(entry.place());
        if (!whole) {
            rule.detector("vulnerability");
        }
        String name = entry.text("name");
        if (!name.isEmpty()) {
            rule.name(name);
        }
        String version = entry.text("version");
        if (!version.isEmpty()) {
            rule.onPackage(p -> p.version().equals(version));
        }
        String ecosystem = entry.text("ecosystem");
        if (!ecosystem.isEmpty()) {
            rule.on((finding, _) -> isOf(finding, ecosystem.toLowerCase(Locale.ROOT)));
        }
        if (rule.isEmpty()) {
            rule.onPackage(_ -> true);
        }
        rule.expires(entry.text("effectiveUntil"));
        rules.add(rule.buildIgnored(entry.text("reason")));
    }

    private static boolean ignores(Mapping entry, String what) {
        Node node = entry.get(what);
        return node != null && node.asMapping(what).text("ignore").equals("true");
    }

    private static boolean isOf(Finding finding, String ecosystem) {
        return FindingFacts.packageOf(finding)
                        .map(PackageSubject::type)
                        .filter(ecosystem::equals)
                        .isPresent()
                || FindingFacts.packageOf(finding)
                        .filter(p -> language(p.type()).equals(ecosystem))
                        .isPresent()
                || FindingFacts.detail(finding).sources().stream()
                        .map(SourceStatement::namespace)
                        .map(n -> n.toLowerCase(Locale.ROOT).replace("rocky:", "rocky linux:"))
                        .anyMatch(n -> n.equals(ecosystem) || n.startsWith(ecosystem + ":"));
    }

    private static String language(String type) {
        return switch (type) {
            case "java" -> "maven";
            case "python" -> "pypi";
            case "gem" -> "rubygems";
            case "composer" -> "packagist";
            case "cargo" -> "crates.io";
            default -> type;
        };
    }
}
