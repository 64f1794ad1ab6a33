package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.match.Identities.Identity;
import org.drydock.vuln.version.InvalidVersionException;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionScheme;
import org.drydock.vuln.version.VersionSchemes;

/** Makes a finding of everything that is said of one vulnerability of one package. */
final class FindingBuilder {
    static final String DETECTOR = "vulnerability";

    /** A package that was published to do harm is no weakness that one may live with. */
    static final String MALICIOUS = "malicious-package";

    private static final int MAX_REFERENCES = 10;
    private static final Comparator<Opinion> NEAREST_FIRST = Comparator.comparingInt(
                    (Opinion o) -> o.question().tier() == Question.CHANNEL
                            ? Integer.MAX_VALUE
                            : o.question().tier())
            .thenComparing(o -> !o.statement().advisoryId().startsWith("GHSA-"));
    private static final Comparator<Advisory> GITHUB_FIRST =
            Comparator.comparingInt((Advisory a) -> a.id().startsWith("GHSA-") ? 0 : a.id().startsWith("CVE-") ? 2 : 1);

    private static final Comparator<SourceStatement> BY_ID = Comparator.comparing(SourceStatement::id)
            .thenComparing(SourceStatement::source)
            .thenComparing(SourceStatement::range);

    private final Knowledge knowledge;
    private final FixChannels channels;

    FindingBuilder(Knowledge knowledge, FixChannels channels) {
        this.knowledge = knowledge;
        this.channels = channels;
    }

    /** The scheme of a namespace, as matching uses it. */
    static VersionScheme scheme(String namespace) {
        return VersionSchemes.forNamespace(namespace).orElse(VersionSchemes.SEMVER);
    }

    Finding build(Package subject, Identity<Opinion> identity, Consensus consensus) {
        PackageSubject named = Standing.subject(subject);
        return standing(subject, identity, consensus).of(named, named.key());
    }

    Standing standing(Package subject, Identity<Opinion> identity, Consensus consensus) {
        List<Opinion> opinions = new ArrayList<>(identity.members());
        opinions.sort(NEAREST_FIRST);
        Text text = new Text(identity.ids());
        for (Opinion opinion : opinions) {
            text.ratings.add(
                    opinion.statement().source(), opinion.statement().affected().ratings());
        }
        for (Opinion opinion : opinions) {
            Advisory record = knowledge.advisory(opinion.statement()).orElse(null);
            if (record != null) {
                text.add(opinion, record);
            }
        }
        text.addOthers();
        Ratings.Rated rated = text.ratings.rated();
        KnownExploited listed = knowledge.knownExploited(identity.ids()).orElse(null);
        ExploitPrediction predicted =
                knowledge.exploitPrediction(identity.ids()).orElse(null);
        Risk risk = Risk.of(consensus.status(), rated.severity(), rated.scores(), listed, predicted);
        boolean malicious = isMalicious(identity.ids());
        boolean undecided = VulnerabilityMatcher.isUndecided(consensus);
        Opinion first = consensus.deciding().getFirst();
        return new Standing(
                malicious ? MALICIOUS : DETECTOR,
                malicious ? Severity.CRITICAL : rated.severity(),
                consensus.status(),
                evidence(subject, consensus, opinions, risk),
                new VulnerabilityDetail(
                        identity.ids(),
                        fixedVersions(consensus.deciding()),
                        rated.scores(),
                        rated.source(),
                        new Threat(
                                listed == null ? null : listed.dateAdded(),
                                listed != null && listed.ransomware(),
                                predicted == null ? null : predicted.score(),
                                predicted == null ? null : predicted.percentile(),
                                risk.value()),
                        text.cwes(),
                        statements(subject, opinions),
                        text.summary,
                        text.references(),
                        folded(subject, consensus)),
                undecided ? first.statement().advisoryId() + ": " + first.remark() : "");
    }

    private static boolean isSame(SourceStatement one, SourceStatement other) {
        return BY_ID.compare(one, other) == 0
                && one.namespace().equals(other.namespace())
                && one.packageName().equals(other.packageName())
                && one.status() == other.status();
    }

    private static boolean isMalicious(List<String> ids) {
        for (String id : ids) {
            if (AdvisoryKind.of(id) == AdvisoryKind.MALICIOUS_PACKAGE) {
                return true;
            }
        }
        return false;
    }

    private static String folded(Package subject, Consensus consensus) {
        boolean bySource = consensus.deciding().getFirst().question().bySource(subject);
        return KernelHeaders.is(subject, bySource) ? KernelHeaders.REASON : "";
    }

    /** What the records of all sources say of the vulnerability itself. */
    private final class Text {
        private final List<String> ids;
        private final Ratings ratings = new Ratings(knowledge::score);
        private final Set<String> references = new LinkedHashSet<>();
        private final Set<String> cwes =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        private String summary = "";

        Text(List<String> ids) {
            this.ids = ids;
        }

        void add(Opinion opinion, Advisory record) {
            ratings.add(opinion.statement().source(), record.ratings());
            references.addAll(record.references());
            take(record);
        }

        /** Records that speak of other packages, or of none: they know the vulnerability all the same. */
        void addOthers() {
            List<Advisory> others = new ArrayList<>(knowledge.byIds(ids));
            others.sort(GITHUB_FIRST);
            for (Advisory other : others) {
                boolean sameVulnerability = ids.contains(other.id()) && !isErratumOfSeveral(other);
                if (sameVulnerability || !Collections.disjoint(ids, other.aliases())) {
                    ratings.add(other.id(), other.ratings());
                    take(other);
                }
            }
        }

        List<String> references() {
            List<String> all = new ArrayList<>(references);
            return all.subList(0, Math.min(all.size(), MAX_REFERENCES));
        }

        List<String> cwes() {
            return List.copyOf(cwes);
        }

        private void take(Advisory record) {
            summary = summary.isEmpty() ? record.summary() : summary;
            if (!isErratumOfSeveral(record)) {
                cwes.addAll(record.cwes());
            }
        }
    }

    private static boolean isErratumOfSeveral(Advisory record) {
        return record.related().size() > 1;
    }

    private List<Evidence> evidence(Package subject, Consensus consensus, List<Opinion> opinions, Risk risk) {
        List<Evidence> evidence = new ArrayList<>();
        for (Opinion opinion : consensus.deciding()) {
            Proof.add(subject, opinion, evidence);
            String remark = channels.remark(opinion);
            if (!remark.isEmpty()) {
                evidence.add(new Evidence("channel", remark));
            }
        }
        for (Opinion opinion : opinions) {
            if (opinion.status() != consensus.status() && !isOneOf(consensus.deciding(), opinion)) {
                evidence.add(new Evidence("overruled", Proof.overruled(opinion)));
            }
        }
        if (Opinion.needsAttention(consensus.status())) {
            evidence.add(new Evidence("risk", risk.terms()));
        }
        return evidence;
    }

    @SuppressWarnings("ReferenceEquality") // the list holds the very same ones, and comparing them by value is dear
    private static boolean isOneOf(List<Opinion> opinions, Opinion opinion) {
        for (Opinion one : opinions) {
            if (one == opinion) {
                return true;
            }
        }
        return false;
    }

    private List<String> fixedVersions(List<Opinion> deciding) {
        if (deciding.size() == 1) {
            String only =
                    channels.reaches(deciding.getFirst()) ? deciding.getFirst().fixedVersion() : null;
            return only == null ? List.of() : List.of(only);
        }
        TreeMap<VersionKey, String> ordered = new TreeMap<>();
        List<String> unordered = new ArrayList<>();
        for (Opinion opinion : deciding) {
            String fixed = channels.reaches(opinion) ? opinion.fixedVersion() : null;
            if (fixed != null) {
                try {
                    ordered.putIfAbsent(scheme(opinion.question().namespace()).key(fixed), fixed);
                } catch (InvalidVersionException e) {
                    unordered.add(fixed);
                }
            }
        }
        List<String> all = new ArrayList<>(ordered.values());
        all.addAll(unordered);
        return all;
    }

    private static List<SourceStatement> statements(Package subject, List<Opinion> opinions) {
        List<SourceStatement> statements = new ArrayList<>(opinions.size());
        for (Opinion opinion : opinions) {
            statements.add(new SourceStatement(
                    opinion.statement().advisoryId(),
                    opinion.statement().source(),
                    opinion.question().namespace(),
                    opinion.question().name(),
                    opinion.question().bySource(subject),
                    opinion.status(),
                    opinion.rangeText(),
                    opinion.fixedVersion()));
        }
        if (statements.size() == 1) {
            return statements;
        }
        statements.sort(BY_ID);
        List<SourceStatement> distinct = new ArrayList<>(statements.size());
        for (SourceStatement statement : statements) {
            if (distinct.isEmpty() || !isSame(distinct.getLast(), statement)) {
                distinct.add(statement);
            }
        }
        return distinct;
    }
}
