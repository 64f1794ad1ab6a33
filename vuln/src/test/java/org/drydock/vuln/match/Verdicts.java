package org.drydock.vuln.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Inventory;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;

/** What the whole path from feed files to findings says, asked by package, version and record. */
final class Verdicts {
    private final Map<String, List<Status>> byRecord = new HashMap<>();

    private Verdicts() {}

    /** Imports {@code feeds} below {@code folder} and matches {@code inventory} against them, settled verdicts included. */
    static Verdicts of(List<Path> feeds, Path folder, Inventory inventory) {
        StoreImporter.importPaths(feeds, folder, ImportProgress.none());
        try (Knowledge knowledge = new Knowledge(AdvisoryStores.open(folder), new StatedStore())) {
            Verdicts verdicts = new Verdicts();
            new VulnerabilityMatcher(knowledge, new VulnerabilityMatcher.Options(true, ""))
                    .match(inventory)
                    .findings()
                    .forEach(verdicts::add);
            return verdicts;
        }
    }

    /** What the record means for the package, by its source's own verdict; empty if it does not speak of it. */
    List<Status> of(String name, String version, String record) {
        return byRecord.getOrDefault(key(name, version, record), List.of());
    }

    private void add(Finding finding) {
        PackageSubject subject = (PackageSubject) finding.subject();
        for (SourceStatement statement : ((VulnerabilityDetail) finding.detail()).sources()) {
            byRecord.computeIfAbsent(key(subject.name(), subject.version(), statement.id()), _ -> new ArrayList<>())
                    .add(statement.status());
        }
    }

    private static String key(String name, String version, String record) {
        return name + "\0" + version + "\0" + record;
    }
}
