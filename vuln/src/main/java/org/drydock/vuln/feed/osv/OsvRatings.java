package org.drydock.vuln.feed.osv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Severity;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.feed.FeedText;

/**
 * What an OSV record says of severity: CVSS vectors; words, which sources put in places of their own, errata before a
 * colon at the beginning of their summary ({@code Important: kernel security update}); and, where there is none of these,
 * the bare scores of converted feeds as the word that CVSS gives their band.
 */
final class OsvRatings {
    private static final int MAX = 16;
    private static final int MAX_WORD = 32;
    private static final List<Score> SCORES = List.of(
            new Score("cvss_v4", 4), new Score("cvss_v3", 3), new Score("cvss_score", 3), new Score("cvss_v2", 2));

    private record Score(String member, int version) {}

    private OsvRatings() {}

    static List<Rating> ofRecord(JsonValue record) {
        Set<Rating> ratings = new LinkedHashSet<>();
        stated(record.get("severity"), ratings);
        word(record.get("database_specific").get("severity"), ratings);
        word(record.get("ecosystem_specific").get("severity"), ratings);
        if (ratings.isEmpty() && AdvisoryKind.of(record.get("id").text("")) == AdvisoryKind.ERRATUM) {
            prefix(record.get("summary").text(""), ratings);
        }
        if (ratings.isEmpty()) {
            score(record.get("database_specific")).ifPresent(ratings::add);
        }
        return bounded(ratings);
    }

    static List<Rating> ofAffected(JsonValue affected) {
        Set<Rating> ratings = new LinkedHashSet<>();
        stated(affected.get("severity"), ratings);
        word(affected.get("ecosystem_specific").get("severity"), ratings);
        word(affected.get("database_specific").get("severity"), ratings);
        return bounded(ratings);
    }

    private static void stated(JsonValue severities, Set<Rating> ratings) {
        for (JsonValue severity : severities.elements()) {
            String score = FeedText.oneLine(severity.get("score").text(""));
            if (severity.get("type").text("").startsWith("CVSS")) {
                if (!score.isEmpty()) {
                    ratings.add(new Rating("cvss", score));
                }
            } else {
                word(severity.get("score"), ratings);
            }
        }
    }

    private static void prefix(String summary, Set<Rating> ratings) {
        int colon = summary.indexOf(':');
        if (colon > 0 && colon < MAX_WORD) {
            word(summary.substring(0, colon), ratings);
        }
    }

    private static void word(JsonValue value, Set<Rating> ratings) {
        word(value.text(""), ratings);
    }

    private static void word(String text, Set<Rating> ratings) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (Severity.ofWord(word).isPresent()) {
            ratings.add(new Rating("word", word));
        }
    }

    private static Optional<Rating> score(JsonValue specific) {
        for (Score score : SCORES) {
            String text = switch (specific.get(score.member)) {
                case JsonValue.JsonNumber number -> number.literal();
                case JsonValue.JsonString string -> string.value();
                case JsonValue other -> "";
            };
            double value = parse(text);
            if (value > 0 && value <= 10) {
                return Optional.of(
                        new Rating("word", Severity.ofCvss(value, score.version).word()));
            }
        }
        return Optional.empty();
    }

    private static double parse(String number) {
        try {
            return number.length() > 8 ? -1 : Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<Rating> bounded(Set<Rating> ratings) {
        return new ArrayList<>(ratings).subList(0, Math.min(MAX, ratings.size()));
    }
}
