package org.drydock.vuln.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssTest {
    /** Vectors and scores as published: the specifications' own examples, and NVD for well-known CVEs. */
    @ParameterizedTest
    @CsvSource({
        // version 2: the guide's three examples, then NVD
        "AV:N/AC:L/Au:N/C:N/I:N/A:C, 7.8, HIGH, CVE-2002-0392",
        "AV:N/AC:L/Au:N/C:C/I:C/A:C, 10.0, HIGH, CVE-2003-0818",
        "AV:L/AC:H/Au:N/C:C/I:C/A:C, 6.2, MEDIUM, CVE-2003-0062",
        "AV:N/AC:M/Au:N/C:C/I:C/A:C, 9.3, HIGH, CVE-2021-44228",
        "AV:N/AC:L/Au:N/C:P/I:N/A:N, 5.0, MEDIUM, CVE-2014-0160",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P, 7.5, HIGH, CVE-2014-0114",
        "AV:N/AC:M/Au:N/C:N/I:P/A:N, 4.3, MEDIUM, CVE-2020-11022",
        "AV:L/AC:L/Au:N/C:C/I:C/A:C, 7.2, HIGH, CVE-2021-4034",
        "AV:N/AC:M/Au:N/C:P/I:P/A:P, 6.8, MEDIUM, CVE-2022-42889",
        "AV:L/AC:L/Au:N/C:P/I:N/A:N, 2.1, LOW, CVE-2019-11135",
        "AV:L/AC:H/Au:M/C:N/I:N/A:N, 0.0, NEGLIGIBLE, nothing",
        // version 3.0: the example document
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1, MEDIUM, CVE-2013-1937",
        "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, 6.4, MEDIUM, CVE-2013-0375",
        "CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1, LOW, CVE-2014-3566",
        "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H, 9.9, CRITICAL, CVE-2012-1516",
        "CVSS:3.0/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L, 4.2, MEDIUM, CVE-2009-0783",
        "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 8.8, HIGH, CVE-2012-0384",
        "CVSS:3.0/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H, 7.8, HIGH, CVE-2015-1098",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5, HIGH, CVE-2014-0160",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8, CRITICAL, CVE-2014-6271",
        "CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N, 6.8, MEDIUM, CVE-2008-1447",
        "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 6.8, MEDIUM, CVE-2014-2005",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:N/A:N, 5.8, MEDIUM, CVE-2010-0467",
        "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H, 9.3, CRITICAL, CVE-2013-6014",
        "CVSS:3.0/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N, 5.4, MEDIUM, CVE-2014-9253",
        "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N, 4.6, MEDIUM, CVE-2014-2019",
        "CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N, 7.4, HIGH, CVE-2014-0224",
        // version 3.1
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0, CRITICAL, CVE-2021-44228",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H, 9.0, CRITICAL, CVE-2021-45046",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H, 8.1, HIGH, CVE-2024-6387",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8, HIGH, CVE-2023-4911",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H, 7.5, HIGH, CVE-2023-44487",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N, 5.9, MEDIUM, CVE-2023-48795",
        "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H, 8.6, HIGH, CVE-2024-21626",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N, 3.7, LOW, CVE-2023-38546",
        "CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:C/C:N/I:L/A:N, 2.8, LOW, CVE-2025-32462",
        "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:C/C:N/I:H/A:N, 6.8, MEDIUM, CVE-2022-23491",
        "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N, 0.0, NEGLIGIBLE, nothing",
        // version 4.0: the example document
        "CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 8.5, HIGH, CVE-2022-41741",
        "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 7.7, HIGH, CVE-2020-3549",
        "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N, 8.3, HIGH, CVE-2023-3089",
        "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N, 4.6, MEDIUM, CVE-2021-44714",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N, 5.1, MEDIUM, CVE-2022-21830",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N, 6.9, MEDIUM, CVE-2022-22186",
        "CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N, 5.9, MEDIUM, CVE-2023-21989",
        "CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 9.3, CRITICAL, CVE-2020-3947",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N, 8.7, HIGH, CVE-2014-0160",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 10.0, CRITICAL, CVE-2021-44228",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 9.3, CRITICAL, CVE-2014-6271",
        "CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N, 0.0, NEGLIGIBLE, nothing",
    })
    void scoresAsPublished(String vector, double score, Severity severity, String example) {
        Cvss.Score read = Cvss.parse(vector).orElseThrow();
        assertThat(read.base()).as(example).isEqualTo(score);
        assertThat(read.severity()).as(example).isEqualTo(severity);
        assertThat(read.vector()).isEqualTo(vector);
    }

    @ParameterizedTest
    @CsvSource({
        "(AV:N/AC:L/Au:N/C:P/I:P/A:P), AV:N/AC:L/Au:N/C:P/I:P/A:P, 7.5, V2",
        "C:P/I:P/A:P/AV:N/AC:L/Au:N/E:ND/RL:OF, AV:N/AC:L/Au:N/C:P/I:P/A:P/RL:OF, 7.5, V2",
        "'  CVSS:3.0/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N ', CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8, V3_0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RC:C/RL:X/E:P,"
                + " CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RC:C, 9.8, V3_1",
        "CVSS:4.0/SA:N/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/E:U/U:Red/MSI:S,"
                + " CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U/MSI:S/U:Red, 9.3, V4_0",
    })
    void normalisesAndScoresTheBaseOnly(String vector, String normalised, double score, Cvss.Version version) {
        Cvss.Score read = Cvss.parse(vector).orElseThrow();
        assertThat(read.vector()).isEqualTo(normalised);
        assertThat(read.base()).isEqualTo(score);
        assertThat(read.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "()",
                "(",
                "9.8",
                "CVSS:3.1",
                "CVSS:3.1/",
                "CVSS:3.1/AV:N",
                "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "cvss:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X",
                "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/",
                "CVSS:3.1//AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:A",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/VC:H",
                "CVSS:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h",
                "(CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H)",
                "CVSS:3.1/CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "AV:N/AC:L/Au:N/C:P/I:P/A:P/E:X",
                "CVSS:4.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:R/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:S/SA:N",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/U:red",
            })
    void whatIsNoVectorIsEmpty(String text) {
        assertThat(Cvss.parse(text)).isEmpty();
    }

    @Test
    void lengthIsBounded() {
        String vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        assertThat(Cvss.parse(vector + " ".repeat(512 - vector.length()))).isPresent();
        assertThat(Cvss.parse(vector + " ".repeat(513 - vector.length()))).isEmpty();
        assertThat(Cvss.parse("AV:N/".repeat(1_000_000))).isEmpty();
    }

    /** Every base vector there is: 729, twice 2,592, and 104,976. */
    @Test
    void everyBaseVectorHasAScore() {
        assertThat(scoreAll("", "AV:L,A,N AC:H,M,L Au:M,S,N C:N,P,C I:N,P,C A:N,P,C"))
                .isEqualTo(729);
        String three = "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N";
        assertThat(scoreAll("CVSS:3.0/", three)).isEqualTo(2592);
        assertThat(scoreAll("CVSS:3.1/", three)).isEqualTo(2592);
        assertThat(scoreAll(
                        "CVSS:4.0/",
                        "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N"
                                + " SA:H,L,N"))
                .isEqualTo(104_976);
    }

    private static int scoreAll(String prefix, String table) {
        List<String> vectors = List.of(prefix);
        for (String row : table.split(" ", -1)) {
            String[] parts = row.split("[:,]", -1);
            List<String> longer = new ArrayList<>();
            for (String begin : vectors) {
                for (int i = 1; i < parts.length; i++) {
                    longer.add(begin + (begin.endsWith("/") || begin.isEmpty() ? "" : "/") + parts[0] + ":" + parts[i]);
                }
            }
            vectors = longer;
        }
        List<String> wrong = vectors.stream()
                .filter(vector -> Cvss.parse(vector).stream()
                        .mapToDouble(Cvss.Score::base)
                        .noneMatch(base -> base >= 0 && base <= 10 && base * 10 == Math.rint(base * 10)))
                .toList();
        assertThat(wrong).isEmpty();
        return vectors.size();
    }
}
