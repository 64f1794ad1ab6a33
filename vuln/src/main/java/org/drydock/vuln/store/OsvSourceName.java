package org.drydock.vuln.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drydock.vuln.Advisory;
import org.jspecify.annotations.Nullable;

/**
 * What a set of single records is called, so that a newer export takes the place of an older one of the same set and of no
 * other: {@code osv/npm/ghsa}. The first part is the ecosystem that every record speaks of (also of others, as GitHub's
 * do), or {@code mixed}; the second is what most ids begin with.
 */
final class OsvSourceName {
    private final Map<String, Integer> prefixes = new TreeMap<>();
    private @Nullable Set<String> inAll;

    void add(Advisory advisory) {
        int hyphen = advisory.id().indexOf('-');
        prefixes.merge(part(hyphen < 0 ? advisory.id() : advisory.id().substring(0, hyphen)), 1, Integer::sum);
        Set<String> ecosystems = advisory.affected().stream()
                .map(affected -> part(family(affected.namespace())))
                .collect(Collectors.toCollection(HashSet::new));
        if (ecosystems.isEmpty()) {
            return;
        }
        Set<String> before = inAll;
        if (before == null) {
            inAll = ecosystems;
        } else {
            before.retainAll(ecosystems);
        }
    }

    boolean isEmpty() {
        return prefixes.isEmpty();
    }

    /** The name, once all records are added; it begins with the shape of the records. */
    String name(String format) {
        Set<String> ecosystems = inAll == null ? Set.of() : inAll;
        String ecosystem = ecosystems.stream().sorted().findFirst().orElse("mixed");
        String prefix = "";
        int most = 0;
        for (Map.Entry<String, Integer> entry : prefixes.entrySet()) {
            if (entry.getValue() > most) {
                prefix = entry.getKey();
                most = entry.getValue();
            }
        }
        return format + "/" + ecosystem + "/" + prefix;
    }

    private static String family(String namespace) {
        int colon = namespace.indexOf(':');
        return colon < 0 ? namespace : namespace.substring(0, colon);
    }

    private static String part(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            out.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0 ? c : '_');
        }
        return out.isEmpty() ? "unknown" : out.substring(0, Math.min(out.length(), 64));
    }
}
