package org.drydock.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonOutlineTest {
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
                "{'vulnerabilities':[{'cve':{'id':'CVE-1'}}]}                              | none",
                "{'a':{'b':{'releases':{}}}}                                               | none",
                "'# read me'                                                               | none",
                "''                                                                        | none"
            })
    void tellsFeedsApartByTheirBeginning(String text, String format) {
        JsonOutline outline = outline(text.replace('\'', '"'));

        assertThat(FeedParsers.of(outline).map(FeedParser::format).orElse("none"))
                .isEqualTo(format);
    }

    @Test
    void knowsMembersByTheirPath() {
        JsonOutline outline = outline("\ufeff {\"a\":{\"b\\\"{\":[1,{\"c\":\"d\"}]},\"e\":[[{\"f\":0}]]} {\"g\":1}");

        assertThat(outline.has("a", "b\\\"{", "[]", "c")).isTrue();
        assertThat(outline.has("e", "[]", "[]", "f")).isTrue();
        assertThat(outline.has("g")).isTrue();
        assertThat(outline.has("d")).isFalse();
        assertThat(outline.paths()).hasSize(6);
    }

    private static JsonOutline outline(String text) {
        return JsonOutline.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
