package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Affected;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.InvalidVersionException;
import org.drydock.vuln.version.RangeDecision;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionRanges;
import org.drydock.vuln.version.VersionScheme;
import org.jspecify.annotations.Nullable;

/** The answer to one question: what the statements about a name mean for one version. */
final class Judged {
    private final Question question;
    private final VersionScheme scheme;
    private final List<Statement> statements;
    private final RangeDecision[] decisions;
    private final boolean attention;
    private @Nullable List<Opinion> opinions;

    Judged(Question question, VersionScheme scheme, List<Statement> found) {
        this.question = question;
        this.scheme = scheme;
        this.statements = question.by() == Question.By.SOURCE_RPM ? SourceRpmEpochs.without(found) : found;
        this.decisions = new RangeDecision[statements.size()];
        this.attention = decide();
    }

    VersionScheme scheme() {
        return scheme;
    }

    /** Whether a statement holds the version, or may hold it. */
    boolean needsAttention() {
        return attention;
    }

    /** What every statement means, as far as it says anything of the version. */
    List<Opinion> opinions() {
        List<Opinion> known = opinions;
        if (known == null) {
            known = new ArrayList<>(decisions.length);
            for (int i = 0; i < decisions.length; i++) {
                Opinion opinion = opinion(statements.get(i), decisions[i]);
                if (opinion != null) {
                    known.add(opinion);
                }
            }
            known = BranchesOfOneRecord.join(known, scheme);
            opinions = known;
        }
        return known;
    }

    private boolean decide() {
        InstalledVersion installed = InstalledVersion.of(scheme, question.version());
        boolean any = false;
        for (int i = 0; i < decisions.length; i++) {
            Affected affected = statements.get(i).affected();
            boolean settles = Status.NOT_AFFECTED == affected.status() || Status.FIXED == affected.status();
            boolean ofAll = affected.ranges().isEmpty() && affected.versions().isEmpty();
            if (settles && ofAll) {
                decisions[i] = new RangeDecision.Listed("");
                continue;
            }
            decisions[i] = MissingVersion.is(question.version())
                    ? new RangeDecision.Unknown("the installed version is not known")
                    : VersionRanges.decide(affected, installed);
            any |= !settles && !(decisions[i] instanceof RangeDecision.NotInRange);
        }
        return any;
    }

    private @Nullable VersionKey keyOrNull(String version) {
        try {
            return scheme.key(version);
        } catch (InvalidVersionException e) {
            return null;
        }
    }

    private @Nullable Opinion opinion(Statement statement, RangeDecision decision) {
        Status stated = statement.affected().status();
        if (decision instanceof RangeDecision.InRange in) {
            return new Opinion(statement, question, stated, in.range(), "");
        }
        if (decision instanceof RangeDecision.Listed listed) {
            return new Opinion(statement, question, stated, null, listed.version());
        }
        if (decision instanceof RangeDecision.Unknown unknown) {
            return new Opinion(statement, question, Status.UNKNOWN, null, unknown.reason());
        }
        boolean silent = stated == Status.NOT_AFFECTED || stated == Status.FIXED;
        return silent ? null : outside(statement);
    }

    /** A version that no range holds: mended by the last fix before it, or never concerned. */
    private Opinion outside(Statement statement) {
        Affected.@Nullable Range mending = null;
        @Nullable VersionKey last = null;
        VersionKey installed = keyOrNull(question.version());
        for (Affected.Range range : statement.affected().ranges()) {
            String fixed = range.fixed();
            VersionKey fix = fixed == null ? null : keyOrNull(fixed);
            if (fix != null
                    && installed != null
                    && installed.compareTo(fix) >= 0
                    && (last == null || fix.compareTo(last) > 0)) {
                mending = range;
                last = fix;
            }
        }
        return mending == null
                ? new Opinion(statement, question, Status.NOT_AFFECTED, null, "")
                : new Opinion(statement, question, Status.FIXED, mending, "");
    }
}
