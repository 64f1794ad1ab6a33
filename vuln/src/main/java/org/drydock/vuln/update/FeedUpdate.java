package org.drydock.vuln.update;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.drydock.core.Diagnostic;
import org.drydock.core.DrydockException;
import org.drydock.vuln.fetch.Feed.Address;
import org.drydock.vuln.fetch.FeedFetcher;
import org.drydock.vuln.fetch.FetchException;
import org.drydock.vuln.fetch.FetchSettings;
import org.drydock.vuln.fetch.Fetcher;
import org.drydock.vuln.fetch.Fetcher.Fetched;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportResult;
import org.drydock.vuln.store.ImportResult.SourceImport;
import org.drydock.vuln.store.StoreImporter;
import org.drydock.vuln.update.UpdateLedger.Imported;
import org.drydock.vuln.update.UpdateOutcome.Change;
import org.drydock.vuln.update.UpdatePlan.Part;

/**
 * Fetches feeds and takes what changed into the store. A feed that fails leaves the store's data of it as it was and does
 * not stop the others; the next update goes on where this one ended. One update at a time works on a folder.
 */
public final class FeedUpdate {
    /** The file in the folder that an update, and whoever else changes what is in it, locks. */
    public static final String LOCK = "LOCK";

    private final Path folder;
    private final Path storeDir;
    private final FetchSettings settings;
    private final UpdateProgress progress;

    /**
     * @param folder where fetched files are kept
     * @param storeDir the store
     */
    public FeedUpdate(Path folder, Path storeDir, FetchSettings settings, UpdateProgress progress) {
        this.folder = folder;
        this.storeDir = storeDir;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Does all of a plan.
     *
     * @param outcomes told each outcome as it comes, in the order of the plan
     * @throws UpdateException if the folder cannot be written
     */
    public void run(UpdatePlan plan, Consumer<UpdateOutcome> outcomes) {
        try (FolderLock _ = FolderLock.acquire(folder, LOCK, progress::waitingForAnother);
                FeedFetcher fetcher = new FeedFetcher(settings, progress.fetching())) {
            UpdateLedger ledger = UpdateLedger.read(folder);
            ledger.forgetMissing();
            int number = 0;
            for (Part part : plan.parts()) {
                progress.begins(part.name(), ++number, plan.parts().size());
                outcomes.accept(update(part, fetcher, ledger));
                ledger.write();
            }
        } catch (IOException e) {
            throw new UpdateException(folder + ": cannot be written: " + e, e);
        }
    }

    private UpdateOutcome update(Part part, FeedFetcher fetcher, UpdateLedger ledger) {
        List<String> failures = new ArrayList<>();
        List<SourceImport> sources = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Address> addresses = fetcher.addresses(part.feed(), part.release());
        int absent = 0;
        for (Address address : addresses) {
            try {
                Fetched fetched = fetcher.fetch(part.feed(), address, folder);
                take(fetched, ledger).ifPresent(result -> {
                    sources.addAll(result.sources());
                    diagnostics.addAll(result.diagnostics());
                });
            } catch (FetchException e) {
                if (e.isMissing() && !part.required()) {
                    absent++;
                } else {
                    failures.add(String.valueOf(e.getMessage()));
                }
            } catch (DrydockException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            return new UpdateOutcome(part.name(), Change.FAILED, String.join("; ", failures), sources, diagnostics);
        }
        if (absent == addresses.size()) {
            return new UpdateOutcome(part.name(), Change.ABSENT, "not published", sources, diagnostics);
        }
        boolean changed = sources.stream().anyMatch(source -> source.change() != ImportResult.Change.UNCHANGED);
        return new UpdateOutcome(part.name(), changed ? Change.UPDATED : Change.UNCHANGED, "", sources, diagnostics);
    }

    /** Imports a file unless the store holds it; empty if it does. */
    private Optional<ImportResult> take(Fetched fetched, UpdateLedger ledger) {
        String place = folder.relativize(fetched.file()).toString();
        Optional<Imported> before = ledger.imported(place);
        if (before.isPresent()
                && before.get().sha256().equals(fetched.state().sha256())
                && stored().containsAll(before.get().sources())) {
            ledger.check(before.get().sources(), settings.clock().instant());
            return Optional.empty();
        }
        ImportResult result;
        try {
            result = StoreImporter.importPaths(List.of(fetched.file()), storeDir, progress.importing());
        } catch (DrydockException e) {
            Fetcher.distrust(fetched.file());
            throw e;
        }
        Optional<Diagnostic> incomplete = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals("source-incomplete"))
                .findFirst();
        if (incomplete.isPresent()) {
            Fetcher.distrust(fetched.file());
            throw new UpdateException(fetched.state().address() + ": "
                    + incomplete.get().place() + ": " + incomplete.get().message());
        }
        List<String> names =
                result.sources().stream().map(source -> source.status().name()).toList();
        ledger.imported(place, new Imported(fetched.state().sha256(), names));
        ledger.check(names, settings.clock().instant());
        return Optional.of(result);
    }

    private Set<String> stored() {
        return AdvisoryStores.status(storeDir).stream().map(SourceStatus::name).collect(Collectors.toUnmodifiableSet());
    }
}
