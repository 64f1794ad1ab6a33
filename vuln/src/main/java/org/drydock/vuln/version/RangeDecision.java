package org.drydock.vuln.version;

import org.drydock.vuln.Affected;

/** Whether the versions that a statement names hold an installed one, and why. */
public sealed interface RangeDecision {
    /** {@code range} holds the version. */
    record InRange(Affected.Range range) implements RangeDecision {}

    /** {@code version} is listed, and is the installed one. */
    record Listed(String version) implements RangeDecision {}

    /** Nothing that the statement names holds the version. */
    record NotInRange() implements RangeDecision {}

    /**
     * It cannot be told.
     *
     * @param reason one line that names the text that is at fault
     */
    record Unknown(String reason) implements RangeDecision {}
}
