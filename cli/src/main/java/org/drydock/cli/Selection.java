package org.drydock.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drydock.core.Comparison;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.SuppressedFinding;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.Gate;
import org.drydock.report.ScanReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which of the findings are asked for. What is left out is counted in a diagnostic. */
final class Selection {
    private final boolean onlyFixed;
    private final BaseLayers base;

    private Selection(boolean onlyFixed, BaseLayers base) {
        this.onlyFixed = onlyFixed;
        this.base = base;
    }

    static CommandSpec withOptions(CommandSpec spec) {
        return spec.addOption(Options.flag("--only-fixed", "--ignore-unfixed")
                .description("Report only findings that a known version mends.")
                .build());
    }

    static Selection of(ParseResult arguments, BaseLayers base) {
        return new Selection(Options.isSet(arguments, "--only-fixed"), base);
    }

    /** The report with the findings asked for. */
    ScanReport apply(ScanReport report) {
        int baseLayers = Decisions.baseLayers(report);
        Predicate<Finding> wanted = f -> isWanted(f) && base.wants(f, baseLayers);
        List<Finding> kept = report.findings().stream().filter(wanted).toList();
        List<SuppressedFinding> aside = report.suppressed().stream()
                .filter(s -> wanted.test(s.finding()))
                .toList();
        int left = report.findings().size() - kept.size();
        if (left == 0 && aside.size() == report.suppressed().size()) {
            return report;
        }
        ScanReport selected = report.withSuppressed(kept, aside);
        Comparison comparison = report.comparison();
        if (comparison != null) {
            selected = selected.withComparison(narrowed(comparison, kept));
        }
        String asked = (base.part().isEmpty() ? "" : " --only " + base.part()) + (onlyFixed ? " --only-fixed" : "");
        return Decisions.withDiagnostics(
                selected,
                List.of(Diagnostic.note(
                        "findings-left-out",
                        report.target().reference(),
                        left + " findings are not in this report, as asked for by" + asked)));
    }

    private boolean isWanted(Finding finding) {
        return !onlyFixed || FindingFacts.isFixable(finding) || !Gate.stands(finding);
    }

    private Comparison narrowed(Comparison comparison, List<Finding> kept) {
        Set<String> added = kept.stream()
                .filter(comparison::isNew)
                .map(Finding::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
        int standing = (int) kept.stream().filter(Gate::stands).count();
        List<Finding> removed =
                comparison.removed().stream().filter(this::isWanted).toList();
        return new Comparison(comparison.baseline(), added, removed, standing - added.size());
    }
}
