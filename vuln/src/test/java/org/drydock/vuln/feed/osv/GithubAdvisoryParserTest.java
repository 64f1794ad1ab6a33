package org.drydock.vuln.feed.osv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Range;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;

final class GithubAdvisoryParserTest {
    @Test
    void readsAPage() {
        RecordingSink sink = RecordingSink.of(new GithubAdvisoryParser(), """
            [{'ghsa_id':'GHSA-aaaa-bbbb-cccc','cve_id':'CVE-2024-1','html_url':'https://github.example/a','summary':'A hole',
              'severity':'high','references':['https://b.example'],'published_at':'2024-01-01T00:00:00Z','updated_at':'2024-01-02T00:00:00Z',
              'withdrawn_at':null,'cvss_severities':{'cvss_v3':{'vector_string':'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H','score':9.8},
              'cvss_v4':{'vector_string':null,'score':0.0}},'cwes':[{'cwe_id':'CWE-79','name':'x'}],
              'vulnerabilities':[
                {'package':{'ecosystem':'pip','name':'Foo_Bar'},'vulnerable_version_range':'> 1.0, < 1.4.2','first_patched_version':'1.4.2'},
                {'package':{'ecosystem':'npm','name':'a'},'vulnerable_version_range':'<= 2.0','first_patched_version':null},
                {'package':{'ecosystem':'npm','name':'a'},'vulnerable_version_range':'= 3.1'},
                {'package':{'ecosystem':'npm','name':'a'},'vulnerable_version_range':'~ 3'},
                {'package':{'ecosystem':'other','name':'a'},'vulnerable_version_range':'< 3'}]},
             {'ghsa_id':'GHSA-1','withdrawn_at':'2024-01-01T00:00:00Z'},{'summary':'x'}]\
            """);

        assertThat(sink.withdrawn).containsExactly("GHSA-1");
        assertThat(sink.advisories)
                .containsExactly(new Advisory(
                        "GHSA-aaaa-bbbb-cccc",
                        List.of("CVE-2024-1"),
                        List.of(),
                        "A hole",
                        List.of(
                                new Rating("cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                new Rating("word", "high")),
                        List.of("https://github.example/a", "https://b.example"),
                        "2024-01-01T00:00:00Z",
                        "2024-01-02T00:00:00Z",
                        List.of(
                                affected("pypi", "foo-bar", new Range("1.0", "1.4.2", null, true)),
                                affected("npm", "a", new Range("0", null, "2.0")),
                                affected("npm", "a", new Range("3.1", null, "3.1"))),
                        List.of("CWE-79")));
        assertThat(sink.codes())
                .containsExactly(
                        "github-package-unreadable", "github-package-unreadable", "github-advisory-unreadable");
    }

    private static Affected affected(String namespace, String name, Range range) {
        return new Affected(namespace, name, Status.AFFECTED, List.of(range), List.of(), null, List.of());
    }
}
