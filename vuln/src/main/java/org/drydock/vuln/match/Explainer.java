package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.match.Explanation.Conclusion;
import org.drydock.vuln.match.Explanation.PackageVerdict;
import org.drydock.vuln.match.Identities.Identity;
import org.drydock.vuln.match.Judge.Refusal;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Tells why a vulnerability is reported of a package, or why not. It takes the very path that matching takes, and keeps
 * what matching lets go.
 */
public final class Explainer {
    private static final int LISTED = 8;

    private final Knowledge knowledge;

    public Explainer(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Explains.
     *
     * @param vulnerability any id that a source has for it
     * @param packageName a package's own or source name; empty for every package that the vulnerability bears on
     */
    public Explanation explain(Inventory inventory, String vulnerability, String packageName) {
        String asked = canonical(vulnerability);
        List<Advisory> records = knowledge.byIds(List.of(asked));
        TreeSet<String> ids = new TreeSet<>();
        String summary = "";
        for (Advisory record : records) {
            if (AdvisoryKind.of(record.id()) != AdvisoryKind.ERRATUM
                    || record.id().equals(asked)) {
                ids.add(record.id());
                ids.addAll(record.aliases());
                summary = summary.isEmpty() ? record.summary() : summary;
            }
        }
        List<String> remarks = new ArrayList<>();
        if (records.isEmpty()) {
            remarks.add("No data set has a record of " + asked
                    + ". A record that its source has withdrawn is left out at import.");
        } else {
            ids.add(asked);
        }
        Case about = new Case(inventory, new TreeSet<>(ids.isEmpty() ? List.of(asked) : ids));
        List<PackageVerdict> verdicts = new ArrayList<>();
        boolean installed = false;
        for (Package subject : inventory.packages()) {
            boolean named = isNamed(subject, packageName);
            installed |= named;
            if (packageName.isEmpty() || named) {
                about.judge(subject, named, verdicts);
            }
        }
        if (!packageName.isEmpty() && !installed) {
            remarks.add(NearestNames.remark(packageName, inventory));
        }
        return new Explanation(asked, List.copyOf(ids), summary, verdicts, remarks);
    }

    /** Ids as their sources write them. */
    private static String canonical(String id) {
        String text = id.strip();
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("CVE-")) {
            return upper;
        }
        return upper.startsWith("GHSA-") ? "GHSA-" + text.substring(5).toLowerCase(Locale.ROOT) : text;
    }

    private static boolean isNamed(Package subject, String name) {
        if (name.isEmpty()) {
            return false;
        }
        return subject.name().equalsIgnoreCase(name)
                || (subject.source() != null && subject.source().name().equals(name))
                || subject.name().endsWith(":" + name);
    }

    /** One vulnerability and one inventory. */
    private final class Case {
        private final Set<String> ids;
        private final Judge judge;
        private final FindingBuilder builder;

        Case(Inventory inventory, Set<String> ids) {
            this.ids = ids;
            this.judge = new Judge(inventory, knowledge);
            this.builder = new FindingBuilder(knowledge, new FixChannels(inventory));
        }

        /** Adds what is to be said of a package; of one that nobody named only if it bears on it. */
        void judge(Package subject, boolean named, List<PackageVerdict> to) {
            List<Question> questions = judge.namespaces().questions(subject);
            List<Evidence> objections = new ArrayList<>();
            boolean spokenOf = false;
            for (Question question : questions) {
                Judged answer = judge.judged(question);
                if (answer == null) {
                    continue;
                }
                for (Opinion opinion : answer.opinions()) {
                    if (speaks(opinion.statement())) {
                        spokenOf = true;
                        String objection =
                                Applicability.objection(opinion.statement().affected(), subject);
                        if (objection != null) {
                            objections.add(new Evidence(
                                    "other-build", opinion.statement().advisoryId() + ": " + objection));
                        }
                    }
                }
            }
            Refusal refusal = judge.refusal(subject);
            if (!spokenOf) {
                if (named) {
                    to.add(unspoken(subject, refusal, questions));
                }
                return;
            }
            List<PackageVerdict> verdicts = new ArrayList<>();
            for (Identity<Opinion> identity : judge.identities(subject, questions, true)) {
                if (!Collections.disjoint(identity.ids(), ids)) {
                    verdicts.add(verdict(subject, refusal, identity, objections));
                }
            }
            if (verdicts.isEmpty()) {
                verdicts.add(
                        new PackageVerdict(of(subject), Conclusion.OTHER_BUILD, Status.NOT_AFFECTED, objections, null));
            }
            to.addAll(verdicts);
        }

        private PackageVerdict verdict(
                Package subject, @Nullable Refusal refusal, Identity<Opinion> identity, List<Evidence> objections) {
            Consensus consensus = Consensus.of(identity.members());
            Finding finding = builder.build(subject, identity, consensus);
            List<Evidence> steps = new ArrayList<>();
            Conclusion conclusion = refusal == null ? conclusion(consensus) : conclusion(refusal);
            if (refusal != null) {
                steps.add(new Evidence("rule", reason(refusal, subject)));
            } else if (Opinion.needsAttention(consensus.status())
                    && subject.owner() != null
                    && !Collections.disjoint(judge.owners().spokenIds(subject), identity.ids())) {
                conclusion = Conclusion.JUDGED_AS_OWNER;
                steps.add(new Evidence("rule", owner(subject) + " has spoken of it itself"));
            }
            steps.addAll(finding.evidence());
            steps.addAll(objections);
            return new PackageVerdict(of(subject), conclusion, consensus.status(), steps, finding);
        }

        private PackageVerdict unspoken(Package subject, @Nullable Refusal refusal, List<Question> questions) {
            List<Evidence> steps = new ArrayList<>();
            if (refusal != null) {
                steps.add(new Evidence("rule", reason(refusal, subject)));
            }
            for (Question question : questions) {
                int others =
                        knowledge.find(question.namespace(), question.name()).size();
                steps.add(new Evidence(
                        "record",
                        "no record of it speaks of " + question.name() + " in " + question.namespace() + "; "
                                + (others == 0
                                        ? "no record at all does"
                                        : "statements of other records do: " + others)));
            }
            List<String> elsewhere = elsewhere(subject);
            if (!elsewhere.isEmpty()) {
                steps.add(new Evidence(
                        "elsewhere",
                        "records of it speak of that name in "
                                + String.join(", ", elsewhere.subList(0, Math.min(LISTED, elsewhere.size())))
                                + (elsewhere.size() > LISTED ? " and others" : "")));
            }
            return new PackageVerdict(
                    of(subject),
                    refusal == null ? Conclusion.NO_RECORD : conclusion(refusal),
                    refusal == null ? Status.NOT_AFFECTED : Status.UNKNOWN,
                    steps,
                    null);
        }

        private List<String> elsewhere(Package subject) {
            List<String> found = new ArrayList<>();
            String source =
                    subject.source() == null ? subject.name() : subject.source().name();
            for (String namespace : knowledge.namespaces()) {
                if (speaks(namespace, subject.name())
                        || (!source.equals(subject.name()) && speaks(namespace, source))) {
                    found.add(namespace);
                }
            }
            return found;
        }

        private boolean speaks(String namespace, String name) {
            for (Statement statement : knowledge.find(namespace, Namespaces.normaliseName(namespace, name))) {
                if (speaks(statement)) {
                    return true;
                }
            }
            return false;
        }

        private boolean speaks(Statement statement) {
            return ids.contains(statement.advisoryId())
                    || !Collections.disjoint(ids, statement.aliases())
                    || !Collections.disjoint(ids, statement.related());
        }

        private String reason(Refusal refusal, Package subject) {
            return switch (refusal) {
                case JUDGED_AS_OWNER ->
                    owner(subject) + " is of the same version, and its distribution examines all that it ships";
                case THIRD_PARTY -> "built by " + judge.thirdParty(subject);
                case UNRELEASED ->
                    "the program's own module has no released version: " + Proof.shown(subject.version());
                case NO_GROUP ->
                    "Maven's advisories are found by group and artifact, and nothing tells the group of "
                            + subject.name();
                case NO_DATA -> {
                    List<PackageNamespaces.Slot> wanted = judge.namespaces().wanted(subject.type());
                    yield wanted.isEmpty()
                            ? "the distribution, or its release, is not known to have advisories"
                            : "nothing was imported of " + wanted.getFirst().namespace();
                }
            };
        }
    }

    private static Conclusion conclusion(Refusal refusal) {
        return switch (refusal) {
            case JUDGED_AS_OWNER -> Conclusion.JUDGED_AS_OWNER;
            case THIRD_PARTY -> Conclusion.THIRD_PARTY;
            case UNRELEASED -> Conclusion.UNRELEASED;
            case NO_GROUP -> Conclusion.NO_GROUP;
            case NO_DATA -> Conclusion.NO_DATA;
        };
    }

    private static Conclusion conclusion(Consensus consensus) {
        if (VulnerabilityMatcher.isUndecided(consensus)) {
            return Conclusion.NOT_COMPARABLE;
        }
        return switch (consensus.status()) {
            case FIXED -> Conclusion.FIXED;
            case NOT_AFFECTED ->
                consensus.deciding().getFirst().isDenial() ? Conclusion.NOT_AFFECTED : Conclusion.OUTSIDE;
            case AFFECTED, WILL_NOT_FIX, DEFERRED, END_OF_LIFE, UNDER_INVESTIGATION, UNKNOWN -> Conclusion.REPORTED;
        };
    }

    private static String owner(Package subject) {
        Package.Owner owner = subject.owner();
        return owner == null ? "" : owner.type().word() + " package " + owner.name() + ", which owns its files,";
    }

    private static PackageSubject of(Package subject) {
        return new PackageSubject(
                subject.type().word(), subject.name(), subject.version(), subject.purl(), subject.locations());
    }
}
