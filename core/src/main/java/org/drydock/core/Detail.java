package org.drydock.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a finding that differs by its kind. */
public sealed interface Detail {
    /**
     * A known vulnerability of a package.
     *
     * @param ids every id it is known by, the one it is reported under first
     * @param fixedVersions the versions that mend it, ascending; empty if none is known
     * @param cvss the scores stated or computed, the one that gave the severity first
     * @param severitySource who stated the severity, empty if nobody did
     * @param threat how likely it is to be used against one
     * @param cwes the weaknesses it is an instance of, for example {@code CWE-79}, ascending by number
     * @param sources what each source says, sorted by id
     * @param summary one line, empty if no source has one
     * @param references addresses to read on, the best first
     * @param folded why people see it only when they ask for it, in a few words; empty for most. It counts all the same
     */
    record VulnerabilityDetail(
            List<String> ids,
            List<String> fixedVersions,
            List<CvssScore> cvss,
            String severitySource,
            Threat threat,
            List<String> cwes,
            List<SourceStatement> sources,
            String summary,
            List<String> references,
            String folded)
            implements Detail {
        public VulnerabilityDetail {
            ids = List.copyOf(ids);
            fixedVersions = List.copyOf(fixedVersions);
            cvss = List.copyOf(cvss);
            sources = List.copyOf(sources);
            references = List.copyOf(references);
            cwes = List.copyOf(cwes);
        }

        /** When CISA listed it as exploited, {@code YYYY-MM-DD}; null if it is not listed. */
        public @Nullable String knownExploited() {
            return threat.knownExploited();
        }
    }

    /**
     * How likely a vulnerability is to be used against one.
     *
     * @param knownExploited when CISA listed it as exploited, {@code YYYY-MM-DD}; null if it is not listed
     * @param ransomware whether ransomware campaigns are known to use it
     * @param epss the probability that it is exploited within 30 days, 0.0 to 1.0; null if nobody predicts it
     * @param epssPercentile the part of all vulnerabilities that are less probable, 0.0 to 1.0; null with {@code epss}
     * @param risk 0.0 to 100.0, by which findings are sorted
     * @see <a href="https://www.first.org/epss/model">EPSS</a>
     */
    record Threat(
            @Nullable String knownExploited,
            boolean ransomware,
            @Nullable Double epss,
            @Nullable Double epssPercentile,
            double risk) {
        /** Nothing is known. */
        public static final Threat NONE = new Threat(null, false, null, null, 0);
    }

    /**
     * A CVSS base score.
     *
     * @param version {@code 2.0}, {@code 3.0}, {@code 3.1} or {@code 4.0}
     * @param vector as stated
     * @param score 0.0 to 10.0, computed from the vector
     * @param source who stated the vector
     */
    record CvssScore(String version, String vector, double score, String source) {}

    /**
     * What one source says of the package.
     *
     * @param id the source's own id of its record
     * @param source the data set, for example {@code debian-tracker}
     * @param namespace the part of the world it speaks of, for example {@code debian:12}
     * @param packageName the name it was found under
     * @param bySource whether that is the source package's name and not the package's own
     * @param status this source's own verdict
     * @param range the affected range that holds the version, as text
     * @param fixedVersion the version that mends it there, null if none is known
     */
    record SourceStatement(
            String id,
            String source,
            String namespace,
            String packageName,
            boolean bySource,
            Status status,
            String range,
            @Nullable String fixedVersion) {}
}
