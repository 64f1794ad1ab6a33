package org.drydock.vuln.feed.osv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected.Range;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsvRangeEndTest {
    private static final Range OPEN = new Range("1", null, null);

    private static JsonValue json(String text) {
        return JsonReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "test");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"<= 2.5, 2.5, -", "<2.5, -, 2.5", "< 2.5, -, 2.5", "<=, -, -", "<, -, -", "= 2.5, -, -", "'', -, -"
            })
    void anOpenRangeReachesToTheLastVersionKnownToBeAffected(String known, String last, String limit) {
        JsonValue affected = json("{'database_specific':{'last_known_affected_version_range':'" + known + "'}}");
        assertThat(OsvRangeEnd.of(OPEN, json("{}"), affected)).isEqualTo(new Range("1", null, last, limit));
    }

    @Test
    void aRangeWithAnEndOfItsOwnKeepsIt() {
        JsonValue affected = json("{'database_specific':{'last_known_affected_version_range':'<= 2'}}");
        for (Range ended :
                List.of(new Range("1", "3", null), new Range("1", null, "2.9"), new Range("1", null, null, "4"))) {
            assertThat(OsvRangeEnd.of(ended, json("{}"), affected)).isEqualTo(ended);
        }
    }

    @Test
    void theNextBranchIsNoFix() {
        JsonValue mended = json("{'database_specific':{'branch':'1.x','constraints':['<1.2'],'time':'2017-05-15'}}");
        JsonValue left = json("{'database_specific':{'branch':'1.x','constraints':['<2']}}");
        assertThat(OsvRangeEnd.of(new Range("0", "1.2", null), mended, json("{}")))
                .isEqualTo(new Range("0", "1.2", null));
        assertThat(OsvRangeEnd.of(new Range("0", "2", null), left, json("{}")))
                .isEqualTo(new Range("0", null, null, "2"));
    }

    @Test
    void weaknessesAndTheWordOfAnErratumAreRead() {
        RecordingSink sink = RecordingSink.of(new OsvParser(), """
            {"id":"ALSA-2024:1","modified":"2024-01-01T00:00:00Z","summary":"Important: kernel security update",
             "database_specific":{"cwe_ids":["CWE-416","CWE-79","CWE-x","CWE-416",7,"CWE-99999999999"]},
             "affected":[{"package":{"ecosystem":"AlmaLinux:9","name":"kernel"},
             "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1"}]}]}]}
            """);
        Advisory advisory = sink.advisories.getFirst();
        assertThat(advisory.ratings()).containsExactly(new Rating("word", "important"));
        assertThat(advisory.cwes()).containsExactly("CWE-79", "CWE-416");
    }

    @Test
    void aColonInAnyOtherSummaryIsNoRating() {
        RecordingSink sink = RecordingSink.of(new OsvParser(), """
            {"id":"PYSEC-1","modified":"2024-01-01T00:00:00Z","summary":"Critical: do not use",
             "affected":[{"package":{"ecosystem":"PyPI","name":"a"},"versions":["1"]}]}
            """);
        assertThat(sink.advisories.getFirst().ratings()).isEmpty();
    }
}
