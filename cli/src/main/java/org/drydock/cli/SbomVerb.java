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
        var outputs = Output.of(arguments, surroundings, false);
        Examination.Taken taken = new Examination(arguments, surroundings).take();
        ScanReport report = ScanReport.ofInventory(Main.VERSION, taken.target(), taken.inventory());
        outputs.forEach(output -> output.write(report, surroundings));
        return ScanVerb.exitIfNothing(taken.target(), taken.inventory(), surroundings);
    }
}
