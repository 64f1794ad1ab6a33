package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.DrydockException;
import org.drydock.report.ScanReport;
import org.drydock.report.json.JsonReportReader;
import org.drydock.report.openvex.OpenVexWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock vex}: one's exceptions as statements for others. */
final class VexVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = ScanVerb.withScanOptions(
                        Examination.withTarget(CommandSpec.create().name("vex"), List.of("openvex")))
                .addOption(OptionSpec.builder("--author")
                        .type(String.class)
                        .paramLabel("NAME")
                        .description("Who makes the statements. Default: drydock.")
                        .build());
        spec.usageMessage()
                .description("Writes the exceptions that meet findings of a target, or of an earlier report in JSON,"
                        + " as an OpenVEX document.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String file = file(arguments);
        ScanReport report = report(arguments, surroundings);
        if (!OpenVexWriter.hasStatements(report)) {
            surroundings
                    .err()
                    .println("drydock: " + report.target().reference()
                            + ": no exception meets a finding: nothing to state");
            return ExitCode.NOTHING_TO_EXAMINE;
        }
        OpenVexWriter writer = new OpenVexWriter(Options.value(arguments, "--author", "drydock"), surroundings.now());
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try {
            writer.write(report, document);
            if (file.isEmpty()) {
                surroundings.out().write(document.toByteArray());
                surroundings.out().flush();
            } else {
                Files.write(surroundings.directory().resolve(file), document.toByteArray());
            }
        } catch (IOException e) {
            throw new DrydockException("-o openvex=" + file + ": cannot be written: " + e.getMessage(), e);
        }
        return ExitCode.PASS;
    }

    private static String file(ParseResult arguments) {
        List<String> asked = Options.value(arguments, "--output", List.<String>of());
        String only = asked.isEmpty() ? "openvex" : asked.getFirst();
        if (asked.size() > 1 || !(only.equals("openvex") || only.matches("openvex=.+"))) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "-o: expected openvex or openvex=FILE");
        }
        return only.equals("openvex") ? "" : only.substring("openvex=".length());
    }

    private static ScanReport report(ParseResult arguments, Surroundings surroundings) {
        String reference = Examination.onlyTarget(arguments);
        Path path = surroundings.directory().resolve(reference);
        return JsonReportReader.isReport(path)
                ? JsonReportReader.read(path, reference)
                : ScanVerb.scan(arguments, surroundings, UsedData.of(arguments, surroundings), reference, true, null);
    }
}
