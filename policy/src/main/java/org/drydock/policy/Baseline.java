package org.drydock.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drydock.core.Comparison;
import org.drydock.core.Finding;
import org.drydock.core.SuppressedFinding;

/**
 * An earlier state of what is scanned. Two findings are the same if they share an id, their packages have the same name
 * and they were seen at the same place; the version may differ, also where it is part of the place, as in the name of an
 * archive. Only findings that stand count; one that was or is set aside is neither new nor gone.
 *
 * @param name what it is, as the user wrote it
 */
public record Baseline(String name, List<Finding> findings, List<SuppressedFinding> suppressed) {
    public Baseline {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** What changed since. */
    public Comparison compare(List<Finding> present, List<SuppressedFinding> aside) {
        List<Finding> before = standing(findings);
        List<Finding> now = standing(present);
        Set<String> known = identities(before);
        known.addAll(identities(standing(withoutReason(suppressed))));
        Set<String> there = identities(now);
        there.addAll(identities(standing(withoutReason(aside))));
        Set<String> added = new LinkedHashSet<>();
        int unchanged = 0;
        for (Finding finding : now) {
            if (identities(finding).stream().anyMatch(known::contains)) {
                unchanged++;
            } else {
                added.add(finding.fingerprint());
            }
        }
        List<Finding> removed = new ArrayList<>(before.stream()
                .filter(f -> identities(f).stream().noneMatch(there::contains))
                .toList());
        removed.sort(Finding.BY_SUBJECT);
        return new Comparison(name, added, removed, unchanged);
    }

    private static List<Finding> standing(Collection<Finding> findings) {
        return findings.stream().filter(Gate::stands).toList();
    }

    private static List<Finding> withoutReason(List<SuppressedFinding> suppressed) {
        return suppressed.stream().map(SuppressedFinding::finding).toList();
    }

    private static Set<String> identities(List<Finding> findings) {
        Set<String> all = new HashSet<>();
        findings.forEach(f -> all.addAll(identities(f)));
        return all;
    }

    private static Set<String> identities(Finding finding) {
        String about = FindingFacts.packageOf(finding)
                .map(p -> PurlMatch.key(p.purl()) + " " + p.purl().qualifiers().getOrDefault("arch", ""))
                .orElse("");
        String version = FindingFacts.packageOf(finding).map(p -> p.version()).orElse("");
        Set<String> identities = new LinkedHashSet<>();
        List<String> places = FindingFacts.locations(finding).stream()
                .map(location -> place(location.path(), version))
                .toList();
        for (String id : FindingFacts.ids(finding)) {
            for (String place : places.isEmpty() ? List.of("") : places) {
                identities.add(finding.detector() + "\n" + id + "\n" + about + "\n" + place);
            }
        }
        return identities;
    }

    private static String place(String path, String version) {
        return version.isEmpty() ? path : path.replace(version, "*");
    }
}
