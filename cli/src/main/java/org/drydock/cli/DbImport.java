package org.drydock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drydock.core.DrydockException;
import org.drydock.vuln.bundle.BundleSource;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.ImportResult;
import org.drydock.vuln.store.StoreImporter;
import org.drydock.vuln.update.FeedUpdate;
import org.drydock.vuln.update.FolderLock;
import org.drydock.vuln.update.UpdateLedger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db import}: feeds from files and folders, and bundles. */
final class DbImport implements Verb {
    private static final int MOST_FILES = 1_000_000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("import"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .required(true)
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .paramLabel("PATH")
                        .description("Feed files or folders of them, as published: OSV exports, the Debian security"
                                + " tracker, Alpine secdb, CISA's KEV catalogue and others; plain, .zip, .gz, .zst or"
                                + " .xz. Or bundles that \"db export\" wrote.")
                        .build());
        BundleOptions.add(spec);
        spec.usageMessage()
                .description("Reads feeds into the advisory store. A feed read again replaces its old data.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<Path> paths = arguments.matchedPositionalValue(0, List.<Path>of());
        List<Path> bundles = paths.stream().filter(BundleSource::isBundle).toList();
        List<Path> feeds = new ArrayList<>(paths);
        feeds.removeAll(bundles);
        for (Path bundle : bundles) {
            try (BundleSource source = BundleSource.open(bundle)) {
                BundleOptions.run(source, arguments, surroundings);
            }
        }
        return feeds.isEmpty() ? ExitCode.PASS : importFeeds(feeds, arguments, surroundings);
    }

    private static int importFeeds(List<Path> paths, ParseResult arguments, Surroundings surroundings) {
        DbFolders folders = DbFolders.of(arguments, surroundings);
        boolean quiet = Options.isSet(arguments, "--quiet");
        ProgressLine line = surroundings.errIsTerminal() && !quiet ? new ProgressLine(surroundings.err(), "") : null;
        ImportResult result;
        try (FolderLock _ = FolderLock.acquire(
                folders.updates(), FeedUpdate.LOCK, () -> DbUpdate.sayWaiting(surroundings, quiet))) {
            result = StoreImporter.importPaths(
                    paths, folders.store(), line == null ? ImportProgress.none() : ImportReport.progress(line));
            UpdateLedger ledger = UpdateLedger.read(folders.updates());
            ledger.replaceByHand(
                    result.sources().stream().map(s -> s.status().name()).toList(), newest(paths, surroundings.now()));
            ledger.write();
        } catch (IOException e) {
            throw new DrydockException(folders.updates() + ": cannot be written: " + e, e);
        } finally {
            if (line != null) {
                line.clear();
            }
        }
        result.sources().forEach(source -> surroundings.out().println(ImportReport.line(source)));
        if (!quiet) {
            ImportReport.print(result.diagnostics(), surroundings);
        }
        return result.sources().isEmpty() ? ExitCode.NOTHING_TO_EXAMINE : ExitCode.PASS;
    }

    /** When the youngest of the files was written: it cannot have been held against its publisher's later than that. */
    private static Optional<Instant> newest(List<Path> paths, Instant now) throws IOException {
        Optional<Instant> newest = Optional.empty();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file :
                        files.filter(Files::isRegularFile).limit(MOST_FILES).toList()) {
                    Instant written = Files.getLastModifiedTime(file).toInstant();
                    newest = newest.isPresent() && newest.get().isAfter(written) ? newest : Optional.of(written);
                }
            }
        }
        return newest.map(written -> written.isAfter(now) ? now : written);
    }
}
