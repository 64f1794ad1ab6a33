package org.drydock.inventory.npm.lock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which entries of a lock file need which, by their keys. */
record Graph(Map<String, List<String>> needs) {
    /** All that is needed by {@code roots}, they themselves included. */
    Set<String> reachable(Iterable<String> roots) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        roots.forEach(open::add);
        while (!open.isEmpty()) {
            String key = open.poll();
            if (reached.add(key)) {
                open.addAll(needs.getOrDefault(key, List.of()));
            }
        }
        return reached;
    }
}
