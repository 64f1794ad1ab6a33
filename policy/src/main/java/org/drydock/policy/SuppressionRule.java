package org.drydock.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.drydock.core.Finding;
import org.drydock.core.Purl;
import org.drydock.core.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file that sets findings aside. Everything it states must hold. What can be looked up by name stands apart
 * from other conditions, so that many entries meet many findings fast.
 *
 * @param ids ids of which the finding must have one; empty for any
 * @param names package names of which the finding's must be one; empty for any
 * @param purls package URLs of which one must match; empty for any
 * @param detectors the detectors whose findings it is about; empty for any
 * @param condition what else must hold
 * @param until from when it no longer holds; null if it has no end
 * @param suppression what is said of the findings set aside
 */
public record SuppressionRule(
        Set<String> ids,
        Set<String> names,
        List<Purl> purls,
        Set<String> detectors,
        Condition condition,
        @Nullable Instant until,
        Suppression suppression) {
    public SuppressionRule {
        ids = Set.copyOf(ids);
        names = Set.copyOf(names);
        purls = List.copyOf(purls);
        detectors = Set.copyOf(detectors);
    }

    /** What must hold for a finding to be set aside. */
    @FunctionalInterface
    public interface Condition {
        /** Nothing more. */
        Condition NONE = (_, _) -> true;

        boolean holds(Finding finding, Circumstances circumstances);

        /** Both this and another one. */
        default Condition and(Condition other) {
            return (finding, circumstances) -> holds(finding, circumstances) && other.holds(finding, circumstances);
        }
    }

    boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether everything holds for a finding with these ids. */
    boolean matches(Finding finding, Set<String> findingIds, Circumstances circumstances) {
        return (detectors.isEmpty() || detectors.contains(finding.detector()))
                && (ids.isEmpty() || !Collections.disjoint(findingIds, ids))
                && (names.isEmpty()
                        || FindingFacts.packageOf(finding)
                                .filter(p -> names.contains(p.name()))
                                .isPresent())
                && (purls.isEmpty()
                        || FindingFacts.packageOf(finding)
                                .filter(p -> purls.stream().anyMatch(stated -> PurlMatch.matches(stated, p.purl())))
                                .isPresent())
                && condition.holds(finding, circumstances);
    }
}
