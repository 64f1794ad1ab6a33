package org.drydock.vuln.feed.nvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Applicability;
import org.drydock.vuln.Affected.Range;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NvdParserTest {
    private static final String HEAD = "{'resultsPerPage':2,'startIndex':0,'totalResults':2,'format':'NVD_CVE',"
            + "'version':'2.0','timestamp':'2025-11-20T03:00:00.000','vulnerabilities':[";

    @Test
    void readsARecord() {
        RecordingSink sink = read(HEAD + """
            {'cve':{'id':'CVE-2024-1000','sourceIdentifier':'cna@vendor.example','published':'2024-01-02T03:04:05.000',
              'lastModified':'2024-02-03T04:05:06.000','vulnStatus':'Analyzed',
              'descriptions':[{'lang':'es','value':'Uno'},{'lang':'en','value':'A buffer\\nis too small.'}],
              'metrics':{
                'cvssMetricV2':[{'source':'nvd@nist.gov','type':'Primary',
                   'cvssData':{'version':'2.0','vectorString':'AV:N/AC:L/Au:N/C:P/I:P/A:P'}}],
                'cvssMetricV31':[
                  {'source':'cna@vendor.example','type':'Secondary',
                   'cvssData':{'vectorString':'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'}},
                  {'source':'nvd@nist.gov','type':'Primary',
                   'cvssData':{'vectorString':'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'}}]},
              'weaknesses':[{'source':'nvd@nist.gov','type':'Primary','description':[
                  {'lang':'en','value':'CWE-120'},{'lang':'en','value':'NVD-CWE-noinfo'}]}],
              'references':[{'url':'https://b.example/','tags':['Exploit']},
                            {'url':'https://a.example/','tags':['Vendor Advisory']},{'url':'ftp://c'}],
              'configurations':[{'nodes':[{'operator':'OR','negate':false,'cpeMatch':[
                {'vulnerable':true,'criteria':'cpe:2.3:a:acme:rocket:*:*:*:*:*:wordpress:*:*',
                 'versionStartExcluding':'1.0','versionEndExcluding':'1.4'},
                {'vulnerable':true,'criteria':'cpe:2.3:a:acme:rocket:2.0:rc1:*:*:*:wordpress:*:*'},
                {'vulnerable':false,'criteria':'cpe:2.3:o:x:y:-:*:*:*:*:*:*:*'}]}]}]}},
            {'cve':{'id':'CVE-2024-1001','vulnStatus':'Rejected','descriptions':[]}}]}\
            """);

        assertThat(sink.sources).containsExactly("nvd/2024");
        assertThat(sink.withdrawn).containsExactly("CVE-2024-1001");
        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.advisories)
                .containsExactly(new Advisory(
                        "CVE-2024-1000",
                        List.of(),
                        List.of(),
                        "A buffer is too small.",
                        List.of(
                                new Rating("cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "nvd@nist.gov"),
                                new Rating(
                                        "cvss", "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cna@vendor.example"),
                                new Rating("cvss", "AV:N/AC:L/Au:N/C:P/I:P/A:P", "nvd@nist.gov")),
                        List.of("https://a.example/", "https://b.example/"),
                        "2024-01-02T03:04:05.000",
                        "2024-02-03T04:05:06.000",
                        List.of(new Affected(
                                "cpe",
                                "acme:rocket",
                                Status.AFFECTED,
                                List.of(new Range("1.0", "1.4", null, true)),
                                List.of("2.0-rc1"),
                                null,
                                List.of(),
                                new Applicability("cpe:2.3:a:acme:rocket:*:*:*:*:*:wordpress:*:*", List.of()))),
                        List.of("CWE-120")));
    }

    @Test
    void saysWhatMustBeThereBeside() {
        RecordingSink sink = read(HEAD + """
            {'cve':{'id':'CVE-2002-1','configurations':[{'operator':'AND','nodes':[
              {'operator':'OR','cpeMatch':[
                {'vulnerable':true,'criteria':'cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*','versionEndIncluding':'3'}]},
              {'operator':'OR','cpeMatch':[
                {'vulnerable':false,'criteria':'cpe:2.3:o:acme:os:1:*:*:*:*:*:*:*'},
                {'vulnerable':false,'criteria':'cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*'}]}]}]}},
            {'cve':{'id':'CVE-1999-2','configurations':[{'nodes':[{'operator':'AND','cpeMatch':[
                {'vulnerable':true,'criteria':'cpe:2.3:a:acme:old:-:*:*:*:*:*:*:*'},
                {'vulnerable':false,'criteria':'cpe:2.3:o:acme:os:-:*:*:*:*:*:*:*'}]}]}]}}]}\
            """);

        assertThat(sink.sources).containsExactly("nvd/2002");
        Affected first = sink.advisories.getFirst().affected().getFirst();
        assertThat(first.ranges()).containsExactly(new Range("0", null, "3"));
        assertThat(first.applicability().runningWith())
                .containsExactly("cpe:2.3:o:acme:os:1:*:*:*:*:*:*:*", "cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*");
        Affected second = sink.advisories.getLast().affected().getFirst();
        assertThat(second.status()).isEqualTo(Status.UNKNOWN);
        assertThat(second.applicability().runningWith()).containsExactly("cpe:2.3:o:acme:os:-:*:*:*:*:*:*:*");
    }

    @ParameterizedTest
    @CsvSource({
        "cpe:2.3:a:oracle:jdk:1.8.0:update302:*:*:*:*:*:*, 1.8.0_302",
        "cpe:2.3:a:oracle:jre:1.8.0:update_302:*:*:*:*:*:*, 1.8.0_302",
        "cpe:2.3:a:a:b:1.0:-:*:*:*:*:*:*, 1.0",
        "cpe:2.3:a:a:b:1.0:p1:*:*:*:*:*:*, 1.0-p1"
    })
    void joinsVersionAndUpdate(String cpe, String version) {
        RecordingSink sink = read(HEAD + "{'cve':{'id':'CVE-2020-1','configurations':[{'nodes':[{'cpeMatch':["
                + "{'vulnerable':true,'criteria':'" + cpe + "'}]}]}]}}]}");

        assertThat(sink.advisories.getFirst().affected().getFirst().versions()).containsExactly(version);
    }

    @Test
    void pagesAreOneSetAndChangesAreNone() {
        String page = "{'resultsPerPage':2,'startIndex':2,'totalResults':9,'vulnerabilities':["
                + "{'cve':{'id':'CVE-2020-1'}},{'cve':{'id':'CVE-2021-1'}}]}";
        String changes = HEAD + "{'cve':{'id':'CVE-2020-1'}},{'cve':{'id':'CVE-2021-1'}}]}";

        assertThat(read(page).sources).containsExactly("nvd/pages");
        assertThatThrownBy(() -> read(changes))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("several years");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        RecordingSink sink = read(HEAD + "{'cve':{'id':''}},{'cve':{'id':'CVE-2020-1','configurations':[{'nodes':["
                + "{'negate':true,'cpeMatch':[{'vulnerable':true,'criteria':'cpe:2.3:a'}]}]}]}}]}");

        assertThat(sink.codes()).containsExactly("nvd-record-unreadable", "nvd-negated", "nvd-cpe-unreadable");
        assertThat(sink.advisories).hasSize(1);
        assertThatThrownBy(() -> read(HEAD + "{'cve':{'id':'CVE-2020-1'}}"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
    }

    private static RecordingSink read(String json) {
        return RecordingSink.of(new NvdParser(), json);
    }
}
