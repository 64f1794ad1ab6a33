package org.drydock.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Finding;
import org.drydock.core.Location;
import org.drydock.core.Subject.FileSubject;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.core.Subject.PackageSubject;

/** What conditions ask of a finding, whatever kind it is. */
public final class FindingFacts {
    private FindingFacts() {}

    /** Every id it is known by, the one it is reported under first. */
    public static Set<String> ids(Finding finding) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(finding.rule());
        ids.addAll(detail(finding).ids());
        ids.addAll(recordIds(finding));
        return ids;
    }

    /** The id it is reported under, and those of the records that state it. */
    public static Set<String> ownIds(Finding finding) {
        Set<String> ids = new LinkedHashSet<>(recordIds(finding));
        ids.add(finding.rule());
        return ids;
    }

    private static List<String> recordIds(Finding finding) {
        return detail(finding).sources().stream().map(SourceStatement::id).toList();
    }

    /** The package it is about. */
    public static Optional<PackageSubject> packageOf(Finding finding) {
        return finding.subject() instanceof PackageSubject about ? Optional.of(about) : Optional.empty();
    }

    /** Where it was seen. */
    public static List<Location> locations(Finding finding) {
        return switch (finding.subject()) {
            case PackageSubject about -> about.locations();
            case FileSubject file -> List.of(file.location());
            case ImageSubject _ -> List.of();
        };
    }

    /** The vulnerability. */
    public static VulnerabilityDetail detail(Finding finding) {
        return (VulnerabilityDetail) finding.detail();
    }

    /** Whether a version is known that mends it. */
    public static boolean isFixable(Finding finding) {
        return !detail(finding).fixedVersions().isEmpty();
    }
}
