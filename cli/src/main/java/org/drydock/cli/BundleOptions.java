package org.drydock.cli;

import java.nio.file.Path;
import java.util.List;
import org.drydock.vuln.bundle.BundleImport;
import org.drydock.vuln.bundle.BundleKeys;
import org.drydock.vuln.bundle.BundleManifest;
import org.drydock.vuln.bundle.BundleSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Taking a bundle: whom to believe, and what is told of it. */
final class BundleOptions {
    private BundleOptions() {}

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--key")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .splitRegex(",")
                        .paramLabel("PUBLIC.pem")
                        .description("The public key that a bundle must be signed with; repeatable, then one of them.")
                        .build())
                .addOption(Options.flag("--allow-unsigned")
                        .description("Without --key: take a bundle that nobody vouches for.")
                        .build())
                .addOption(OptionSpec.builder("--name")
                        .type(String.class)
                        .paramLabel("NAME")
                        .description("Which bundle, where there are several.")
                        .build());
    }

    static void run(BundleSource source, ParseResult arguments, Surroundings surroundings) {
        DbFolders folders = DbFolders.of(arguments, surroundings);
        List<Path> keys = Options.value(arguments, "--key", List.<Path>of());
        BundleImport.Trust trust = new BundleImport.Trust(
                keys.stream().map(BundleKeys::readPublic).toList(), Options.isSet(arguments, "--allow-unsigned"));
        BundleImport.Result result = new BundleImport(folders.bundles(), folders.updates(), folders.store())
                .run(
                        source,
                        Options.value(arguments, "--name", ""),
                        trust,
                        () -> DbUpdate.sayWaiting(surroundings, Options.isSet(arguments, "--quiet")));
        BundleManifest manifest = result.manifest();
        surroundings
                .out()
                .println("bundle " + manifest.name() + " " + manifest.sequence() + " of " + manifest.created() + ": "
                        + manifest.segments().size() + " segments, "
                        + result.written().size() + " new; "
                        + result.fetchedChunks() + " chunks taken (" + kib(result.fetchedBytes()) + "), "
                        + result.reusedChunks() + " were here");
    }

    static String kib(long bytes) {
        return (bytes + 1023) / 1024 + " KiB";
    }
}
