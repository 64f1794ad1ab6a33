package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonWriter;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.ImportResult;
import org.drydock.vuln.store.StoreImporter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock db}: the advisory data. */
final class DbVerb implements Verb {
    private static final int SHOWN_DIAGNOSTICS = 10;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("db"));
        spec.usageMessage().description("Imports advisory data and tells what there is.");
        CommandSpec importing = Options.withCommon(CommandSpec.create().name("import"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .required(true)
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .paramLabel("PATH")
                        .description("Feed files or folders of them, as published: OSV exports, the Debian security"
                                + " tracker, Alpine secdb, CISA's KEV catalogue; plain, .zip, .gz, .zst or .xz.")
                        .build());
        importing
                .usageMessage()
                .description("Reads feeds into the advisory store. A feed read again replaces its old data.");
        CommandSpec status = Options.withCommon(CommandSpec.create().name("status"))
                .addOption(OptionSpec.builder("-o", "--output")
                        .type(String.class)
                        .paramLabel("FORMAT")
                        .description("table (the default) or json.")
                        .build());
        status.usageMessage().description("Lists the data sets in the store.");
        return spec.addSubcommand("import", importing).addSubcommand("status", status);
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        if (!arguments.hasSubcommand()) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "db: expected import or status");
        }
        ParseResult sub = arguments.subcommand();
        return sub.commandSpec().name().equals("import") ? runImport(sub, surroundings) : runStatus(sub, surroundings);
    }

    private static int runImport(ParseResult arguments, Surroundings surroundings) {
        List<Path> paths = arguments.matchedPositionalValue(0, List.<Path>of());
        boolean quiet = Options.isSet(arguments, "--quiet");
        ProgressLine line = surroundings.errIsTerminal() && !quiet ? new ProgressLine(surroundings.err(), "") : null;
        ImportResult result;
        try {
            result = StoreImporter.importPaths(
                    paths,
                    Options.storeDirectory(arguments, surroundings),
                    line == null ? ImportProgress.none() : shown(line));
        } finally {
            if (line != null) {
                line.clear();
            }
        }
        for (ImportResult.SourceImport source : result.sources()) {
            surroundings.out().println(describe(source));
        }
        if (!quiet) {
            List<Diagnostic> diagnostics = result.diagnostics();
            diagnostics.stream()
                    .limit(SHOWN_DIAGNOSTICS)
                    .forEach(d -> surroundings
                            .err()
                            .println(d.level()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-') + ": " + d.place() + ": " + d.message() + " [" + d.code()
                                    + "]"));
            if (diagnostics.size() > SHOWN_DIAGNOSTICS) {
                surroundings.err().println("and " + (diagnostics.size() - SHOWN_DIAGNOSTICS) + " more like these");
            }
        }
        return result.sources().isEmpty() ? ExitCode.NOTHING_TO_EXAMINE : ExitCode.PASS;
    }

    private static ImportProgress shown(ProgressLine line) {
        return new ImportProgress() {
            private long next;

            @Override
            public void reading(String place, long records) {
                long now = System.nanoTime();
                if (next == 0 || now - next >= 0) {
                    next = now + 100_000_000L;
                    line.say("importing: " + records + " records read, now " + shortened(place));
                }
            }

            @Override
            public void writing(String source) {
                line.say("writing " + source);
            }
        };
    }

    private static String shortened(String place) {
        return place.length() <= 40 ? place : "…" + place.substring(place.length() - 39);
    }

    private static String describe(ImportResult.SourceImport source) {
        SourceStatus status = source.status();
        return status.name() + ": " + status.records() + " records, " + source.statements() + " statements"
                + (status.date().isEmpty() ? "" : ", as of " + status.date())
                + (source.withdrawn() == 0 ? "" : ", " + source.withdrawn() + " withdrawn left out")
                + " (" + source.change().name().toLowerCase(java.util.Locale.ROOT) + ", " + (source.bytes() >> 10)
                + " KiB)";
    }

    private static int runStatus(ParseResult arguments, Surroundings surroundings) {
        List<SourceStatus> sources = AdvisoryStores.status(Options.storeDirectory(arguments, surroundings));
        String format = Options.value(arguments, "--output", "table");
        switch (format) {
            case "json" -> surroundings.out().print(json(sources));
            case "table" -> print(sources, surroundings);
            default ->
                throw new ParameterException(
                        arguments.commandSpec().commandLine(), "-o " + format + ": expected table or json");
        }
        return sources.isEmpty() ? ExitCode.NOTHING_TO_EXAMINE : ExitCode.PASS;
    }

    private static void print(List<SourceStatus> sources, Surroundings surroundings) {
        if (sources.isEmpty()) {
            surroundings
                    .out()
                    .println("Nothing is imported yet: scans use the small starter set. Import feeds with: drydock db"
                            + " import PATH…");
            return;
        }
        int width = sources.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        for (SourceStatus source : sources) {
            surroundings
                    .out()
                    .printf(
                            "%-" + width + "s  %9d records  %-10s  %s%n",
                            source.name(),
                            source.records(),
                            source.date().isEmpty() ? "no date" : source.date(),
                            namespaces(source));
        }
    }

    private static String namespaces(SourceStatus source) {
        List<String> all = source.namespaces();
        return all.size() <= 4
                ? String.join(" ", all)
                : String.join(" ", all.subList(0, 4)) + " and " + (all.size() - 4) + " more";
    }

    private static String json(List<SourceStatus> sources) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.pretty(bytes)) {
            out.object().array("sources");
            for (SourceStatus source : sources) {
                out.object()
                        .member("name", source.name())
                        .member("format", source.format())
                        .member("records", source.records())
                        .member("date", source.date())
                        .member("origin", source.origin())
                        .strings("namespaces", source.namespaces())
                        .endObject();
            }
            out.endArray().endObject();
        }
        return bytes.toString(StandardCharsets.UTF_8) + "\n";
    }
}
