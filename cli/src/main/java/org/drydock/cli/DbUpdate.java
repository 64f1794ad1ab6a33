package org.drydock.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drydock.core.DrydockException;
import org.drydock.vuln.bundle.BundleSource;
import org.drydock.vuln.fetch.FetchProgress;
import org.drydock.vuln.fetch.FetchSettings;
import org.drydock.vuln.fetch.Fetcher;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.update.FeedUpdate;
import org.drydock.vuln.update.UpdateOutcome;
import org.drydock.vuln.update.UpdateOutcome.Change;
import org.drydock.vuln.update.UpdatePlan;
import org.drydock.vuln.update.UpdateProgress;
import org.drydock.vuln.update.WantedNamespaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock db update}: feeds from their publishers or a mirror, or a bundle from a server. */
final class DbUpdate implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("update"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("NAME")
                        .description(
                                "Namespaces (debian:12, pypi), families of them (alpine) or feeds (see \"db feeds\")."
                                        + " Default: what the targets that were scanned so far need.")
                        .build())
                .addOption(Options.flag("--all").description("Every feed.").build())
                .addOption(OptionSpec.builder("--mirror")
                        .type(String.class)
                        .paramLabel("URL")
                        .description("Fetch https://HOST/PATH of each feed from URL/HOST/PATH instead.")
                        .build())
                .addOption(OptionSpec.builder("--ca-file")
                        .type(Path.class)
                        .paramLabel("PEM")
                        .description("Certificates of authorities to trust beside the usual ones.")
                        .build())
                .addOption(OptionSpec.builder("--from")
                        .type(String.class)
                        .paramLabel("URL|DIR|FILE")
                        .description("Take a bundle that \"db export\" wrote: only what is not here already.")
                        .build());
        BundleOptions.add(spec);
        spec.usageMessage()
                .description(
                        "Brings advisory data up to date. What did not change is not fetched again; a feed that fails"
                                + " keeps its old data, and the exit code is 1.")
                .footer(
                        "",
                        "Proxies come from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; other addresses of feeds from"
                                + " \"feeds:\" in .drydock.yaml.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String from = Options.value(arguments, "--from", "");
        boolean remote = from.isEmpty() || isHttp(from);
        if (remote && Options.isSet(arguments, "--offline")) {
            throw new DrydockException("db update: --offline is set, and this would use the network; import files or a"
                    + " bundle with: drydock db import PATH");
        }
        if (!from.isEmpty()) {
            return fromBundle(from, arguments, surroundings);
        }
        UpdatePlan plan = plan(arguments, surroundings);
        plan.unserved().forEach(reason -> warn(arguments, surroundings, reason));
        if (plan.parts().isEmpty()) {
            surroundings
                    .err()
                    .println("drydock: nothing to update: "
                            + (plan.unserved().isEmpty()
                                    ? "no target was scanned yet; scan one, or name feeds or namespaces, or give --all"
                                    : "no feed that can be read serves what was scanned"));
            return ExitCode.NOTHING_TO_EXAMINE;
        }
        return update(plan, arguments, surroundings);
    }

    private static UpdatePlan plan(ParseResult arguments, Surroundings surroundings) {
        List<String> names = arguments.matchedPositionalValue(0, List.<String>of());
        boolean all = Options.isSet(arguments, "--all");
        if (all && !names.isEmpty()) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--all: takes no names");
        }
        if (all) {
            return UpdatePlan.everything();
        }
        return names.isEmpty() ? UpdatePlan.forNamespaces(wanted(arguments, surroundings)) : UpdatePlan.named(names);
    }

    private static Set<String> wanted(ParseResult arguments, Surroundings surroundings) {
        Path folder = DbFolders.of(arguments, surroundings).updates();
        try {
            return new WantedNamespaces(folder).read();
        } catch (IOException e) {
            throw new DrydockException(folder + ": cannot be read: " + e, e);
        }
    }

    private static int update(UpdatePlan plan, ParseResult arguments, Surroundings surroundings) {
        DbFolders folders = DbFolders.of(arguments, surroundings);
        Told told = new Told(surroundings, Options.isSet(arguments, "--quiet"));
        List<UpdateOutcome> failed = new ArrayList<>();
        try {
            new FeedUpdate(folders.updates(), folders.store(), settings(arguments, surroundings), told)
                    .run(plan, outcome -> {
                        told.outcome(outcome);
                        if (outcome.change() == Change.FAILED) {
                            failed.add(outcome);
                        }
                    });
        } finally {
            told.clear();
        }
        if (failed.isEmpty()) {
            return ExitCode.PASS;
        }
        surroundings
                .err()
                .println("drydock: " + failed.size() + " of " + plan.parts().size()
                        + " failed, and the data of before stays in use: "
                        + String.join(
                                ", ", failed.stream().map(UpdateOutcome::part).toList()));
        return ExitCode.ERROR;
    }

    private static int fromBundle(String from, ParseResult arguments, Surroundings surroundings) {
        if (!isHttp(from)) {
            try (BundleSource source = BundleSource.open(Path.of(from))) {
                BundleOptions.run(source, arguments, surroundings);
            }
            return ExitCode.PASS;
        }
        Path kept = DbFolders.of(arguments, surroundings).bundles().resolve("fetched");
        Told told = new Told(surroundings, Options.isSet(arguments, "--quiet"));
        try (Fetcher fetcher = new Fetcher(settings(arguments, surroundings), told.fetching());
                BundleSource source = BundleSource.open(uri("--from", from), fetcher, kept)) {
            BundleOptions.run(source, arguments, surroundings);
        } finally {
            told.clear();
        }
        BundleSource.forget(kept);
        return ExitCode.PASS;
    }

    private static FetchSettings settings(ParseResult arguments, Surroundings surroundings) {
        FetchSettings usual = FetchSettings.of(surroundings.environment());
        String mirror = Options.value(arguments, "--mirror", "");
        Path caFile = arguments.commandSpec().findOption("--ca-file").getValue();
        return new FetchSettings(
                mirror.isEmpty() ? null : uri("--mirror", mirror),
                Defaults.read(surroundings).texts("feeds"),
                surroundings.environment(),
                caFile,
                usual.limits(),
                surroundings::now,
                usual.random(),
                usual.pause());
    }

    private static boolean isHttp(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static URI uri(String option, String text) {
        try {
            if (isHttp(text)) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new DrydockException(option + " " + text + ": expected an address that begins with https:// or http://");
    }

    private static void warn(ParseResult arguments, Surroundings surroundings, String message) {
        if (!Options.isSet(arguments, "--quiet")) {
            surroundings.err().println("warning: " + message);
        }
    }

    static void sayWaiting(Surroundings surroundings, boolean quiet) {
        if (!quiet) {
            surroundings
                    .err()
                    .println("drydock: another update or import is at work on this cache folder; waiting for it");
        }
    }

    /** Tells people what goes on: a line that changes if they sit before a terminal, and what came of each feed. */
    private static final class Told implements UpdateProgress {
        private static final long INTERVAL_NANOS = 100_000_000L;

        private final Surroundings surroundings;
        private final boolean quiet;
        private final @Nullable ProgressLine line;
        private long next;
        private String part = "";

        Told(Surroundings surroundings, boolean quiet) {
            this.surroundings = surroundings;
            this.quiet = quiet;
            this.line = surroundings.errIsTerminal() && !quiet ? new ProgressLine(surroundings.err(), "") : null;
        }

        @Override
        public void waitingForAnother() {
            sayWaiting(surroundings, quiet);
        }

        @Override
        public void begins(String name, int number, int count) {
            part = name + " (" + number + " of " + count + ")";
            if (line != null) {
                line.say(part);
            } else if (!quiet) {
                surroundings.err().println("fetching " + part);
            }
        }

        @Override
        public FetchProgress fetching() {
            return new FetchProgress() {
                @Override
                public void received(String address, long bytes, long total) {
                    long now = System.nanoTime();
                    if (line != null && (next == 0 || now - next >= 0)) {
                        next = now + INTERVAL_NANOS;
                        line.say(part + ": " + (bytes >> 10) + (total < 0 ? "" : " of " + (total >> 10)) + " KiB of "
                                + ImportReport.shortened(address));
                    }
                }

                @Override
                public void waiting(String address, String reason, Duration wait) {
                    if (!quiet) {
                        clear();
                        surroundings
                                .err()
                                .println(
                                        address + ": " + reason + "; again in " + Math.max(1, wait.toSeconds()) + " s");
                    }
                }
            };
        }

        @Override
        public ImportProgress importing() {
            return line == null ? ImportProgress.none() : ImportReport.progress(line);
        }

        void outcome(UpdateOutcome outcome) {
            clear();
            String change = outcome.change().name().toLowerCase(Locale.ROOT);
            surroundings.out().println(outcome.part() + ": " + change);
            outcome.sources().forEach(source -> surroundings.out().println("  " + ImportReport.line(source)));
            if (outcome.change() == Change.FAILED) {
                surroundings.err().println("drydock: " + outcome.part() + ": " + outcome.message());
            }
            if (!quiet) {
                ImportReport.print(outcome.diagnostics(), surroundings);
            }
        }

        void clear() {
            if (line != null) {
                line.clear();
            }
        }
    }
}
