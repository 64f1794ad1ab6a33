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

/** Several segments as one store. A segment is opened when something is asked that it may answer. */
final class JoinedStore implements AdvisoryStore {
    private final List<LazySegment> segments;
    private final Map<String, List<LazySegment>> byNamespace = new HashMap<>();

    JoinedStore(List<LazySegment> segments) {
        this.segments = segments.stream()
                .sorted(Comparator.comparing(segment -> segment.status().name()))
                .toList();
        for (LazySegment segment : this.segments) {
            for (String namespace : segment.status().namespaces()) {
                byNamespace.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(segment);
            }
        }
    }

    @Override
    public List<Statement> find(String namespace, String name) {
        List<LazySegment> asked = byNamespace.getOrDefault(namespace, List.of());
        if (asked.size() == 1) {
            return asked.getFirst().open().find(namespace, name);
        }
        List<Statement> statements = new ArrayList<>();
        for (LazySegment segment : asked) {
            statements.addAll(segment.open().find(namespace, name));
        }
        return statements;
    }

    @Override
    public Optional<Advisory> advisory(String source, String id) {
        return segments.stream()
                .filter(segment -> segment.status().name().equals(source))
                .findFirst()
                .flatMap(segment -> segment.open().advisory(id));
    }

    @Override
    public List<Advisory> byId(String id) {
        List<Advisory> records = new ArrayList<>();
        for (LazySegment segment : segments) {
            AdvisorySegment open = segment.open();
            TreeSet<String> ids = new TreeSet<>(open.idsOf(id));
            ids.add(id);
            ids.forEach(found -> open.advisory(found).ifPresent(records::add));
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
        return segments.stream().map(LazySegment::status).toList();
    }

    @Override
    public void close() {
        segments.forEach(LazySegment::close);
    }
}
