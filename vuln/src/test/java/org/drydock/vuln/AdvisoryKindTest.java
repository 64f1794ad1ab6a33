package org.drydock.vuln;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdvisoryKindTest {
    @ParameterizedTest
    @CsvSource({
        "CVE-2021-44228, VULNERABILITY",
        "GHSA-jfh8-c2jp-5v3q, VULNERABILITY",
        "RUSTSEC-2021-0001, VULNERABILITY",
        "ALSA-2021:4511, ERRATUM",
        "USN-6000-1, ERRATUM",
        "ALAS2023-2024-1, ERRATUM",
        "ALASKERNEL-5.10-2022-1, ERRATUM",
        "openSUSE-SU-2024:1, ERRATUM",
        "MAL-2022-1, MALICIOUS_PACKAGE",
        "mal-2022-1, MALICIOUS_PACKAGE",
        "MALA-1, VULNERABILITY"
    })
    void showsInTheId(String id, AdvisoryKind kind) {
        assertThat(AdvisoryKind.of(id)).isEqualTo(kind);
    }
}
