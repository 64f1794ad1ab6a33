package org.drydock.vuln.match;

import org.drydock.core.Status;
import org.drydock.vuln.Affected;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What one statement means for one version.
 *
 * @param range the range that decides: it holds the version, or its fix came before it; null if none does
 * @param remark the listed version that is the installed one, or why it cannot be told; empty if neither
 */
record Opinion(Statement statement, Question question, Status status, Affected.@Nullable Range range, String remark) {
    /** Whether something has to be done or found out. */
    static boolean needsAttention(Status status) {
        return status != Status.FIXED && status != Status.NOT_AFFECTED;
    }

    boolean needsAttention() {
        return needsAttention(status);
    }

    /** Whether the statement denies it, and not just the comparison. */
    boolean isDenial() {
        Status stated = statement.affected().status();
        return stated == Status.NOT_AFFECTED || stated == Status.FIXED;
    }

    /**
     * The version that mends it, as far as the range that decides says; null if it says none. What a dictionary of
     * upstream versions says of a distribution's package is no fix there.
     */
    @Nullable
    String fixedVersion() {
        return range == null || question.by() == Question.By.CPE ? null : range.fixed();
    }

    /** The range as text, for people; empty if none decides. */
    String rangeText() {
        if (range != null) {
            return text(range);
        }
        if (status == Status.UNKNOWN || remark.isEmpty()) {
            return "";
        }
        return "= " + remark;
    }

    static String text(Affected.Range range) {
        String from =
                range.introduced().equals("0") ? "" : (range.afterIntroduced() ? "> " : ">= ") + range.introduced();
        String to = "";
        if (range.fixed() != null) {
            to = "< " + range.fixed();
        } else if (range.lastAffected() != null) {
            to = "<= " + range.lastAffected();
        } else if (range.limit() != null) {
            to = "< " + range.limit();
        }
        if (from.isEmpty() && to.isEmpty()) {
            return "all versions";
        }
        return from.isEmpty() || to.isEmpty() ? from + to : from + ", " + to;
    }
}
