package org.drydock.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.inventory.Inventory;
import org.drydock.policy.Gate;
import org.drydock.report.ScanReport;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.match.VulnerabilityMatcher;
import org.drydock.vuln.store.AdvisoryStores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock scan}: the known vulnerabilities of a target. */
final class ScanVerb implements Verb {
    private static final List<String> LATER_SCANNERS = List.of("secret", "malware", "config", "license");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = withScanOptions(
                        Examination.withTarget(CommandSpec.create().name("scan"), true))
                .addOption(OptionSpec.builder("--fail-on-new")
                        .type(String.class)
                        .paramLabel("SEVERITY")
                        .description("End with exit code 2 if a finding that the baseline does not have is at least so"
                                + " severe; needs --baseline.")
                        .build())
                .addOption(OptionSpec.builder("--fail-on")
                        .type(String.class)
                        .paramLabel("SEVERITY")
                        .description("End with exit code 2 if a finding is at least so severe: negligible, low, medium,"
                                + " high or critical.")
                        .build())
                .addOption(Options.flag(Options.SHOW_SUPPRESSED)
                        .description("List in the table what is set aside or folded, too.")
                        .build())
                .addOption(OptionSpec.builder("--scanners")
                        .type(String.class)
                        .paramLabel("LIST")
                        .description("What to look for. This version knows vuln.")
                        .build())
                .addOption(Options.flag("--fail-on-stale")
                        .description("End with exit code 1 if there is such a warning.")
                        .build());
        spec.usageMessage()
                .description("Finds the known vulnerabilities of an image, a directory or the host.")
                .footer(
                        "",
                        "Examples:",
                        "  drydock scan host",
                        "  drydock scan registry:debian:12",
                        "  docker save shop:1 -o shop.tar && drydock scan shop.tar",
                        "  drydock scan shop.tar --fail-on high -o table -o json=report.json");
        return spec;
    }

    /** What every command that scans understands. */
    static CommandSpec withScanOptions(CommandSpec spec) {
        Decisions.withOptions(spec);
        BaselineOption.withOption(spec);
        BaseLayers.withOptions(spec);
        spec.addOption(OptionSpec.builder("--max-data-age")
                .type(String.class)
                .paramLabel("AGE")
                .description("Warn if data that is used was last held against its publisher's longer ago: 5d (the"
                        + " default), 36h, 90m; 0 for never.")
                .build());
        return Selection.withOptions(spec);
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        checkScanners(arguments);
        UsedData.age(arguments);
        Severity newGate = severity(arguments, "--fail-on-new");
        if (newGate != null && Options.value(arguments, "--baseline", "").isEmpty()) {
            throw usage(arguments, "--fail-on-new: needs --baseline");
        }
        Severity gate = severity(arguments, "--fail-on");
        return TargetList.of(arguments, surroundings, true).examine((target, alone) -> {
            UsedData usedData = UsedData.of(arguments, surroundings);
            ScanReport report = scan(arguments, surroundings, usedData, target, alone, gate);
            SuppressedLines.write(report, arguments, surroundings);
            return new TargetList.Outcome(report, exit(report, newGate, usedData));
        });
    }

    private static int exit(ScanReport report, @Nullable Severity newGate, UsedData usedData) {
        if (report.inventory().packages().isEmpty()) {
            return ExitCode.NOTHING_TO_EXAMINE;
        }
        List<Finding> added =
                report.findings().stream().filter(f -> isNew(f, report)).toList();
        return passes(report.gate(), report.findings()) && passes(newGate, added)
                ? usedData.exitCode()
                : ExitCode.GATE_FAILED;
    }

    private static boolean passes(@Nullable Severity threshold, List<Finding> findings) {
        return threshold == null || new Gate(threshold).judge(findings).passes();
    }

    private static boolean isNew(Finding finding, ScanReport report) {
        return report.comparison() != null && report.comparison().isNew(finding);
    }

    /** Takes the target's inventory, judges it and lets what is decided hold. */
    static ScanReport scan(
            ParseResult arguments,
            Surroundings surroundings,
            UsedData usedData,
            String target,
            boolean alone,
            @Nullable Severity gate) {
        Decisions decisions = Decisions.read(arguments, surroundings);
        BaseLayers base = BaseLayers.of(arguments);
        BaselineOption baseline = BaselineOption.of(arguments, surroundings);
        Examination examination = new Examination(arguments, surroundings);
        String today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC)
                .toString();
        ScanReport found =
                base.tell(judge(examination.take(target, alone), usedData, gate, today), examination::layersOf);
        ScanReport decided = decisions.apply(found);
        ScanReport compared =
                baseline.compare(decided, other -> judge(examination.take(other, alone), usedData, gate, today));
        return Selection.of(arguments, base).apply(compared);
    }

    private static ScanReport judge(Examination.Taken taken, UsedData usedData, @Nullable Severity gate, String today) {
        Path storeDirectory = usedData.store();
        try (Knowledge knowledge = new Knowledge(
                AdvisoryStores.exists(storeDirectory) ? AdvisoryStores.open(storeDirectory) : null,
                AdvisoryStores.starter())) {
            VulnerabilityMatcher.Result result = new VulnerabilityMatcher(
                            knowledge, new VulnerabilityMatcher.Options(false, today))
                    .match(taken.inventory());
            List<ScanReport.DataSource> data = new ArrayList<>();
            for (Knowledge.Used used : knowledge.used()) {
                data.add(new ScanReport.DataSource(
                        used.source().name(),
                        used.namespaces(),
                        used.source().date(),
                        used.source().records(),
                        used.starter()));
            }
            List<Diagnostic> diagnostics = new ArrayList<>(result.diagnostics());
            diagnostics.addAll(usedData.judge(knowledge));
            List<Finding> findings = result.findings();
            return new ScanReport(
                    Main.VERSION,
                    taken.target(),
                    withDiagnostics(taken.inventory(), diagnostics),
                    findings,
                    data,
                    gate);
        }
    }

    private static Inventory withDiagnostics(Inventory inventory, List<Diagnostic> more) {
        TreeSet<Diagnostic> all = new TreeSet<>(inventory.diagnostics());
        all.addAll(more);
        return new Inventory(
                inventory.distro(),
                inventory.packages(),
                inventory.unidentified(),
                List.copyOf(all),
                inventory.coverage());
    }

    private static @Nullable Severity severity(ParseResult arguments, String option) {
        String word = Options.value(arguments, option, "");
        if (word.isEmpty()) {
            return null;
        }
        Optional<Severity> severity = Severity.ofWord(word);
        if (severity.isEmpty() || severity.get() == Severity.UNKNOWN) {
            throw usage(arguments, option + " " + word + ": expected negligible, low, medium, high or critical");
        }
        return severity.get();
    }

    private static void checkScanners(ParseResult arguments) {
        for (String scanner : Options.value(arguments, "--scanners", "vuln").split(",", -1)) {
            if (LATER_SCANNERS.contains(scanner)) {
                throw usage(arguments, "--scanners " + scanner + ": not in this version, which looks for vuln only");
            }
            if (!scanner.equals("vuln")) {
                throw usage(arguments, "--scanners " + scanner + ": no such scanner; this version knows vuln");
            }
        }
    }

    private static ParameterException usage(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
