package org.drydock.vuln.feed.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DebianTrackerParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'status':'resolved','fixed_version':'1.2-3','urgency':'medium'            | AFFECTED            | 1.2-3 | medium",
                "'status':'resolved','fixed_version':'0','urgency':'unimportant'           | NOT_AFFECTED        |       | negligible",
                "'status':'open','urgency':'high**'                                        | AFFECTED            |       | high",
                "'status':'open','urgency':'low','nodsa':'Minor issue','nodsa_reason':''   | AFFECTED            |       | low",
                "'status':'open','urgency':'low*','nodsa_reason':'ignored'                 | WILL_NOT_FIX        |       | low",
                "'status':'open','urgency':'not yet assigned','nodsa_reason':'postponed'   | DEFERRED            |       | ``",
                "'status':'open','urgency':'end-of-life'                                   | END_OF_LIFE         |       | ``",
                "'status':'undetermined','urgency':'not yet assigned'                      | UNDER_INVESTIGATION |       | ``",
                "'status':'resolved'                                                       | UNKNOWN             |       | ``",
                "'status':'new word'                                                       | UNKNOWN             |       | ``"
            })
    void readsAState(String state, Status status, String fixed, String word) {
        Advisory advisory = read("{'foo':{'CVE-2024-1':{'releases':{'bookworm':{" + state + "}}}}}")
                .advisories
                .getFirst();
        Affected affected = advisory.affected().getFirst();

        assertThat(affected.namespace()).isEqualTo("debian:12");
        assertThat(affected.name()).isEqualTo("foo");
        assertThat(affected.status()).isEqualTo(status);
        assertThat(affected.ranges())
                .isEqualTo(status == Status.NOT_AFFECTED ? List.of() : List.of(new Affected.Range("0", fixed, null)));
        assertThat(affected.ratings())
                .isEqualTo(word.isEmpty() ? List.of() : List.of(new Advisory.Rating("word", word)));
    }

    @Test
    void readsReleasesAndText() {
        RecordingSink sink = read("""
                {'a':{'CVE-2024-1':{'description':'One\\nline','releases':{
                    'trixie':{'status':'open'},'sid':{'status':'open'},'zurg':{'status':'open'}}}},
                 'b':{'CVE-2024-1':{'releases':{'sid':{'status':'resolved','fixed_version':'1'}}},
                      'TEMP-0000000-ABCDEF':{'releases':{'buster':{'status':'open'}}}}}""");

        assertThat(sink.sources).containsExactly("debian-tracker");
        assertThat(sink.advisories)
                .extracting(Advisory::id)
                .containsExactly("CVE-2024-1", "CVE-2024-1", "TEMP-0000000-ABCDEF");
        assertThat(sink.advisories.getFirst().summary()).isEqualTo("One line");
        assertThat(sink.advisories.getFirst().affected())
                .extracting(Affected::namespace)
                .containsExactly("debian:13", "debian:sid");
        assertThat(sink.codes()).containsExactly("debian-release-unknown");
    }

    @Test
    void saysThatTheTextEndsTooEarly() {
        assertThatThrownBy(() -> read("{'foo':{'CVE-2024-1':{'releases':{}}},'bar'"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
    }

    private static RecordingSink read(String json) {
        return RecordingSink.of(new DebianTrackerParser(), json);
    }
}
