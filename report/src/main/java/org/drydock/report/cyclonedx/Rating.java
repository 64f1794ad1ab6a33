package org.drydock.report.cyclonedx;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Severity;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageVulnerability;
import org.jspecify.annotations.Nullable;

/**
 * How bad a vulnerability is in somebody's words.
 *
 * @param source who says so, empty if nobody is named
 * @param cvss null if it is only a word
 */
record Rating(String source, Severity severity, @Nullable CvssScore cvss) {
    /** The severity that the finding carries first, then what else has been stated. */
    static List<Rating> of(PackageVulnerability v) {
        List<Rating> ratings = new ArrayList<>();
        Severity reported = v.finding().severity();
        for (CvssScore score : v.detail().cvss()) {
            ratings.add(new Rating(score.source(), Severity.ofCvss(score.score(), major(score)), score));
        }
        if (ratings.isEmpty() || ratings.getFirst().severity != reported) {
            ratings.addFirst(new Rating(v.detail().severitySource(), reported, null));
        }
        return ratings;
    }

    private static int major(CvssScore score) {
        return score.version().startsWith("2") ? 2 : score.version().startsWith("4") ? 4 : 3;
    }

    void write(JsonWriter json) {
        json.object();
        if (!source.isEmpty()) {
            json.object("source").member("name", source).endObject();
        }
        if (cvss != null) {
            json.member("score", cvss.score());
        }
        json.member("severity", VulnerabilitySection.word(severity));
        json.member("method", cvss == null ? "other" : method(cvss.version()));
        if (cvss != null) {
            json.member("vector", cvss.vector());
        }
        json.endObject();
    }

    private static String method(String version) {
        return switch (version) {
            case "2.0" -> "CVSSv2";
            case "3.0" -> "CVSSv3";
            case "3.1" -> "CVSSv31";
            case "4.0" -> "CVSSv4";
            default -> "other";
        };
    }
}
