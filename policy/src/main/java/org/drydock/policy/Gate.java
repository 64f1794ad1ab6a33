package org.drydock.policy;

import java.util.Comparator;
import java.util.List;
import org.drydock.core.Finding;
import org.drydock.core.Severity;

/**
 * The threshold that a scan must stay below. A finding fails it if it stands (it is neither fixed nor not affected) and
 * is at least as severe as the threshold. A finding of unknown severity never reaches a threshold; the verdict counts it
 * instead, so that it is not lost.
 *
 * @param threshold the least severity that fails
 */
public record Gate(Severity threshold) {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding.BY_SUBJECT);

    /** What the gate says of these findings, in whatever order they come. */
    public Verdict judge(List<Finding> findings) {
        List<Finding> standing = findings.stream().filter(Gate::stands).toList();
        List<Finding> failing =
                standing.stream().filter(this::reached).sorted(WORST_FIRST).toList();
        int unknown = (int)
                standing.stream().filter(f -> f.severity() == Severity.UNKNOWN).count();
        return new Verdict(failing.isEmpty() ? Verdict.Outcome.PASS : Verdict.Outcome.FAIL, failing, unknown);
    }

    /** Whether a finding still has to be dealt with. */
    public static boolean stands(Finding finding) {
        return switch (finding.status()) {
            case FIXED, NOT_AFFECTED -> false;
            case AFFECTED, WILL_NOT_FIX, DEFERRED, END_OF_LIFE, UNDER_INVESTIGATION, UNKNOWN -> true;
        };
    }

    private boolean reached(Finding finding) {
        return finding.severity() != Severity.UNKNOWN && finding.severity().compareTo(threshold) >= 0;
    }
}
