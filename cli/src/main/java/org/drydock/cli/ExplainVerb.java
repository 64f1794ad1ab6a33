package org.drydock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drydock.report.json.ExplanationWriter;
import org.drydock.report.json.ReportReplay;
import org.drydock.report.table.ExplanationView;
import org.drydock.vuln.match.Explainer;
import org.drydock.vuln.match.Explanation;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.store.AdvisoryStores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock explain}: why a vulnerability is reported of a package, or why it is not. */
final class ExplainVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Examination.withTarget(CommandSpec.create().name("explain"), FORMATS)
                .addOption(OptionSpec.builder("--vuln")
                        .type(String.class)
                        .required(true)
                        .paramLabel("ID")
                        .description("The vulnerability, by any of its ids.")
                        .build())
                .addOption(OptionSpec.builder("--package")
                        .type(String.class)
                        .paramLabel("NAME")
                        .description("One package, by its own or its source package's name; it is told of even if"
                                + " nothing speaks of it.")
                        .build());
        spec.usageMessage()
                .description(
                        "Tells why a vulnerability is reported of what is in a target, or why it is not. TARGET may"
                                + " also be a report that scan wrote with -o json.")
                .footer(
                        "",
                        "Examples:",
                        "  drydock explain shop.tar --vuln CVE-2021-44228",
                        "  drydock explain shop.tar --vuln CVE-2022-3715 --package bash",
                        "  drydock explain report.json --vuln GHSA-jfh8-c2jp-5v3q -o json",
                        "",
                        "Exit code 3: nothing in the target has to do with it.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        boolean json = isJson(arguments);
        String id = Options.value(arguments, "--vuln", "");
        String name = Options.value(arguments, "--package", "");
        if (id.isBlank()) {
            throw usage(arguments, "--vuln: an id is missing");
        }
        Optional<ReportReplay> report = report(arguments, surroundings);
        Explanation explanation =
                report.isPresent() ? report.get().explain(id, name) : ofTarget(arguments, surroundings, id, name);
        try {
            if (json) {
                ExplanationWriter.write(explanation, surroundings.out());
            } else {
                new ExplanationView(Output.style(surroundings)).write(explanation, surroundings.out());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return explanation.bears() ? ExitCode.PASS : ExitCode.NOTHING_TO_EXAMINE;
    }

    private static Explanation ofTarget(ParseResult arguments, Surroundings surroundings, String id, String name) {
        Path store = Options.storeDirectory(arguments, surroundings);
        Examination.Taken taken =
                new Examination(arguments, surroundings).take(Examination.onlyTarget(arguments), true);
        try (Knowledge knowledge = new Knowledge(
                AdvisoryStores.exists(store) ? AdvisoryStores.open(store) : null, AdvisoryStores.starter())) {
            return new Explainer(knowledge).explain(taken.inventory(), id, name);
        }
    }

    private static Optional<ReportReplay> report(ParseResult arguments, Surroundings surroundings) {
        try {
            String target = Examination.onlyTarget(arguments);
            return ReportReplay.open(surroundings.directory().resolve(target));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isJson(ParseResult arguments) {
        List<String> asked = Options.value(arguments, "--output", List.<String>of());
        if (asked.size() > 1 || !FORMATS.containsAll(asked)) {
            throw usage(arguments, "-o " + String.join(" -o ", asked) + ": expected text or json, to standard output");
        }
        return asked.contains("json");
    }

    private static ParameterException usage(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
