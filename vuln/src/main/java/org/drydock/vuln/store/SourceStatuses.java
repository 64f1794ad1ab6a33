package org.drydock.vuln.store;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;

/** What the segments of a source say of themselves, as what the source is. */
final class SourceStatuses {
    private SourceStatuses() {}

    /** One status for each source, sorted by name. */
    static List<SourceStatus> joined(List<SourceStatus> segments) {
        TreeMap<String, SourceStatus> byName = new TreeMap<>();
        segments.forEach(status -> byName.merge(status.name(), status, SourceStatuses::join));
        return List.copyOf(byName.values());
    }

    private static SourceStatus join(SourceStatus left, SourceStatus right) {
        TreeSet<String> namespaces = new TreeSet<>(left.namespaces());
        namespaces.addAll(right.namespaces());
        return new SourceStatus(
                left.name(),
                left.format(),
                List.copyOf(namespaces),
                left.records() + right.records(),
                left.date().compareTo(right.date()) > 0 ? left.date() : right.date(),
                left.origin().isEmpty() ? right.origin() : left.origin());
    }
}
