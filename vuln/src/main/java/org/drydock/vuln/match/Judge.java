package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.core.Status;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.match.Identities.Identity;
import org.drydock.vuln.store.AdvisoryStore.Judgement;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.RangeDecision;
import org.jspecify.annotations.Nullable;

/** What is said of the packages of one inventory, before anything is made of it. */
final class Judge {
    private final Inventory inventory;
    private final Knowledge knowledge;
    private final PackageNamespaces namespaces;
    private final Owners owners;
    private final Map<Question, Judged> judged = new HashMap<>();
    private final Set<Question> settled = new HashSet<>();
    private final Map<List<Question>, List<Identity<Opinion>>> identities = new HashMap<>();

    Judge(Inventory inventory, Knowledge knowledge) {
        this.inventory = inventory;
        this.knowledge = knowledge;
        this.namespaces = new PackageNamespaces(inventory.distro(), knowledge::covers);
        this.owners = new Owners(inventory, knowledge, namespaces);
    }

    /** Why a package is not judged by itself. */
    enum Refusal {
        /** Its distribution judges it with the package that owns its file. */
        JUDGED_AS_OWNER,
        /** Somebody else than the distribution built it. */
        THIRD_PARTY,
        /** It is the module a program was built from, in no release. */
        UNRELEASED,
        /** Maven's advisories are found by group and artifact, and it has no group. */
        NO_GROUP,
        /** There is no data of its namespace. */
        NO_DATA
    }

    PackageNamespaces namespaces() {
        return namespaces;
    }

    /** Why the package is not judged, null if it is. */
    @Nullable
    Refusal refusal(Package subject) {
        if (subject.owner() != null && owners.speakFor(subject)) {
            return Refusal.JUDGED_AS_OWNER;
        }
        if (subject.metadata() instanceof GoMetadata go && go.mainModule() && isUnreleased(subject.version())) {
            return Refusal.UNRELEASED;
        }
        if (subject.type() == PackageType.JAVA && subject.name().indexOf(':') < 0) {
            return Refusal.NO_GROUP;
        }
        if (thirdParty(subject) != null) {
            return Refusal.THIRD_PARTY;
        }
        return namespaces.covered(subject.type()).isEmpty() ? Refusal.NO_DATA : null;
    }

    /** Who built an operating system's package, if not its distribution. */
    @Nullable
    String thirdParty(Package subject) {
        return subject.type().isOperatingSystem() ? ThirdParty.builder(subject, inventory.distro()) : null;
    }

    Owners owners() {
        return owners;
    }

    /** The answer to a question; null if nothing speaks of the name. */
    @Nullable
    Judged judged(Question question) {
        Judged known = judged.get(question);
        if (known == null) {
            List<Statement> found = knowledge.find(question.namespace(), question.name());
            if (found.isEmpty()) {
                return null;
            }
            known = new Judged(question, FindingBuilder.scheme(question.namespace()), found);
            judged.put(question, known);
        }
        return known;
    }

    /**
     * What is said of a package, vulnerability by vulnerability; unless {@code all}, of those alone that a statement
     * holds the version for, or may hold it.
     */
    List<Identity<Opinion>> identities(Package subject, List<Question> questions, boolean all) {
        if (!all && !needsAttention(questions)) {
            return List.of();
        }
        if (Applicability.mayDiffer(subject)) {
            return identify(subject, questions, all);
        }
        List<Identity<Opinion>> known = identities.get(questions);
        if (known == null) {
            known = identify(subject, questions, all);
            identities.put(questions, known);
        }
        return known;
    }

    private boolean needsAttention(List<Question> questions) {
        for (int i = 0; i < questions.size(); i++) {
            if (needsAttention(questions.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Told by keys alone where that is possible: most packages have nothing, and nothing else is read for them. */
    private boolean needsAttention(Question question) {
        if (settled.contains(question)) {
            return false;
        }
        Judged known = judged.get(question);
        boolean byKeys =
                known == null && question.by() != Question.By.SOURCE_RPM && !MissingVersion.is(question.version());
        if (!byKeys) {
            Judged answer = known == null ? judged(question) : known;
            return answer != null && answer.needsAttention();
        }
        InstalledVersion installed =
                InstalledVersion.of(FindingBuilder.scheme(question.namespace()), question.version());
        for (Judgement judgement : knowledge.judge(question.namespace(), question.name(), installed)) {
            Status stated = judgement.statement().affected().status();
            if (stated != Status.NOT_AFFECTED
                    && stated != Status.FIXED
                    && !(judgement.decision() instanceof RangeDecision.NotInRange)) {
                return true;
            }
        }
        settled.add(question);
        return false;
    }

    private List<Identity<Opinion>> identify(Package subject, List<Question> questions, boolean all) {
        List<Opinion> opinions = new ArrayList<>();
        Set<String> open = new HashSet<>();
        for (Question question : questions) {
            Judged answer = judged(question);
            if (answer == null) {
                continue;
            }
            for (Opinion opinion : answer.opinions()) {
                if (Applicability.objection(opinion.statement().affected(), subject) == null) {
                    opinions.add(opinion);
                    if (opinion.needsAttention()) {
                        addIds(opinion.statement(), open);
                    }
                }
            }
        }
        Identities<Opinion> found = new Identities<>();
        for (Opinion opinion : opinions) {
            if (all || opinion.needsAttention() || speaksOf(opinion.statement(), open)) {
                add(opinion, all ? null : open, found);
            }
        }
        return found.list();
    }

    private static void add(Opinion opinion, @Nullable Set<String> of, Identities<Opinion> to) {
        Statement statement = opinion.statement();
        if (AdvisoryKind.of(statement.advisoryId()) != AdvisoryKind.ERRATUM) {
            List<String> ids = new ArrayList<>(statement.aliases().size() + 1);
            ids.add(statement.advisoryId());
            ids.addAll(statement.aliases());
            to.add(ids, opinion);
            return;
        }
        List<String> mended = statement.related();
        if (of != null && !opinion.needsAttention()) {
            mended = new ArrayList<>(mended);
            mended.retainAll(of);
        }
        if (mended.isEmpty() && !statement.related().isEmpty()) {
            return;
        }
        to.addErratum(statement.advisoryId(), mended, opinion);
    }

    private static void addIds(Statement statement, Set<String> to) {
        to.add(statement.advisoryId());
        to.addAll(statement.aliases());
        to.addAll(statement.related());
    }

    private static boolean speaksOf(Statement statement, Set<String> ids) {
        if (ids.contains(statement.advisoryId())) {
            return true;
        }
        for (String alias : statement.aliases()) {
            if (ids.contains(alias)) {
                return true;
            }
        }
        for (String related : statement.related()) {
            if (ids.contains(related)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnreleased(String version) {
        return MissingVersion.is(version) || version.startsWith("v0.0.0-");
    }
}
