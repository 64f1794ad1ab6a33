package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Severity;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.cvss.Cvss;

/**
 * The severity of one vulnerability, from the best source that states one: the statement about the very package first,
 * then the records that matched, then any other record of the same ids, GitHub's before the others. At one source a word comes before a vector: it is
 * the source's own judgement.
 */
final class Ratings {
    private final Map<String, CvssScore> scores = new LinkedHashMap<>();
    private Severity severity = Severity.UNKNOWN;
    private String severitySource = "";
    private final Function<String, Optional<Cvss.Score>> cvss;

    /** @param cvss reads a vector */
    Ratings(Function<String, Optional<Cvss.Score>> cvss) {
        this.cvss = cvss;
    }

    /** What is known of the severity. */
    record Rated(Severity severity, String source, List<CvssScore> scores) {}

    /** Adds what {@code source} says; sources added before go first. */
    void add(String source, List<Advisory.Rating> ratings) {
        for (Advisory.Rating rating : ratings) {
            if (rating.kind().equals("word")) {
                Severity.ofWord(rating.value()).ifPresent(stated -> take(stated, source));
            }
        }
        for (Advisory.Rating rating : ratings) {
            if (rating.kind().equals("cvss")) {
                Optional<Cvss.Score> score = cvss.apply(rating.value());
                if (score.isPresent()) {
                    Cvss.Score found = score.get();
                    scores.putIfAbsent(
                            found.vector(),
                            new CvssScore(found.version().number(), found.vector(), found.base(), source));
                    take(found.severity(), source);
                }
            }
        }
    }

    Rated rated() {
        return new Rated(severity, severitySource, new ArrayList<>(scores.values()));
    }

    private void take(Severity stated, String source) {
        if (severity == Severity.UNKNOWN && stated != Severity.UNKNOWN) {
            severity = stated;
            severitySource = source;
        }
    }
}
