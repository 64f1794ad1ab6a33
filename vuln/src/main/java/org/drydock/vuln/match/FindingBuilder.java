package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Subject;
import org.drydock.inventory.Package;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.match.Identities.Identity;
import org.drydock.vuln.version.InvalidVersionException;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionScheme;

/** Makes a finding of everything that is said of one vulnerability of one package. */
final class FindingBuilder {
    static final String DETECTOR = "vulnerability";

    private static final int MAX_REFERENCES = 10;

    private final Knowledge knowledge;
    private final VersionScheme scheme;

    FindingBuilder(Knowledge knowledge, VersionScheme scheme) {
        this.knowledge = knowledge;
        this.scheme = scheme;
    }

    Finding build(Package subject, Identity<Hit> identity) {
        List<Hit> hits = identity.members();
        Ratings ratings = new Ratings();
        Set<String> references = new LinkedHashSet<>();
        String summary = "";
        for (Hit hit : hits) {
            ratings.add(hit.statement().source(), hit.statement().affected().ratings());
        }
        for (Hit hit : hits) {
            Advisory record = knowledge.advisory(hit.statement()).orElse(null);
            if (record != null) {
                ratings.add(hit.statement().source(), record.ratings());
                references.addAll(record.references());
                summary = summary.isEmpty() ? record.summary() : summary;
            }
        }
        for (Advisory other : knowledge.byIds(identity.ids())) {
            boolean sameVulnerability = identity.ids().contains(other.id()) && !isErratumOfSeveral(other);
            if (sameVulnerability || !java.util.Collections.disjoint(identity.ids(), other.aliases())) {
                ratings.add(other.id(), other.ratings());
                summary = summary.isEmpty() ? other.summary() : summary;
            }
        }
        Ratings.Rated rated = ratings.rated();
        return new Finding(
                DETECTOR,
                identity.ids().getFirst(),
                rated.severity(),
                status(hits),
                new Subject.PackageSubject(
                        subject.type().word(), subject.name(), subject.version(), subject.purl(), subject.locations()),
                evidence(subject, hits),
                new VulnerabilityDetail(
                        identity.ids(),
                        fixedVersions(hits),
                        rated.scores(),
                        rated.source(),
                        threat(identity.ids()),
                        List.of(),
                        statements(hits),
                        summary,
                        references.stream().limit(MAX_REFERENCES).toList(),
                        ""));
    }

    private Threat threat(List<String> ids) {
        return knowledge
                .knownExploited(ids)
                .map(listed -> new Threat(listed.dateAdded(), listed.ransomware(), null, null, 0))
                .orElse(Threat.NONE);
    }

    private static boolean isErratumOfSeveral(Advisory record) {
        return record.related().size() > 1;
    }

    /** Affected, unless every source that holds the version says more. */
    private static Status status(List<Hit> hits) {
        Status common = hits.getFirst().statement().affected().status();
        boolean agreed = hits.stream().allMatch(h -> h.statement().affected().status() == common);
        return agreed ? common : Status.AFFECTED;
    }

    private List<Evidence> evidence(Package subject, List<Hit> hits) {
        List<Evidence> evidence = new ArrayList<>();
        for (Hit hit : hits) {
            PackageNamespaces.Question question = hit.question();
            evidence.add(new Evidence(
                    "advisory",
                    hit.statement().advisoryId() + " of " + hit.statement().source() + " speaks of "
                            + question.name() + " in " + question.namespace()
                            + (question.bySource() ? ", the source package of " + subject.name() : "")));
            evidence.add(new Evidence(
                    "range", question.version() + " lies in: " + hit.range() + " (" + scheme.id() + " order)"));
        }
        return evidence;
    }

    private List<String> fixedVersions(List<Hit> hits) {
        List<String> stated = hits.stream()
                .map(Hit::fixedVersion)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (stated.size() <= 1) {
            return stated;
        }
        TreeMap<VersionKey, String> ordered = new TreeMap<>();
        List<String> unordered = new ArrayList<>();
        for (String fixed : stated) {
            try {
                ordered.putIfAbsent(scheme.key(fixed), fixed);
            } catch (InvalidVersionException e) {
                unordered.add(fixed);
            }
        }
        List<String> all = new ArrayList<>(ordered.values());
        all.addAll(unordered);
        return all;
    }

    private static List<SourceStatement> statements(List<Hit> hits) {
        return hits.stream()
                .map(hit -> new SourceStatement(
                        hit.statement().advisoryId(),
                        hit.statement().source(),
                        hit.question().namespace(),
                        hit.question().name(),
                        hit.question().bySource(),
                        hit.statement().affected().status(),
                        hit.range(),
                        hit.fixedVersion()))
                .distinct()
                .sorted(Comparator.comparing(SourceStatement::id)
                        .thenComparing(SourceStatement::source)
                        .thenComparing(SourceStatement::range))
                .toList();
    }
}
