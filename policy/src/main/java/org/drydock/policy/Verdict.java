package org.drydock.policy;

import java.util.List;
import java.util.Locale;
import org.drydock.core.Finding;

/**
 * What a gate says.
 *
 * @param failing the findings that fail it, the worst first; empty if it passes
 * @param unknownSeverity how many standing findings no source gives a severity for, which no threshold can judge
 */
public record Verdict(Outcome outcome, List<Finding> failing, int unknownSeverity) {
    public Verdict {
        failing = List.copyOf(failing);
    }

    /** Whether the gate opens. */
    public enum Outcome {
        PASS,
        FAIL;

        /** The lower-case word used in outputs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean passes() {
        return outcome == Outcome.PASS;
    }
}
