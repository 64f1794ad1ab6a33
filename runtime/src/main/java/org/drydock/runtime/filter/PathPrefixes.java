package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.runtime.field.Glob;

/** Whether a path begins with the parts of one of several paths; parts may be patterns. */
final class PathPrefixes implements TextTest {
    private final Part root = new Part();

    /** What may follow the parts so far. */
    private static final class Part {
        private final Map<String, Part> names = new HashMap<>();
        private final List<Map.Entry<Glob, Part>> patterns = new ArrayList<>();
        private boolean end;
    }

    PathPrefixes(List<String> paths) {
        for (String path : paths) {
            Part at = root;
            for (String name : path.split("/", -1)) {
                if (!name.isEmpty()) {
                    at = next(at, name);
                }
            }
            at.end = true;
        }
    }

    private static Part next(Part at, String name) {
        boolean pattern = name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
        Part known = at.names.get(pattern ? "/" + name : name);
        if (known != null) {
            return known;
        }
        Part next = new Part();
        at.names.put(pattern ? "/" + name : name, next);
        if (pattern) {
            at.patterns.add(Map.entry(Glob.of(name), next));
        }
        return next;
    }

    @Override
    public boolean test(String path) {
        return begins(root, path, 0);
    }

    private static boolean begins(Part at, String path, int from) {
        if (at.end) {
            return true;
        }
        int start = from;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        if (start == path.length()) {
            return false;
        }
        int slash = path.indexOf('/', start);
        int end = slash < 0 ? path.length() : slash;
        String name = path.substring(start, end);
        Part named = at.names.get(name);
        if (named != null && begins(named, path, end)) {
            return true;
        }
        for (Map.Entry<Glob, Part> pattern : at.patterns) {
            if (pattern.getKey().matches(name) && begins(pattern.getValue(), path, end)) {
                return true;
            }
        }
        return false;
    }
}
