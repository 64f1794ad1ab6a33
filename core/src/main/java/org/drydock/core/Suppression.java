package org.drydock.core;

/**
 * Why a finding is set aside: somebody decided so, and said it in a file.
 *
 * @param kind what sort of statement it is
 * @param origin the file and the place in it, for example {@code .drydock.yaml:12}
 * @param reason as stated, empty if not
 * @param owner who answers for it, empty if not stated
 * @param expires the first day on which it no longer holds, {@code YYYY-MM-DD}; empty if it has no end
 * @param justification VEX's word, for example {@code vulnerable_code_not_present}; empty if none
 */
public record Suppression(Kind kind, String origin, String reason, String owner, String expires, String justification) {
    /** The sort of a statement. */
    public enum Kind {
        /** An exception of Drydock's own file. */
        EXCEPTION,
        /** A line of an ignore file of another tool. */
        IGNORE_FILE,
        /** A statement of a VEX document. */
        VEX;

        /** The word used in outputs, for example {@code ignore-file}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
