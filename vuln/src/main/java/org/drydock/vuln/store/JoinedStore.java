package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.version.InstalledVersion;

/** Several segments as one store. A segment is opened when something is asked that it may answer. */
final class JoinedStore implements AdvisoryStore {
    private final List<LazySegment> segments;
    private final List<LazySegment> ofRecords;
    private final List<SourceStatus> sources;
    private final Map<String, List<LazySegment>> byNamespace = new HashMap<>();
    private final Map<String, List<LazySegment>> recordsBySource = new HashMap<>();

    JoinedStore(List<LazySegment> segments) {
        this.segments = segments.stream()
                .sorted(Comparator.comparing(segment -> segment.status().name()))
                .toList();
        this.ofRecords = this.segments.stream()
                .filter(segment -> segment.status().records() > 0)
                .toList();
        this.sources = SourceStatuses.joined(
                this.segments.stream().map(LazySegment::status).toList());
        for (LazySegment segment : this.segments) {
            for (String namespace : segment.status().namespaces()) {
                byNamespace.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(segment);
            }
        }
        for (LazySegment segment : ofRecords) {
            recordsBySource
                    .computeIfAbsent(segment.status().name(), _ -> new ArrayList<>())
                    .add(segment);
        }
    }

    @Override
    public List<Statement> find(String namespace, String name) {
        List<Statement> statements = new ArrayList<>();
        for (LazySegment segment : byNamespace.getOrDefault(namespace, List.of())) {
            statements.addAll(segment.open().find(namespace, name));
        }
        return statements;
    }

    @Override
    public List<Judgement> judge(String namespace, String name, InstalledVersion installed) {
        byte[] subject = Keys.prefix(Keys.STATEMENTS, namespace, name);
        long hash = KeyFilter.hash(subject);
        List<Judgement> judgements = new ArrayList<>();
        for (LazySegment segment : byNamespace.getOrDefault(namespace, List.of())) {
            segment.open().judge(subject, hash, namespace, name, installed, judgements);
        }
        return judgements;
    }

    @Override
    public Optional<Advisory> advisory(String source, String id) {
        for (LazySegment segment : recordsBySource.getOrDefault(source, List.of())) {
            Optional<Advisory> found = segment.open().advisory(id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Advisory> byId(String id) {
        byte[] own = Keys.of(Keys.ADVISORY, id);
        long ownHash = KeyFilter.hash(own);
        byte[] alias = Keys.prefix(Keys.ALIAS, id);
        long aliasHash = KeyFilter.hash(alias);
        List<Advisory> records = new ArrayList<>();
        for (LazySegment segment : ofRecords) {
            AdvisorySegment open = segment.open();
            List<String> aliased = open.idsOf(alias, aliasHash);
            if (aliased.isEmpty()) {
                open.advisory(own, ownHash).ifPresent(records::add);
            } else {
                TreeSet<String> ids = new TreeSet<>(aliased);
                ids.add(id);
                ids.forEach(found -> open.advisory(found).ifPresent(records::add));
            }
        }
        return records;
    }

    @Override
    public Optional<KnownExploited> knownExploited(String id) {
        return first(SegmentSummary::knownExploited, segment -> segment.knownExploited(id));
    }

    @Override
    public Optional<ExploitPrediction> exploitPrediction(String id) {
        return first(SegmentSummary::exploitPredictions, segment -> segment.exploitPrediction(id));
    }

    @Override
    public Optional<EndOfLife> endOfLife(String product, String release) {
        return first(SegmentSummary::endsOfLife, segment -> segment.endOfLife(product, release));
    }

    /** The answer of the first segment that holds such entries and has one. */
    private <T> Optional<T> first(
            ToLongFunction<SegmentSummary> count, Function<AdvisorySegment, Optional<T>> question) {
        for (LazySegment segment : segments) {
            if (count.applyAsLong(segment.summary()) > 0) {
                Optional<T> entry = question.apply(segment.open());
                if (entry.isPresent()) {
                    return entry;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<SourceStatus> sources() {
        return sources;
    }

    @Override
    public void close() {
        segments.forEach(LazySegment::close);
    }
}
