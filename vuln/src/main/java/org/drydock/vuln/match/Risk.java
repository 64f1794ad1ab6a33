package org.drydock.vuln.match;

import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.cvss.Cvss;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a finding is, from 0 to 100: the harm, times how likely it comes to be. {@code docs/risk.md} gives the
 * reasons for the numbers.
 *
 * @param impact 0 to 1
 * @param prediction the probability of exploitation within 30 days, 0 to 1
 * @param predicted whether that was predicted, or is what holds where nobody predicts
 * @param exploited the weight of what was seen, 0 to 1
 * @param value 0 to 100
 */
record Risk(double impact, double prediction, boolean predicted, double exploited, double value) {
    static final double UNPREDICTED = 0.02;
    static final double EXPLOITED = 0.8;
    static final double RANSOMWARE = 0.95;

    private static final double PRECISION = 1000;

    static Risk of(
            Status status,
            Severity severity,
            Iterable<CvssScore> scores,
            @Nullable KnownExploited listed,
            @Nullable ExploitPrediction predicted) {
        double impact = impact(severity, scores);
        double prediction = predicted == null ? UNPREDICTED : Math.clamp(predicted.score(), 0, 1);
        double seen = listed == null ? 0 : listed.ransomware() ? RANSOMWARE : EXPLOITED;
        double likelihood = 1 - (1 - prediction) * (1 - seen);
        double value = Opinion.needsAttention(status) ? 100 * impact * likelihood : 0;
        return new Risk(impact, prediction, predicted != null, seen, Math.round(value * PRECISION) / PRECISION);
    }

    /** The terms, for people. */
    String terms() {
        return value + " = 100 x impact " + decimal(impact, 2) + " x likelihood "
                + decimal(1 - (1 - prediction) * (1 - exploited), 4)
                + (predicted ? " (EPSS " : " (no EPSS, taken as ") + decimal(prediction, 4)
                + (exploited == RANSOMWARE
                        ? ", used by ransomware " + RANSOMWARE
                        : exploited > 0 ? ", known to be exploited " + EXPLOITED : "")
                + ")";
    }

    /** A number from 0 on, rounded; a formatter takes longer than all the rest of a finding. */
    private static String decimal(double number, int places) {
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        long rounded = Math.round(number * unit);
        String digits = Long.toString(unit + rounded % unit);
        return rounded / unit + "." + digits.substring(1);
    }

    /** The base score of the severity's band; its middle where no score agrees with the severity. */
    private static double impact(Severity severity, Iterable<CvssScore> scores) {
        for (CvssScore score : scores) {
            if (Severity.ofCvss(score.score(), major(score)) == severity) {
                return score.score() / 10;
            }
        }
        return switch (severity) {
            case CRITICAL -> 0.95;
            case HIGH -> 0.8;
            case MEDIUM, UNKNOWN -> 0.55;
            case LOW -> 0.2;
            case NEGLIGIBLE -> 0.02;
        };
    }

    private static int major(CvssScore score) {
        return score.version().startsWith("2") ? Cvss.Version.V2.major() : Cvss.Version.V3_1.major();
    }
}
