package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.cvss.Cvss;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStore.Judgement;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.InstalledVersion;
import org.jspecify.annotations.Nullable;

/**
 * All advisory data that a scan may use: what was imported, and the starter set for those parts of the world that nothing
 * was imported of. It remembers what was asked of it. Safe for use by many threads.
 */
public final class Knowledge implements AutoCloseable {
    private static final int REMEMBERED = 200_000;

    private final @Nullable AdvisoryStore imported;
    private final AdvisoryStore starter;
    private final Set<String> importedNamespaces;
    private final Set<String> starterNamespaces;
    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final Map<String, Optional<Advisory>> records = new ConcurrentHashMap<>();
    private final Map<List<String>, List<Advisory>> recordsByIds = new ConcurrentHashMap<>();
    private final Map<List<String>, Optional<KnownExploited>> exploitedByIds = new ConcurrentHashMap<>();
    private final Map<String, Optional<Cvss.Score>> scores = new ConcurrentHashMap<>();
    private final Map<Asked, List<Standing>> standings = new ConcurrentHashMap<>();

    /**
     * Joins the two.
     *
     * @param imported null if nothing was imported yet
     */
    public Knowledge(@Nullable AdvisoryStore imported, AdvisoryStore starter) {
        this.imported = imported;
        this.starter = starter;
        this.importedNamespaces = imported == null ? Set.of() : namespaces(imported);
        this.starterNamespaces = namespaces(starter);
    }

    /** One data set and what of it was asked. */
    public record Used(SourceStatus source, List<String> namespaces, boolean starter) {}

    /** Whether anything at all is known of a namespace. */
    boolean covers(String namespace) {
        return importedNamespaces.contains(namespace) || starterNamespaces.contains(namespace);
    }

    /** Notes that a namespace speaks of what is judged, whether anything is known of it or not. */
    void asks(String namespace) {
        asked.add(namespace);
    }

    /** Whether all that is known of a namespace is the starter set. */
    boolean isStarterOnly(String namespace) {
        return !importedNamespaces.contains(namespace);
    }

    List<Statement> find(String namespace, String name) {
        used.add(namespace);
        return store(namespace).find(namespace, name);
    }

    private AdvisoryStore store(String namespace) {
        AdvisoryStore fullest = imported;
        return fullest != null && importedNamespaces.contains(namespace) ? fullest : starter;
    }

    /** The statements that may mean a version, and the denials; see {@link AdvisoryStore#judge}. */
    List<Judgement> judge(String namespace, String name, InstalledVersion installed) {
        used.add(namespace);
        return store(namespace).judge(namespace, name, installed);
    }

    /** The record behind a statement; one vulnerability often concerns many packages, so it is remembered. */
    Optional<Advisory> advisory(Statement statement) {
        return remembered(records, statement.source() + " " + statement.advisoryId(), _ -> readAdvisory(statement));
    }

    private Optional<Advisory> readAdvisory(Statement statement) {
        AdvisoryStore fullest = imported;
        Optional<Advisory> found =
                fullest == null ? Optional.empty() : fullest.advisory(statement.source(), statement.advisoryId());
        return found.isPresent() ? found : starter.advisory(statement.source(), statement.advisoryId());
    }

    /** Records of any source under one of {@code ids}; the imported ones first. */
    List<Advisory> byIds(List<String> ids) {
        return remembered(recordsByIds, List.copyOf(ids), this::readByIds);
    }

    private List<Advisory> readByIds(List<String> ids) {
        LinkedHashSet<Advisory> found = new LinkedHashSet<>();
        AdvisoryStore fullest = imported;
        if (fullest != null) {
            ids.forEach(id -> found.addAll(fullest.byId(id)));
        }
        ids.forEach(id -> found.addAll(starter.byId(id)));
        return List.copyOf(found);
    }

    /** Since when a vulnerability of any of {@code ids} is known to be exploited. */
    Optional<KnownExploited> knownExploited(List<String> ids) {
        return remembered(exploitedByIds, ids, this::readKnownExploited);
    }

    private Optional<KnownExploited> readKnownExploited(List<String> ids) {
        for (String id : ids) {
            AdvisoryStore fullest = imported;
            Optional<KnownExploited> found = fullest == null ? Optional.empty() : fullest.knownExploited(id);
            if (found.isEmpty()) {
                found = starter.knownExploited(id);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a vector says; few are different. */
    Optional<Cvss.Score> score(String vector) {
        return remembered(scores, vector, Cvss::parse);
    }

    /** The answer that packages with the same question got before, or that {@code answer} gives. */
    List<Standing> standings(Asked asked, Function<Asked, List<Standing>> answer) {
        return remembered(standings, asked, answer);
    }

    /** What was read stays at hand within bounds: a fleet asks the same again and again, but of more than fits. */
    private static <K, V> V remembered(Map<K, V> memory, K key, Function<K, V> read) {
        V known = memory.get(key);
        if (known == null) {
            if (memory.size() >= REMEMBERED) {
                memory.clear();
            }
            known = read.apply(key);
            memory.put(key, known);
        }
        return known;
    }

    Optional<ExploitPrediction> exploitPrediction(List<String> ids) {
        for (String id : ids) {
            AdvisoryStore fullest = imported;
            Optional<ExploitPrediction> found = fullest == null ? Optional.empty() : fullest.exploitPrediction(id);
            if (found.isEmpty()) {
                found = starter.exploitPrediction(id);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<EndOfLife> endOfLife(String product, String release) {
        AdvisoryStore fullest = imported;
        Optional<EndOfLife> found = fullest == null ? Optional.empty() : fullest.endOfLife(product, release);
        return found.isPresent() ? found : starter.endOfLife(product, release);
    }

    /** Every namespace that anything is known of, sorted. */
    List<String> namespaces() {
        TreeSet<String> all = new TreeSet<>(importedNamespaces);
        all.addAll(starterNamespaces);
        return List.copyOf(all);
    }

    /** The namespaces that were asked about, also those that nothing is known of. */
    public Set<String> asked() {
        return Collections.unmodifiableSet(asked);
    }

    /** The data sets that could have answered what was asked, sorted by name; those of no namespace always count. */
    public List<Used> used() {
        List<Used> sources = new ArrayList<>();
        AdvisoryStore fullest = imported;
        if (fullest != null) {
            for (SourceStatus source : fullest.sources()) {
                addUsed(source, used, false, sources);
            }
        }
        Set<String> left = new TreeSet<>(used);
        left.removeAll(importedNamespaces);
        for (SourceStatus source : starter.sources()) {
            addUsed(source, left, true, sources);
        }
        return sources;
    }

    @Override
    public void close() {
        if (imported != null) {
            imported.close();
        }
        starter.close();
    }

    private static void addUsed(SourceStatus source, Set<String> asked, boolean starter, List<Used> to) {
        TreeSet<String> common = new TreeSet<>(source.namespaces());
        common.retainAll(asked);
        boolean ofNoNamespace = source.namespaces().isEmpty() && source.records() > 0;
        if (!common.isEmpty() || (ofNoNamespace && !starter)) {
            to.add(new Used(source, List.copyOf(common), starter));
        }
    }

    private static Set<String> namespaces(AdvisoryStore store) {
        Set<String> all = new HashSet<>();
        store.sources().forEach(source -> all.addAll(source.namespaces()));
        return all;
    }
}
