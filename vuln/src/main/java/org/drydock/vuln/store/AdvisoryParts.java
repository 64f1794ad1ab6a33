package org.drydock.vuln.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.drydock.vuln.Advisory;

/** One advisory of the parts that a source gave of it. */
final class AdvisoryParts {
    private static final int MAX_REFERENCES = 10;

    private AdvisoryParts() {}

    /** The parts as one; the texts of the part modified last come first. */
    static Advisory join(List<Advisory> given) {
        if (given.size() == 1) {
            return given.getFirst();
        }
        List<Advisory> parts = given.stream()
                .sorted(Comparator.comparing(Advisory::modified).reversed())
                .toList();
        List<String> references = union(parts, Advisory::references);
        return new Advisory(
                parts.getFirst().id(),
                union(parts, Advisory::aliases),
                union(parts, Advisory::related),
                firstStated(parts, Advisory::summary),
                union(parts, Advisory::ratings),
                references.subList(0, Math.min(references.size(), MAX_REFERENCES)),
                firstStated(parts, Advisory::published),
                firstStated(parts, Advisory::modified),
                List.of(),
                union(parts, Advisory::cwes));
    }

    private static <T> List<T> union(List<Advisory> parts, Function<Advisory, Collection<T>> member) {
        Set<T> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(member.apply(part)));
        return List.copyOf(all);
    }

    private static String firstStated(List<Advisory> parts, Function<Advisory, String> member) {
        return parts.stream()
                .map(member)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
