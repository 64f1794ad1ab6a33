package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups statements by the vulnerability that they are about. Ids that stand for the same vulnerability in any statement
 * are one identity; an erratum that mends several vulnerabilities belongs to each of them and joins none.
 */
final class Identities<T> {
    private static final Comparator<String> PRIMARY =
            Comparator.<String>comparingInt(id -> rank(id)).thenComparing(Comparator.naturalOrder());

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<T>> members = new TreeMap<>();
    private final Map<String, TreeSet<String>> attached = new HashMap<>();

    /** One vulnerability: all its ids, the one to report it under first, and what was said of it. */
    record Identity<T>(List<String> ids, List<T> members) {}

    /** Adds what speaks of one vulnerability that has all of {@code ids}. */
    void add(List<String> ids, T member) {
        String first = ids.getFirst();
        ids.forEach(id -> union(first, id));
        members.computeIfAbsent(first, _ -> new ArrayList<>()).add(member);
    }

    /** Adds an erratum, which speaks of each of the vulnerabilities that it mends, or of itself if it names none. */
    void addErratum(String id, List<String> mends, T member) {
        if (mends.isEmpty()) {
            add(List.of(id), member);
        }
        for (String mended : mends) {
            find(mended);
            attached.computeIfAbsent(mended, _ -> new TreeSet<>()).add(id);
            members.computeIfAbsent(mended, _ -> new ArrayList<>()).add(member);
        }
    }

    /** All identities, sorted by the id that they are reported under. */
    List<Identity<T>> list() {
        Map<String, TreeSet<String>> ids = new HashMap<>();
        for (String id : List.copyOf(parents.keySet())) {
            TreeSet<String> own = ids.computeIfAbsent(find(id), _ -> new TreeSet<>(PRIMARY));
            own.add(id);
            own.addAll(attached.getOrDefault(id, new TreeSet<>()));
        }
        Map<String, List<T>> joined = new TreeMap<>();
        members.forEach((id, of) ->
                joined.computeIfAbsent(find(id), _ -> new ArrayList<>()).addAll(of));
        List<Identity<T>> identities = new ArrayList<>();
        joined.forEach((root, of) ->
                identities.add(new Identity<>(List.copyOf(ids.getOrDefault(root, new TreeSet<>())), List.copyOf(of))));
        identities.sort(Comparator.comparing(i -> i.ids().getFirst()));
        return identities;
    }

    private static int rank(String id) {
        if (id.startsWith("CVE-")) {
            return 0;
        }
        return id.startsWith("GHSA-") ? 1 : 2;
    }

    private void union(String left, String right) {
        String a = find(left);
        String b = find(right);
        if (!a.equals(b)) {
            parents.put(a, b);
        }
    }

    private String find(String id) {
        String parent = parents.putIfAbsent(id, id);
        String root = parent == null ? id : parent;
        while (!root.equals(parents.getOrDefault(root, root))) {
            root = parents.getOrDefault(root, root);
        }
        parents.put(id, root);
        return root;
    }
}
