package org.drydock.vuln.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.StoreSegments;

/** Finds what a store says of a package or of a vulnerability. */
public final class StoreSearch {
    private StoreSearch() {}

    /**
     * A record with what it states.
     *
     * @param source which data set it is of
     * @param record its text; without packages
     * @param statements about packages, sorted by namespace and name; of a search by package, those about it alone
     * @param exploited whether the source is a catalogue of exploited vulnerabilities that has this id
     * @param prediction how likely exploitation is, if the source says so of this id
     */
    public record Hit(
            String source,
            Advisory record,
            List<Statement> statements,
            boolean exploited,
            Optional<ExploitPrediction> prediction) {
        public Hit {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Every record that states something about a package.
     *
     * @param namespaces where to look; empty for all of the store's
     */
    public static List<Hit> byPackage(AdvisoryStore store, String name, Collection<String> namespaces) {
        TreeSet<String> asked = new TreeSet<>(namespaces);
        if (asked.isEmpty()) {
            store.sources().forEach(source -> asked.addAll(source.namespaces()));
        }
        Map<String, List<Statement>> byRecord = new TreeMap<>();
        for (String namespace : asked) {
            for (Statement statement : store.find(namespace, Namespaces.normaliseName(namespace, name))) {
                byRecord.computeIfAbsent(statement.source() + "\0" + statement.advisoryId(), _ -> new ArrayList<>())
                        .add(statement);
            }
        }
        List<Hit> hits = new ArrayList<>();
        for (List<Statement> statements : byRecord.values()) {
            Statement first = statements.getFirst();
            Advisory record = store.advisory(first.source(), first.advisoryId()).orElseGet(() -> bare(first));
            hits.add(new Hit(first.source(), record, statements, false, Optional.empty()));
        }
        return hits;
    }

    /** Every record that has an id as its own or as another name, or that says it mends it. Reads all of the store. */
    public static List<Hit> byId(Path storeDir, String id) {
        Map<String, Collector> bySource = new TreeMap<>();
        StoreSegments.read(
                storeDir,
                _ -> true,
                segment -> segment.visit(
                        bySource.computeIfAbsent(segment.stored().status().name(), _ -> new Collector(id))));
        List<Hit> hits = new ArrayList<>();
        bySource.forEach((source, collector) -> hits.addAll(collector.hits(source)));
        return hits;
    }

    private static Advisory bare(Statement statement) {
        return bare(statement.advisoryId());
    }

    private static Advisory bare(String id) {
        return new Advisory(id, List.of(), List.of(), "", List.of(), List.of(), "", "", List.of());
    }

    private static final class Collector implements StoreSegments.Visitor {
        private final String id;
        private final Map<String, Advisory> records = new TreeMap<>();
        private final Map<String, List<Statement>> statements = new TreeMap<>();
        private boolean exploited;
        private Optional<ExploitPrediction> prediction = Optional.empty();

        Collector(String id) {
            this.id = id;
        }

        @Override
        public void record(Advisory advisory) {
            if (names(advisory.id(), advisory.aliases(), advisory.related())) {
                records.put(advisory.id(), advisory);
            }
        }

        @Override
        public void statement(Statement statement) {
            if (records.containsKey(statement.advisoryId())
                    || names(statement.advisoryId(), statement.aliases(), statement.related())) {
                records.computeIfAbsent(statement.advisoryId(), _ -> bare(statement));
                statements
                        .computeIfAbsent(statement.advisoryId(), _ -> new ArrayList<>())
                        .add(statement);
            }
        }

        @Override
        public void knownExploited(KnownExploited entry) {
            exploited |= entry.id().equalsIgnoreCase(id);
        }

        @Override
        public void exploitPrediction(ExploitPrediction entry) {
            if (entry.id().equalsIgnoreCase(id)) {
                prediction = Optional.of(entry);
            }
        }

        @Override
        public void endOfLife(EndOfLife entry) {}

        List<Hit> hits(String source) {
            if (records.isEmpty() && (exploited || prediction.isPresent())) {
                return List.of(new Hit(source, bare(id), List.of(), exploited, prediction));
            }
            List<Hit> hits = new ArrayList<>();
            records.forEach((name, record) ->
                    hits.add(new Hit(source, record, statements.getOrDefault(name, List.of()), exploited, prediction)));
            return hits;
        }

        private boolean names(String own, List<String> aliases, List<String> related) {
            return own.equalsIgnoreCase(id)
                    || aliases.stream().anyMatch(id::equalsIgnoreCase)
                    || related.stream().anyMatch(id::equalsIgnoreCase);
        }
    }
}
