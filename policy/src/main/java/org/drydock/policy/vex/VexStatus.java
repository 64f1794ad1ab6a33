package org.drydock.policy.vex;

import java.util.Optional;

/**
 * What a statement says of a product and a vulnerability.
 *
 * @see <a href="https://www.cisa.gov/resources-tools/resources/minimum-requirements-vulnerability-exploitability-exchange-vex">Minimum
 *     requirements for VEX</a>
 */
public enum VexStatus {
    NOT_AFFECTED,
    AFFECTED,
    FIXED,
    UNDER_INVESTIGATION;

    /** The status of OpenVEX's word, empty if it is none. */
    static Optional<VexStatus> ofWord(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "not_affected" -> NOT_AFFECTED;
                    case "affected" -> AFFECTED;
                    case "fixed" -> FIXED;
                    case "under_investigation" -> UNDER_INVESTIGATION;
                    default -> null;
                });
    }

    /** Whether nothing is left to do about the finding. */
    boolean settles() {
        return this == NOT_AFFECTED || this == FIXED;
    }

    String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
