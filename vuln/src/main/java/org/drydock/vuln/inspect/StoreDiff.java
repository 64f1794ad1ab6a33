package org.drydock.vuln.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.AdvisoryStores.StoredSegment;
import org.drydock.vuln.store.StoreSegments;

/** What changed from one state of advisory data to another. */
public final class StoreDiff {
    private StoreDiff() {}

    /** What became of a record. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A record that is not the same in both. */
    public record Change(Kind kind, String source, String id) {}

    /** Compares two stores; sorted by source and id. Segments that both have are not looked into. */
    public static List<Change> between(Path older, Path newer) {
        Set<String> common = files(older);
        common.retainAll(files(newer));
        Map<String, Map<String, Long>> before = digests(older, common);
        Map<String, Map<String, Long>> after = digests(newer, common);
        TreeSet<String> sources = new TreeSet<>(before.keySet());
        sources.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        if (!sources.isEmpty()) {
            try (AdvisoryStore old = AdvisoryStores.open(older);
                    AdvisoryStore now = AdvisoryStores.open(newer)) {
                for (String source : sources) {
                    compare(
                            source,
                            new Side(old, before.getOrDefault(source, Map.of())),
                            new Side(now, after.getOrDefault(source, Map.of())),
                            changes);
                }
            }
        }
        return changes;
    }

    private static void compare(String source, Side before, Side after, List<Change> to) {
        TreeSet<String> ids = new TreeSet<>(before.digests.keySet());
        ids.addAll(after.digests.keySet());
        for (String id : ids) {
            if (!before.has(source, id)) {
                to.add(new Change(Kind.ADDED, source, id));
            } else if (!after.has(source, id)) {
                to.add(new Change(Kind.REMOVED, source, id));
            } else if (!Objects.equals(before.digests.get(id), after.digests.get(id))) {
                to.add(new Change(Kind.CHANGED, source, id));
            }
        }
    }

    /** A record may have all that changed in one segment, and be in another that did not change. */
    private record Side(AdvisoryStore store, Map<String, Long> digests) {
        boolean has(String source, String id) {
            return digests.containsKey(id) || store.advisory(source, id).isPresent();
        }
    }

    private static Set<String> files(Path storeDir) {
        return AdvisoryStores.segments(storeDir).stream()
                .map(StoredSegment::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** By source and id, the sum of the digests of all that makes up the record outside of some segments. */
    private static Map<String, Map<String, Long>> digests(Path storeDir, Set<String> except) {
        Map<String, Map<String, Long>> bySource = new TreeMap<>();
        StoreSegments.read(storeDir, segment -> !except.contains(segment.name()), segment -> {
            String source = segment.stored().status().name();
            segment.visit(new Sums(bySource.computeIfAbsent(source, _ -> new TreeMap<>())));
        });
        return bySource;
    }

    private record Sums(Map<String, Long> byId) implements StoreSegments.Visitor {
        @Override
        public void record(Advisory advisory) {
            add(advisory.id(), advisory.toString());
        }

        @Override
        public void statement(Statement statement) {
            add(statement.advisoryId(), statement.toString());
        }

        @Override
        public void knownExploited(KnownExploited entry) {
            add(entry.id(), entry.toString());
        }

        @Override
        public void exploitPrediction(ExploitPrediction entry) {
            add(entry.id(), entry.toString());
        }

        @Override
        public void endOfLife(EndOfLife entry) {
            add(entry.product() + " " + entry.release(), entry.toString());
        }

        private void add(String id, String text) {
            byId.merge(id, digest(text), Long::sum);
        }
    }

    private static long digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
