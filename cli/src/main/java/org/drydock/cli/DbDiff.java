package org.drydock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.drydock.core.DrydockException;
import org.drydock.vuln.bundle.BundleImport;
import org.drydock.vuln.bundle.BundleSource;
import org.drydock.vuln.inspect.StoreDiff;
import org.drydock.vuln.inspect.StoreDiff.Change;
import org.drydock.vuln.inspect.StoreDiff.Kind;
import org.drydock.vuln.store.AdvisoryStores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db diff}: what changed between two states of the data. */
final class DbDiff implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("diff"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0..1")
                        .required(true)
                        .arity("2")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .paramLabel("OLD NEW")
                        .description("Two bundles, cache folders or stores.")
                        .build());
        spec.usageMessage()
                .description("Lists the records that one state of the data has and the other has not, or not so.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<Path> paths = arguments.matchedPositionalValue(0, List.<Path>of());
        try (State older = State.open(paths.getFirst());
                State newer = State.open(paths.getLast())) {
            List<Change> changes = StoreDiff.between(older.store, newer.store);
            for (Change change : changes) {
                surroundings
                        .out()
                        .println(change.kind().name().toLowerCase(Locale.ROOT) + " " + change.source() + " "
                                + change.id());
            }
            surroundings
                    .out()
                    .println(count(changes, Kind.ADDED) + " added, " + count(changes, Kind.REMOVED) + " removed, "
                            + count(changes, Kind.CHANGED) + " changed");
        }
        return ExitCode.PASS;
    }

    private static long count(List<Change> changes, Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** A store to look into; one made of a bundle goes when it was looked into. */
    private static final class State implements AutoCloseable {
        private final Path store;
        private final Path temporary;

        private State(Path store, Path temporary) {
            this.store = store;
            this.temporary = temporary;
        }

        /** Nobody need vouch for a bundle that is only looked at. */
        static State open(Path path) {
            if (!Files.exists(path) || !BundleSource.isBundle(path)) {
                Path below = path.resolve("db");
                Path store = AdvisoryStores.exists(below) ? below : path;
                if (!AdvisoryStores.exists(store)) {
                    throw new DrydockException(path + ": neither a bundle nor a folder with advisory data");
                }
                return new State(store, Path.of(""));
            }
            try {
                Path temporary = Files.createTempDirectory("drydock-diff-");
                State state = new State(temporary.resolve("db"), temporary);
                boolean read = false;
                try (BundleSource source = BundleSource.open(path)) {
                    new BundleImport(temporary.resolve("bundles"), temporary.resolve("feeds"), state.store)
                            .run(source, "", new BundleImport.Trust(List.of(), true), () -> {});
                    read = true;
                    return state;
                } finally {
                    if (!read) {
                        state.close();
                    }
                }
            } catch (IOException e) {
                throw new DrydockException(path + ": cannot be unpacked: " + e, e);
            }
        }

        @Override
        public void close() {
            if (!temporary.toString().isEmpty()) {
                BundleSource.forget(temporary);
            }
        }
    }
}
