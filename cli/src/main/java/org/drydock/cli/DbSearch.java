package org.drydock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.inspect.StoreSearch;
import org.drydock.vuln.inspect.StoreSearch.Hit;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.AdvisoryStores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db search}: what the data says of a package or of a vulnerability. */
final class DbSearch implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("search"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .required(true)
                        .arity("1")
                        .type(String.class)
                        .paramLabel("NAME|ID")
                        .description(
                                "A package (openssl, org.apache.logging.log4j:log4j-core), or the id of a vulnerability"
                                        + " or of an erratum (CVE-2021-44228, DSA-5417-1).")
                        .build())
                .addOption(OptionSpec.builder("--namespace")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("NAMESPACE")
                        .description(
                                "Where to look for a package: debian:12, maven …; repeatable. Default: everywhere.")
                        .build());
        spec.usageMessage()
                .description("Prints the records about a package or a vulnerability: ranges, fixes, sources.")
                .footer("", "Exit codes: 0 found, 3 nothing found.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String query = arguments.matchedPositionalValue(0, "");
        DbFolders folders = DbFolders.of(arguments, surroundings);
        List<String> namespaces = Options.value(arguments, "--namespace", List.<String>of());
        List<Hit> hits = new ArrayList<>();
        try (AdvisoryStore store = AdvisoryStores.open(folders.store())) {
            hits.addAll(StoreSearch.byPackage(store, query, Set.copyOf(namespaces)));
        }
        if (hits.isEmpty() && namespaces.isEmpty()) {
            hits.addAll(StoreSearch.byId(folders.store(), query));
        }
        hits.forEach(hit -> print(hit, surroundings));
        if (hits.isEmpty()) {
            surroundings
                    .err()
                    .println("drydock: " + query + ": the data says nothing of a package or an id of this name");
            return ExitCode.NOTHING_TO_EXAMINE;
        }
        return ExitCode.PASS;
    }

    private static void print(Hit hit, Surroundings surroundings) {
        Advisory record = hit.record();
        List<String> others = new ArrayList<>(record.aliases());
        others.addAll(record.related());
        line(surroundings, record.id() + (others.isEmpty() ? "" : " (" + String.join(", ", others) + ")"));
        field(surroundings, "source", hit.source());
        field(surroundings, "summary", record.summary());
        field(
                surroundings,
                "severity",
                String.join(
                        ", ",
                        record.ratings().stream().map(Advisory.Rating::value).toList()));
        field(surroundings, "modified", record.modified());
        if (hit.exploited()) {
            field(surroundings, "exploited", "yes");
        }
        hit.prediction()
                .ifPresent(prediction -> field(
                        surroundings,
                        "epss",
                        prediction.score() + " (percentile " + prediction.percentile() + ") of " + prediction.date()));
        for (Statement statement : hit.statements()) {
            Affected affected = statement.affected();
            line(
                    surroundings,
                    "  " + affected.namespace() + " " + affected.name() + module(affected) + ": " + said(affected));
        }
        record.references().stream().limit(1).forEach(url -> field(surroundings, "see", url));
    }

    private static String module(Affected affected) {
        String module = affected.module();
        return module == null || module.isEmpty() ? "" : " [" + module + "]";
    }

    private static String said(Affected affected) {
        List<String> parts = new ArrayList<>();
        for (Affected.Range range : affected.ranges()) {
            String from = range.introduced().equals("0") ? "" : "from " + range.introduced() + " ";
            if (range.fixed() != null) {
                parts.add(from + "before " + range.fixed());
            } else if (range.lastAffected() != null) {
                parts.add(from + "up to " + range.lastAffected());
            } else {
                parts.add(from.isEmpty() ? "all versions, no fix" : from.strip() + ", no fix");
            }
        }
        if (!affected.versions().isEmpty()) {
            int count = affected.versions().size();
            parts.add(count <= 3 ? String.join(", ", affected.versions()) : count + " listed versions");
        }
        String status = affected.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return parts.isEmpty() ? status : status + " " + String.join("; ", parts);
    }

    private static void field(Surroundings surroundings, String name, String value) {
        if (!value.isEmpty()) {
            line(surroundings, String.format(Locale.ROOT, "  %-9s %s", name, value));
        }
    }

    /** Records may hold anything, and a terminal obeys control characters. */
    private static void line(Surroundings surroundings, String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        surroundings.out().println(printable);
    }
}
