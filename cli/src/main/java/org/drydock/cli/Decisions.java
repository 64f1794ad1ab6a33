package org.drydock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.SuppressedFinding;
import org.drydock.inventory.Inventory;
import org.drydock.policy.Circumstances;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.Suppressions;
import org.drydock.policy.ignore.IgnoreFile;
import org.drydock.policy.ignore.IgnoreFiles;
import org.drydock.policy.vex.ImageIdentity;
import org.drydock.policy.vex.VexFiles;
import org.drydock.policy.vex.VexStatements;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What users and suppliers have decided about findings: exceptions, ignore files and VEX documents. */
final class Decisions {
    private final Surroundings surroundings;
    private final Suppressions suppressions;
    private final VexStatements vex;
    private final List<Diagnostic> diagnostics;

    private Decisions(
            Surroundings surroundings, Suppressions suppressions, VexStatements vex, List<Diagnostic> diagnostics) {
        this.surroundings = surroundings;
        this.suppressions = suppressions;
        this.vex = vex;
        this.diagnostics = diagnostics;
    }

    static CommandSpec withOptions(CommandSpec spec) {
        return spec.addOption(files(
                        "--ignore-file",
                        "FILE",
                        "A file of exceptions of Drydock, Grype, Trivy or OSV-Scanner, beside those in the working"
                                + " directory; repeatable."))
                .addOption(files(
                        "--vex", "FILE", "A VEX document (OpenVEX, CSAF, CycloneDX) or a folder of them; repeatable."));
    }

    private static OptionSpec files(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /**
     * Reads all files, so that a bad one is told before the target is read.
     *
     * @throws org.drydock.core.DrydockException if one cannot be read
     */
    static Decisions read(ParseResult arguments, Surroundings surroundings) {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Path own = surroundings.directory().resolve(Defaults.FILE);
        if (Files.isRegularFile(own)) {
            take(IgnoreFiles.readExceptions(own, Defaults.FILE), rules, diagnostics);
        }
        for (String name : IgnoreFiles.NAMES) {
            Path file = surroundings.directory().resolve(name);
            if (Files.isRegularFile(file)) {
                take(IgnoreFiles.read(file, name), rules, diagnostics);
            }
        }
        for (String name : Options.value(arguments, "--ignore-file", List.<String>of())) {
            take(IgnoreFiles.read(surroundings.directory().resolve(name), name), rules, diagnostics);
        }
        VexStatements vex = VexStatements.NONE;
        for (String name : Options.value(arguments, "--vex", List.<String>of())) {
            vex = vex.and(VexFiles.read(surroundings.directory().resolve(name), name));
        }
        return new Decisions(surroundings, new Suppressions(rules), vex, diagnostics);
    }

    private static void take(IgnoreFile file, List<SuppressionRule> rules, List<Diagnostic> diagnostics) {
        rules.addAll(file.rules());
        diagnostics.addAll(file.diagnostics());
    }

    /** The report with what is decided. */
    ScanReport apply(ScanReport report) {
        Circumstances circumstances =
                new Circumstances(surroundings.clock().instant(), new PackageVersions(), baseLayers(report));
        Suppressions.Outcome stated = vex.apply(report.findings(), identity(report.target()), circumstances);
        Suppressions.Outcome decided = suppressions.apply(
                stated.remaining(),
                stated.suppressed().stream().map(SuppressedFinding::finding).toList(),
                report.detectors(),
                circumstances);
        List<SuppressedFinding> aside = new ArrayList<>(stated.suppressed());
        aside.addAll(decided.suppressed());
        aside.sort((a, b) -> Finding.BY_SUBJECT.compare(a.finding(), b.finding()));
        List<Diagnostic> told = new ArrayList<>(diagnostics);
        told.addAll(stated.diagnostics());
        told.addAll(decided.diagnostics());
        return withDiagnostics(report.withSuppressed(decided.remaining(), aside), told);
    }

    /** How many layers are the base image's, 0 if that is not known. */
    static int baseLayers(ScanReport report) {
        ImageFacts image = report.target().image();
        BaseImage base = image == null ? null : image.base();
        return base == null ? 0 : base.layers();
    }

    /** The report with more to tell. */
    static ScanReport withDiagnostics(ScanReport report, List<Diagnostic> more) {
        TreeSet<Diagnostic> all = new TreeSet<>(report.inventory().diagnostics());
        all.addAll(more);
        Inventory inventory = new Inventory(
                report.inventory().distro(),
                report.inventory().packages(),
                report.inventory().unidentified(),
                List.copyOf(all),
                report.inventory().coverage());
        return new ScanReport(
                report.toolVersion(),
                report.target(),
                inventory,
                report.findings(),
                report.suppressed(),
                report.comparison(),
                report.detectors(),
                report.data(),
                report.gate());
    }

    private static ImageIdentity identity(ScanReport.Target target) {
        ImageFacts image = target.image();
        if (image == null) {
            return ImageIdentity.NONE;
        }
        List<String> digests = new ArrayList<>(List.of(image.configDigest().toString()));
        if (image.manifestDigest() != null) {
            digests.add(image.manifestDigest().toString());
        }
        String[] platform = image.platform().split("/", -1);
        return new ImageIdentity(digests, image.tags(), platform.length > 1 ? platform[1] : "");
    }
}
