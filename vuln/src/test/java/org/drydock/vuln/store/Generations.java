package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Nine sources whose every record tells which import it came with, so that a mixture of two imports shows. */
final class Generations {
    private static final int PACKAGES = 200;
    private static final int RELEASES = 8;

    private Generations() {}

    /** A folder with the feeds of a generation. */
    static Path feeds(Path folder, int generation) throws IOException {
        Path feeds = Files.createDirectories(folder.resolve("generation-" + generation));
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < PACKAGES; i++) {
            records.append(Fixtures.osv("TEST-" + i, "", "npm", "package-" + i, "1." + generation));
        }
        Fixtures.write(feeds.resolve("records.jsonl"), records.toString());
        for (int release = 0; release < RELEASES; release++) {
            Fixtures.write(feeds.resolve(release + ".json"), Fixtures.secdb("9." + release, "musl", "1." + generation));
        }
        return feeds;
    }

    /** Reads a whole store and returns the generation that all of it is of. */
    static String only(Path storeDir) {
        TreeSet<String> fixes = new TreeSet<>();
        try (AdvisoryStore store = AdvisoryStores.open(storeDir)) {
            for (int i = 0; i < PACKAGES; i++) {
                fixes.add(fix(store, "npm", "package-" + i));
            }
            for (int release = 0; release < RELEASES; release++) {
                fixes.add(fix(store, "alpine:9." + release, "musl"));
            }
        }
        assertThat(fixes).as("a store is of one import").hasSize(1);
        return fixes.first();
    }

    static String fix(AdvisoryStore store, String namespace, String name) {
        List<AdvisoryStore.Statement> found = store.find(namespace, name);
        assertThat(found).as("%s %s", namespace, name).hasSize(1);
        return String.valueOf(found.getFirst().affected().ranges().getFirst().fixed());
    }
}
