package org.drydock.vuln.feed.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UbuntuParsersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jammy_foo: released (1.2-3ubuntu1)         | ubuntu:22.04     | AFFECTED            | 1.2-3ubuntu1",
                "esm-infra/xenial_foo: released (1.0~esm1)  | ubuntu-pro:16.04 | AFFECTED            | 1.0~esm1",
                "trusty/esm_foo: needed                     | ubuntu-pro:14.04 | AFFECTED            |",
                "fips/jammy_foo: pending (1.1)              | ubuntu-pro-fips:22.04 | AFFECTED       |",
                "jammy_foo: not-affected (code not present) | ubuntu:22.04     | NOT_AFFECTED        |",
                "jammy_foo: deferred (2024-01-01)           | ubuntu:22.04     | DEFERRED            |",
                "jammy_foo: needs-triage                    | ubuntu:22.04     | UNDER_INVESTIGATION |",
                "mantic_foo: ignored (end of life)          | ubuntu:23.10     | END_OF_LIFE         |",
                "jammy_foo: ignored (changes too intrusive) | ubuntu:22.04     | WILL_NOT_FIX        |",
                "jammy_foo: released                        | ubuntu:22.04     | UNKNOWN             |",
                "jammy_foo: new word                        | ubuntu:22.04     | UNKNOWN             |"
            })
    void readsStates(String line, String namespace, Status status, String fixed) {
        Affected affected = read("Candidate: CVE-2024-1\n" + line + "\n")
                .advisories
                .getFirst()
                .affected()
                .getFirst();

        assertThat(affected.namespace()).isEqualTo(namespace);
        assertThat(affected.name()).isEqualTo("foo");
        assertThat(affected.status()).isEqualTo(status);
        assertThat(affected.ranges())
                .isEqualTo(status == Status.NOT_AFFECTED ? List.of() : List.of(new Affected.Range("0", fixed, null)));
    }

    @Test
    void readsAFile() {
        RecordingSink sink = read("""
            PublicDateAtUSN: 2024-01-01 00:00:00 UTC
            Candidate: CVE-2024-1
            PublicDate: 2024-01-02 00:00:00 UTC
            References:
             https://ubuntu.example/CVE-2024-1
             see there
            Description:
             A buffer is
             too small. More.
            Notes:
             someone> jammy_foo: needed
            Priority: medium
            CVSS:
             nvd: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H [9.8 CRITICAL]

            Patches_foo:
            upstream_foo: released (1.3)
            focal_foo: DNE
            noble_foo: needed
            Priority_foo: low
            """);

        assertThat(sink.advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.id()).isEqualTo("CVE-2024-1");
            assertThat(advisory.summary()).isEqualTo("A buffer is too small.");
            assertThat(advisory.published()).isEqualTo("2024-01-02 00:00:00 UTC");
            assertThat(advisory.references()).containsExactly("https://ubuntu.example/CVE-2024-1");
            assertThat(advisory.ratings())
                    .containsExactly(
                            new Rating("word", "medium"),
                            new Rating("cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "nvd"));
            assertThat(advisory.affected())
                    .containsExactly(new Affected(
                            "ubuntu:24.04",
                            "foo",
                            Status.AFFECTED,
                            List.of(new Affected.Range("0", null, null)),
                            List.of(),
                            null,
                            List.of(new Rating("word", "low"))));
        });
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void aFileMustSayWhatItIsAbout() {
        assertThatThrownBy(() -> read("jammy_foo: needed\n"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
    }

    private static RecordingSink read(String text) {
        return RecordingSink.of(new UbuntuTrackerParser(), text);
    }
}
