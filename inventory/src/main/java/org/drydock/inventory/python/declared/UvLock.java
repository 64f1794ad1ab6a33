package org.drydock.inventory.python.declared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * The lock file of uv. The project's own packages are in it, with what they need to run and, apart, to develop; all that
 * they do not need to run is for development.
 *
 * @see <a href="https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile">uv.lock</a>
 */
final class UvLock {
    private static final List<String> OWN_SOURCES = List.of("virtual", "editable", "directory");

    private final Map<String, List<Reference>> byName = new HashMap<>();
    private final Map<Reference, List<Reference>> needs = new LinkedHashMap<>();

    private UvLock() {}

    static void read(JsonValue lock, PackageListing listing) {
        new UvLock().read(lock.get("package").elements(), listing);
    }

    private void read(List<JsonValue> packages, PackageListing listing) {
        for (JsonValue entry : packages) {
            byName.computeIfAbsent(entry.get("name").text(""), _ -> new ArrayList<>())
                    .add(PythonLocks.reference(entry));
        }
        List<Reference> own = new ArrayList<>();
        for (JsonValue entry : packages) {
            List<Reference> needed = new ArrayList<>();
            add(entry.get("dependencies"), needed);
            entry.get("optional-dependencies").members().values().forEach(extra -> add(extra, needed));
            needs.put(PythonLocks.reference(entry), needed);
            if (isOwn(entry)) {
                own.add(PythonLocks.reference(entry));
            }
        }
        Set<Reference> running = reachable(own);
        for (JsonValue entry : packages) {
            if (isOwn(entry)) {
                continue;
            }
            Reference reference = PythonLocks.reference(entry);
            boolean development = !own.isEmpty() && !running.contains(reference);
            listing.add(reference.name(), reference.version(), development)
                    .needs(needs.getOrDefault(reference, List.of()));
        }
    }

    private static boolean isOwn(JsonValue entry) {
        return OWN_SOURCES.stream()
                .anyMatch(kind -> !entry.get("source").get(kind).isNull());
    }

    /** A version is stated only where the lock has several of the name; where it has but one, that is meant. */
    private void add(JsonValue dependencies, List<Reference> needed) {
        for (JsonValue need : dependencies.elements()) {
            String version = need.get("version").text("");
            for (Reference candidate : byName.getOrDefault(need.get("name").text(""), List.of())) {
                if (version.isEmpty() || candidate.version().equals(version)) {
                    needed.add(candidate);
                }
            }
        }
    }

    private Set<Reference> reachable(List<Reference> roots) {
        Set<Reference> reached = new HashSet<>();
        Deque<Reference> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Reference next = open.poll();
            if (reached.add(next)) {
                open.addAll(needs.getOrDefault(next, List.of()));
            }
        }
        return reached;
    }
}
