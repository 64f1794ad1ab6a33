package org.drydock.core;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, ascending. {@link #UNKNOWN} means that no source has said, not that it is harmless. */
public enum Severity {
    UNKNOWN,
    NEGLIGIBLE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The lower-case word used in every output and option. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity a source's word stands for; {@code moderate} and {@code important} are Red Hat's and GitHub's words
     * for medium and high, {@code unimportant} is Debian's for negligible.
     */
    public static Optional<Severity> ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "unknown", "none", "not yet assigned", "unspecified" -> Optional.of(UNKNOWN);
            case "negligible", "unimportant" -> Optional.of(NEGLIGIBLE);
            case "low" -> Optional.of(LOW);
            case "medium", "moderate" -> Optional.of(MEDIUM);
            case "high", "important" -> Optional.of(HIGH);
            case "critical" -> Optional.of(CRITICAL);
            default -> Optional.empty();
        };
    }

    /**
     * The qualitative rating of a CVSS base score.
     *
     * @param score 0.0 to 10.0
     * @param version the CVSS version, {@code 2}, {@code 3} or {@code 4}; version 2 has no critical band
     * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Qualitative-Severity-Rating-Scale">CVSS
     *     v3.1, section 5</a>
     */
    public static Severity ofCvss(double score, int version) {
        if (score <= 0.0) {
            return NEGLIGIBLE;
        }
        if (score < 4.0) {
            return LOW;
        }
        if (score < 7.0) {
            return MEDIUM;
        }
        return version == 2 || score < 9.0 ? HIGH : CRITICAL;
    }
}
