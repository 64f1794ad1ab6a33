package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.RangeDecision;
import org.drydock.vuln.version.VersionRanges;
import org.jspecify.annotations.Nullable;

/** A store of what a test says. */
final class StatedStore implements AdvisoryStore {
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Advisory> records = new HashMap<>();
    private final TreeSet<String> namespaces = new TreeSet<>();
    private final Map<String, KnownExploited> exploited = new HashMap<>();
    private final Map<String, ExploitPrediction> predictions = new HashMap<>();
    private final List<EndOfLife> ends = new ArrayList<>();

    /** A record of source {@code test}. */
    StatedStore say(Advisory advisory) {
        return say("test", advisory);
    }

    StatedStore say(String source, Advisory advisory) {
        records.put(source + " " + advisory.id(), advisory);
        for (Affected affected : advisory.affected()) {
            namespaces.add(affected.namespace());
            statements.add(new Statement(source, advisory.id(), advisory.aliases(), advisory.related(), affected));
        }
        statements.sort(Comparator.comparing(Statement::source).thenComparing(Statement::advisoryId));
        return this;
    }

    /** A vulnerability of all versions before {@code fixed}, of all if that is null. */
    StatedStore affects(String namespace, String name, String id, @Nullable String fixed) {
        return say(record(id, List.of(), List.of(), before(namespace, name, fixed)));
    }

    /** There is data of the namespace, about something else. */
    StatedStore covers(String namespace) {
        return affects(namespace, "something-else", "CVE-1999-0001", null);
    }

    StatedStore exploited(String id, boolean ransomware) {
        exploited.put(id, new KnownExploited(id, "2024-01-02", ransomware));
        return this;
    }

    StatedStore predicted(String id, double score) {
        predictions.put(id, new ExploitPrediction(id, score, 0.5, "2024-01-02"));
        return this;
    }

    StatedStore ends(EndOfLife end) {
        ends.add(end);
        return this;
    }

    static Affected before(String namespace, String name, @Nullable String fixed) {
        return of(namespace, name, Status.AFFECTED, new Affected.Range("0", fixed, null));
    }

    static Affected of(String namespace, String name, Status status, Affected.Range... ranges) {
        return new Affected(namespace, name, status, List.of(ranges), List.of(), null, List.of());
    }

    static Affected ofModule(Affected affected, String module) {
        return new Affected(
                affected.namespace(),
                affected.name(),
                affected.status(),
                affected.ranges(),
                affected.versions(),
                module,
                affected.ratings());
    }

    static Advisory record(String id, List<String> aliases, List<String> related, Affected... affected) {
        return rated(id, aliases, related, List.of(), affected);
    }

    static Advisory rated(
            String id,
            List<String> aliases,
            List<String> related,
            List<Advisory.Rating> ratings,
            Affected... affected) {
        return new Advisory(id, aliases, related, "about " + id, ratings, List.of(), "", "", List.of(affected));
    }

    @Override
    public List<Statement> find(String namespace, String name) {
        return statements.stream()
                .filter(s -> s.affected().namespace().equals(namespace)
                        && s.affected().name().equals(name))
                .toList();
    }

    @Override
    public List<Judgement> judge(String namespace, String name, InstalledVersion installed) {
        return find(namespace, name).stream()
                .map(s -> new Judgement(s, VersionRanges.decide(s.affected(), installed)))
                .filter(j -> j.statement().affected().status() == Status.NOT_AFFECTED
                        || !(j.decision() instanceof RangeDecision.NotInRange))
                .toList();
    }

    @Override
    public Optional<Advisory> advisory(String source, String id) {
        return Optional.ofNullable(records.get(source + " " + id));
    }

    @Override
    public List<Advisory> byId(String id) {
        return records.values().stream()
                .filter(r -> r.id().equals(id) || r.aliases().contains(id))
                .sorted(Comparator.comparing(Advisory::id))
                .toList();
    }

    @Override
    public Optional<KnownExploited> knownExploited(String id) {
        return Optional.ofNullable(exploited.get(id));
    }

    @Override
    public Optional<ExploitPrediction> exploitPrediction(String id) {
        return Optional.ofNullable(predictions.get(id));
    }

    @Override
    public Optional<EndOfLife> endOfLife(String product, String release) {
        return ends.stream()
                .filter(e -> e.product().equals(product) && e.release().equals(release))
                .findFirst();
    }

    @Override
    public List<SourceStatus> sources() {
        return List.of(new SourceStatus("test", "test", List.copyOf(namespaces), records.size(), "", ""));
    }

    @Override
    public void close() {}
}
