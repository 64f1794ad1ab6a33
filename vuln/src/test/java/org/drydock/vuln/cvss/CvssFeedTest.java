package org.drydock.vuln.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drydock.core.Severity;
import org.drydock.json.JsonValue;
import org.drydock.vuln.starter.SharedFeeds;
import org.junit.jupiter.api.Test;

class CvssFeedTest {
    /** GitHub derives the word from the vector, save in two records where a person chose another. */
    @Test
    void ratesAsGitHubDoes() throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (JsonValue record : SharedFeeds.osv("ghsa-maven-npm.zip")) {
            List<JsonValue> severities = record.get("severity").elements();
            Optional<Severity> word = Severity.ofWord(
                    record.get("database_specific").get("severity").text(""));
            if (severities.size() != 1 || word.isEmpty()) {
                continue;
            }
            Cvss.Score score =
                    Cvss.parse(severities.getFirst().get("score").text("")).orElseThrow();
            if (score.vector().contains("/E:")) {
                continue;
            }
            compared++;
            if (score.severity() != word.get()) {
                different.add(record.get("id").text(""));
            }
        }
        assertThat(compared).isEqualTo(508);
        assertThat(different).containsExactlyInAnyOrder("GHSA-86wf-436m-h424", "GHSA-99qr-9cc9-fv2x");
    }

    @Test
    void readsTheVectorsOfTheFeeds() throws IOException {
        List<String> unread = new ArrayList<>();
        int read = 0;
        for (String feed : List.of(
                "ghsa-maven-npm.zip",
                "npm-nodejs-security-wg.zip",
                "osv/PyPI/all.zip",
                "osv/Kubernetes/all.zip",
                "osv/Bitnami/all.zip")) {
            for (JsonValue record : SharedFeeds.osv(feed)) {
                for (String vector : vectors(record)) {
                    if (Cvss.parse(vector).isPresent()) {
                        read++;
                    } else {
                        unread.add(record.get("id").text("") + " " + vector);
                    }
                }
            }
        }
        assertThat(unread).containsExactly("NSWG-ECO-504 CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:U/A:U");
        assertThat(read).isGreaterThan(8000);
    }

    private static List<String> vectors(JsonValue record) {
        return Stream.concat(Stream.of(record), record.get("affected").elements().stream())
                .flatMap(part -> part.get("severity").elements().stream())
                .filter(severity -> severity.get("type").text("").startsWith("CVSS_V"))
                .map(severity -> severity.get("score").text(""))
                .toList();
    }
}
