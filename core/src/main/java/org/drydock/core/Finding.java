package org.drydock.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * One thing that is wrong, whoever found it: the model in which all detectors meet.
 *
 * @param fingerprint stable from scan to scan, for baselines and exceptions
 * @param detector who found it, for example {@code vulnerability}
 * @param rule the rule, check or vulnerability id it is reported under
 * @param evidence the proof, in order
 */
public record Finding(
        String fingerprint,
        String detector,
        String rule,
        Severity severity,
        Status status,
        Subject subject,
        List<Evidence> evidence,
        Detail detail) {
    /** By subject, then by rule: the order of every machine-readable output. */
    public static final Comparator<Finding> BY_SUBJECT =
            Comparator.comparing((Finding f) -> f.subject().key()).thenComparing(Finding::rule);

    private static final int FINGERPRINT_BYTES = 16;

    public Finding {
        evidence = List.copyOf(evidence);
    }

    public Finding(
            String detector,
            String rule,
            Severity severity,
            Status status,
            Subject subject,
            List<Evidence> evidence,
            Detail detail) {
        this(fingerprintOf(detector, rule, subject.key()), detector, rule, severity, status, subject, evidence, detail);
    }

    /**
     * The name of a finding from scan to scan.
     *
     * @param subjectKey {@link Subject#key} of its subject
     */
    public static String fingerprintOf(String detector, String rule, String subjectKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((detector + "\n" + rule + "\n" + subjectKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
