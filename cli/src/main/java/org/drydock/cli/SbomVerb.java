package org.drydock.cli;

import org.drydock.report.ScanReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock sbom}: what is in a target, without a judgement. */
final class SbomVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Examination.withTarget(CommandSpec.create().name("sbom"), false);
        spec.usageMessage().description("Lists the packages of an image, a directory or the host.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        return TargetList.of(arguments, surroundings, false).examine((target, alone) -> {
            Examination.Taken taken = new Examination(arguments, surroundings).take(target, alone);
            ScanReport report = ScanReport.ofInventory(Main.VERSION, taken.target(), taken.inventory());
            return new TargetList.Outcome(report, taken.isEmpty() ? ExitCode.NOTHING_TO_EXAMINE : ExitCode.PASS);
        });
    }
}
