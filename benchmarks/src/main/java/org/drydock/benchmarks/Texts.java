package org.drydock.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;

/** Members of records as short texts, for stores that have no better form. */
final class Texts {
    private Texts() {}

    static String ratings(List<Rating> ratings) {
        return ratings.stream()
                .map(rating -> rating.kind() + "=" + rating.value())
                .collect(Collectors.joining(" "));
    }

    static String ranges(List<Affected.Range> ranges) {
        return ranges.stream()
                .map(range -> range.introduced()
                        + (range.fixed() != null ? "<" + range.fixed() : "")
                        + (range.lastAffected() != null ? "=" + range.lastAffected() : ""))
                .collect(Collectors.joining(" "));
    }
}
