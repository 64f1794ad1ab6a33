package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.drydock.json.JsonWriter;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.update.UpdateLedger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock db status}: what is in the store, and how old it is. */
final class DbStatus implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("status"))
                .addOption(OptionSpec.builder("-o", "--output")
                        .type(String.class)
                        .paramLabel("FORMAT")
                        .description("table (the default) or json.")
                        .build())
                .addOption(Options.flag("--namespaces")
                        .description("A line for each namespace instead of each data set.")
                        .build());
        spec.usageMessage().description("Lists the data sets in the store, with the age of each.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        DbFolders folders = DbFolders.of(arguments, surroundings);
        List<SourceStatus> sources = AdvisoryStores.status(folders.store());
        UpdateLedger ledger = UpdateLedger.read(folders.updates());
        String format = Options.value(arguments, "--output", "table");
        switch (format) {
            case "json" -> surroundings.out().print(json(sources, ledger));
            case "table" -> {
                if (sources.isEmpty()) {
                    surroundings
                            .out()
                            .println("Nothing is imported yet: scans use the small starter set. Get full data with:"
                                    + " drydock db update, or drydock db import PATH…");
                } else if (Options.isSet(arguments, "--namespaces")) {
                    printNamespaces(sources, ledger, surroundings);
                } else {
                    print(sources, ledger, surroundings);
                }
            }
            default ->
                throw new ParameterException(
                        arguments.commandSpec().commandLine(), "-o " + format + ": expected table or json");
        }
        return sources.isEmpty() ? ExitCode.NOTHING_TO_EXAMINE : ExitCode.PASS;
    }

    private static void print(List<SourceStatus> sources, UpdateLedger ledger, Surroundings surroundings) {
        int width = sources.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        for (SourceStatus source : sources) {
            surroundings
                    .out()
                    .printf(
                            "%-" + width + "s  %9d records  %-10s  %-22s  %s%n",
                            source.name(),
                            source.records(),
                            date(source.date()),
                            age(ledger.checked(source.name()), surroundings.now()),
                            namespaces(source));
        }
    }

    /** Of several data sets about a namespace, the newest date in any and the check that is longest ago. */
    private static void printNamespaces(List<SourceStatus> sources, UpdateLedger ledger, Surroundings surroundings) {
        TreeMap<String, List<SourceStatus>> byNamespace = new TreeMap<>();
        for (SourceStatus source : sources) {
            source.namespaces()
                    .forEach(namespace -> byNamespace
                            .computeIfAbsent(namespace, _ -> new java.util.ArrayList<>())
                            .add(source));
        }
        int width = byNamespace.keySet().stream().mapToInt(String::length).max().orElse(0);
        byNamespace.forEach((namespace, speaking) -> {
            String date = speaking.stream()
                    .map(SourceStatus::date)
                    .max(String::compareTo)
                    .orElse("");
            boolean known =
                    speaking.stream().allMatch(s -> ledger.checked(s.name()).isPresent());
            Optional<Instant> checked = known
                    ? speaking.stream()
                            .flatMap(s -> ledger.checked(s.name()).stream())
                            .min(Instant::compareTo)
                    : Optional.empty();
            surroundings
                    .out()
                    .printf(
                            "%-" + width + "s  %-10s  %-22s  %s%n",
                            namespace,
                            date(date),
                            age(checked, surroundings.now()),
                            String.join(
                                    " ",
                                    speaking.stream()
                                            .map(SourceStatus::name)
                                            .distinct()
                                            .toList()));
        });
    }

    private static String date(String date) {
        return date.isEmpty() ? "no date" : date;
    }

    private static String age(Optional<Instant> checked, Instant now) {
        return checked.map(then -> "checked " + DataAge.ago(then, now) + " ago").orElse("not known when checked");
    }

    private static String namespaces(SourceStatus source) {
        List<String> all = source.namespaces();
        return all.size() <= 4
                ? String.join(" ", all)
                : String.join(" ", all.subList(0, 4)) + " and " + (all.size() - 4) + " more";
    }

    private static String json(List<SourceStatus> sources, UpdateLedger ledger) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.pretty(bytes)) {
            out.object().array("sources");
            for (SourceStatus source : sources) {
                out.object()
                        .member("name", source.name())
                        .member("format", source.format())
                        .member("records", source.records())
                        .member("date", source.date())
                        .memberIfPresent(
                                "checked",
                                ledger.checked(source.name())
                                        .map(Instant::toString)
                                        .orElse(""))
                        .member("origin", source.origin())
                        .strings("namespaces", source.namespaces())
                        .endObject();
            }
            out.endArray().endObject();
        }
        return bytes.toString(StandardCharsets.UTF_8) + "\n";
    }
}
