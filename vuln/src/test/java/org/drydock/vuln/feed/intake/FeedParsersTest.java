package org.drydock.vuln.feed.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedParsersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'schema_version':'1','id':'A-1'                                          | osv",
                "{'affected':[{'package':{'ecosystem':'npm'},'versions':['1'               | osv",
                "[{'id':'A-1','modified':'x'                                               | osv",
                "{'vulns':[{'id':'A-1'                                                     | osv",
                "{'title':'x','vulnerabilities':[{'cveID':'C                               | kev",
                "{'packages':[{'pkg':{'name':'a','secfixes':{'1                            | alpine-secdb",
                "{'apkurl':'x','reponame':'main','packages':[]}                            | alpine-secdb",
                "{'linux':{'CVE-2024-1':{'description':'x','releases':{'                   | debian-tracker",
                "{'a.b':{'TEMP-1':{'releases':{}}}}                                        | debian-tracker",
                "{'id':'A-1','name':'something else'}                                      | none",
                "{'resultsPerPage':1,'vulnerabilities':[{'cve':{'id':'CVE-1'                | nvd",
                "{'document':{'category':'csaf_vex','csaf_version':'2.0'                    | csaf-vex",
                "{'@context':'https://openvex.dev/ns/v0.2.0','statements':[{                | openvex",
                "{'data':[{'id':'ALSA-1','title':'x','packages':[                           | almalinux-errata",
                "{'advisories':[{'id':1,'name':'RLSA-1','synopsis':'x'                      | rocky-errata",
                "[{'cve_id':'CVE-1','pkg':'a','aff_ver':'x','res_ver':'1'                   | photon",
                "{'schema_version':'1.2.0','result':{'name':'a','aliases':[                 | endoflife",
                "[{'ghsa_id':'GHSA-1','cve_id':null                                         | github-advisories",
                "<?xml version='1.0'?><!-- x --> <updates><update>                          | updateinfo",
                "<oval:oval_definitions xmlns:oval='x'>                                     | oval",
                "#model_version:v2025.03.14,score_date:2025-11-20T12:55:00Z                 | epss",
                "cve,epss,percentile                                                        | epss",
                "version,codename,series,created,release,eol                                | distro-info",
                "Candidate: CVE-2024-1                                                      | ubuntu-tracker",
                "<!DOCTYPE updates><updates>                                                | none",
                "<html>                                                                     | none",
                "{'a':{'b':{'releases':{}}}}                                               | none",
                "'# read me'                                                               | none",
                "''                                                                        | none"
            })
    void tellsFeedsApartByTheirBeginning(String text, String format) {
        FeedStart start = start(text.replace('\'', '"'));

        assertThat(FeedParsers.of(start).map(FeedParser::format).orElse("none")).isEqualTo(format);
    }

    @Test
    void formatsHaveNamesOfTheirOwn() {
        assertThat(FeedParsers.all()).extracting(FeedParser::format).doesNotHaveDuplicates();
    }

    private static FeedStart start(String text) {
        return FeedStart.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
