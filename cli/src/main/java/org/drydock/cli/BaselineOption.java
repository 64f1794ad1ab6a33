package org.drydock.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.drydock.policy.Baseline;
import org.drydock.report.ScanReport;
import org.drydock.report.json.JsonReportReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code --baseline} names: an earlier report, or another target, which is then judged by the same data.
 *
 * @param name empty if there is none
 * @param report null if it is a target
 */
record BaselineOption(String name, @Nullable ScanReport report) {
    static CommandSpec withOption(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("--baseline")
                .type(String.class)
                .paramLabel("REPORT|TARGET")
                .description("An earlier report of Drydock in JSON, or another target: tell what changed since.")
                .build());
    }

    /**
     * Reads the report, if it is one.
     *
     * @throws org.drydock.core.DrydockException if it cannot be read
     */
    static BaselineOption of(ParseResult arguments, Surroundings surroundings) {
        String name = Options.value(arguments, "--baseline", "");
        Path file = name.isEmpty() || name.indexOf('\0') >= 0
                ? null
                : surroundings.directory().resolve(name);
        boolean report = file != null && JsonReportReader.isReport(file);
        return new BaselineOption(name, file != null && report ? JsonReportReader.read(file, name) : null);
    }

    /** The report with what changed since. */
    ScanReport compare(ScanReport present, Function<String, ScanReport> scan) {
        if (name.isEmpty()) {
            return present;
        }
        ScanReport earlier = report == null ? scan.apply(name) : report;
        return present.withComparison(new Baseline(name, earlier.findings(), earlier.suppressed())
                .compare(present.findings(), present.suppressed()));
    }
}
