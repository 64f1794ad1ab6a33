package org.drydock.vuln.cvss;

import java.util.Map;
import java.util.Optional;
import org.drydock.core.Severity;
import us.springett.cvss.MalformedVectorException;

/**
 * Reads CVSS vectors of versions 2.0, 3.0, 3.1 and 4.0 and gives their base score. Threat, temporal and environmental
 * metrics are checked and kept in the normalised vector, but do not move the score: they describe one moment or one
 * place, and a feed can know neither.
 *
 * @see <a href="https://www.first.org/cvss/v2/guide">CVSS v2</a>
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document">CVSS v3.1</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document">CVSS v4.0</a>
 */
public final class Cvss {
    /** Beyond this many characters a text is no vector: one with every metric of version 4.0 has about 230. */
    private static final int MAX_LENGTH = 512;

    private Cvss() {}

    /** The versions of CVSS. */
    public enum Version {
        V2("2.0", 2),
        V3_0("3.0", 3),
        V3_1("3.1", 3),
        V4_0("4.0", 4);

        private final String number;
        private final int major;

        Version(String number, int major) {
            this.number = number;
            this.major = major;
        }

        /** As the specification writes it, for example {@code 3.1}. */
        public String number() {
            return number;
        }

        /** 2, 3 or 4, as {@link Severity#ofCvss} takes it. */
        public int major() {
            return major;
        }

        /** What vectors begin with; empty for version 2. */
        String prefix() {
            return this == V2 ? "" : "CVSS:" + number + "/";
        }
    }

    /**
     * What a vector says.
     *
     * @param version of the vector
     * @param base the base score, 0.0 to 10.0 in steps of 0.1
     * @param vector with every metric in the order of the specification and without those that say "not defined"
     * @param severity the qualitative rating of the base score; version 2 has no critical one
     */
    public record Score(Version version, double base, String vector, Severity severity) {}

    /**
     * Reads one vector. Metrics may come in any order; a vector of version 2 may stand in parentheses.
     *
     * @param vector untrusted text
     * @return empty if it is not a whole vector of a known version: unknown, repeated or missing metrics, unknown values,
     *     metrics of another version, or too long. Never throws.
     */
    public static Optional<Score> parse(String vector) {
        if (vector.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = vector.strip();
        Version version = version(text);
        String metrics = version == Version.V2 ? withoutParentheses(text) : withoutPrefix(text, version);
        return Metrics.of(version).read(metrics).flatMap(values -> score(version, values));
    }

    private static Version version(String text) {
        for (Version version : Version.values()) {
            if (version != Version.V2 && text.startsWith(version.prefix())) {
                return version;
            }
        }
        return Version.V2;
    }

    private static String withoutPrefix(String text, Version version) {
        return text.substring(version.prefix().length());
    }

    private static String withoutParentheses(String text) {
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<Score> score(Version version, Map<String, String> values) {
        Metrics metrics = Metrics.of(version);
        return base(version.prefix() + metrics.base(values))
                .map(base -> new Score(
                        version, base, version.prefix() + metrics.all(values), Severity.ofCvss(base, version.major())));
    }

    private static Optional<Double> base(String vector) {
        try {
            us.springett.cvss.Cvss cvss = us.springett.cvss.Cvss.fromVector(vector);
            return cvss == null
                    ? Optional.empty()
                    : Optional.of(cvss.calculateScore().getBaseScore());
        } catch (MalformedVectorException e) {
            return Optional.empty();
        }
    }
}
