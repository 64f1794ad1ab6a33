package org.drydock.core;

import java.util.List;
import java.util.Set;

/**
 * What changed since an earlier state of the same thing. A finding stays the same if the same weakness is found in the
 * same package at the same place, whatever the package's version.
 *
 * @param baseline what it is compared with, as the user wrote it
 * @param added the fingerprints of the present findings that the baseline does not have
 * @param removed the baseline's findings that are there no more, sorted by {@link Finding#BY_SUBJECT}
 * @param unchanged how many findings are in both
 */
public record Comparison(String baseline, Set<String> added, List<Finding> removed, int unchanged) {
    public Comparison {
        added = Set.copyOf(added);
        removed = List.copyOf(removed);
    }

    public boolean isNew(Finding finding) {
        return added.contains(finding.fingerprint());
    }
}
