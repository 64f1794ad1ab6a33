package org.drydock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drydock.vuln.bundle.BundleKeys;
import org.drydock.vuln.bundle.BundleWriter;
import org.drydock.vuln.fetch.Feed;
import org.drydock.vuln.fetch.Feeds;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.match.VulnerabilityMatcher;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
import org.drydock.vuln.update.UpdateLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db export}: advisory data for machines that cannot fetch it. */
final class DbExport implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Examination.withReading(
                        Options.withCommon(CommandSpec.create().name("export")))
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .required(true)
                        .arity("1")
                        .type(Path.class)
                        .paramLabel("DIR|FILE.tar")
                        .description("Where to write: a folder for a web server, or one file.")
                        .build())
                .addOption(OptionSpec.builder("--for")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel("TARGET|NAMESPACE")
                        .description("Only what this target needs, or this namespace (debian:12) or family (alpine);"
                                + " repeatable.")
                        .build())
                .addOption(OptionSpec.builder("--sign-key")
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("The secret key to sign with; see \"db keygen\".")
                        .build())
                .addOption(OptionSpec.builder("--name")
                        .type(String.class)
                        .paramLabel("NAME")
                        .description("Of the series of bundles, within which none may be older. Default: drydock.")
                        .build());
        spec.usageMessage()
                .description("Writes the store, or a part of it, as a bundle that \"db import\" and \"db update"
                        + " --from\" take.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        DbFolders folders = DbFolders.of(arguments, surroundings);
        Path target = arguments.matchedPositionalValue(0, Path.of(""));
        Path keyFile = arguments.commandSpec().findOption("--sign-key").getValue();
        BundleWriter.Request request = new BundleWriter.Request(
                Options.value(arguments, "--name", "drydock"),
                surroundings.now(),
                wanted(namespaces(arguments, surroundings, folders), folders),
                keyFile == null ? null : BundleKeys.readPrivate(keyFile));
        BundleWriter.Written written =
                new BundleWriter(folders.store(), UpdateLedger.read(folders.updates())).write(target, request);
        surroundings
                .out()
                .println(target + ": bundle " + written.manifest().name() + " "
                        + written.manifest().sequence() + ": "
                        + written.manifest().segments().size() + " segments, "
                        + BundleOptions.kib(written.chunkBytes()) + ", " + BundleOptions.kib(written.newBytes())
                        + " of them new"
                        + (keyFile == null ? "; not signed" : ""));
        return ExitCode.PASS;
    }

    private static @Nullable Set<String> namespaces(
            ParseResult arguments, Surroundings surroundings, DbFolders folders) {
        List<String> wanted = Options.value(arguments, "--for", List.<String>of());
        if (wanted.isEmpty()) {
            return null;
        }
        Set<String> namespaces = new TreeSet<>();
        for (String text : wanted) {
            if (isNamespace(text, folders)) {
                namespaces.add(text);
            } else {
                namespaces.addAll(asked(text, arguments, surroundings, folders));
            }
        }
        return namespaces;
    }

    private static boolean isNamespace(String text, DbFolders folders) {
        return Feeds.all().stream().anyMatch(feed -> feed.serves(text))
                || AdvisoryStores.status(folders.store()).stream()
                        .flatMap(source -> source.namespaces().stream())
                        .anyMatch(ns -> ns.equals(text) || Feed.family(ns).equals(text));
    }

    /** What judging the target asks about. */
    private static Set<String> asked(
            String target, ParseResult arguments, Surroundings surroundings, DbFolders folders) {
        Examination.Taken taken = new Examination(arguments, surroundings).take(target, true);
        try (Knowledge knowledge = new Knowledge(AdvisoryStores.open(folders.store()), AdvisoryStores.starter())) {
            new VulnerabilityMatcher(knowledge).match(taken.inventory());
            return Set.copyOf(knowledge.asked());
        }
    }

    /** What is about no namespace, such as a catalogue of exploited vulnerabilities, is for all. */
    private static Predicate<StoredSegment> wanted(@Nullable Set<String> namespaces, DbFolders folders) {
        if (namespaces == null) {
            return _ -> true;
        }
        Set<String> sources = AdvisoryStores.status(folders.store()).stream()
                .filter(source -> isFor(source, namespaces))
                .map(SourceStatus::name)
                .collect(Collectors.toUnmodifiableSet());
        return segment -> sources.contains(segment.status().name()) && isFor(segment.status(), namespaces);
    }

    private static boolean isFor(SourceStatus status, Set<String> namespaces) {
        List<String> of = status.namespaces();
        return of.isEmpty()
                || of.stream().anyMatch(ns -> namespaces.contains(ns) || namespaces.contains(Feed.family(ns)));
    }
}
