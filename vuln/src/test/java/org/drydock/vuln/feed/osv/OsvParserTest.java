package org.drydock.vuln.feed.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Range;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.ModuleStreams;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsvParserTest {
    private static final String PACKAGE = "'package':{'ecosystem':'PyPI','name':'Foo.Bar'}";
    private static final String RANGE = "'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'2'}]}]";

    @Test
    void readsARecord() {
        Advisory advisory = single("""
            {'id':'GHSA-1','modified':'2024-02-03T04:05:06Z','published':'2024-01-02T00:00:00Z',
             'summary':'Bad\\n  thing','aliases':['CVE-2024-1','CVE-2024-1','GHSA-1',''],'related':['CVE-2024-9'],
             'severity':[{'type':'CVSS_V3','score':'CVSS:3.1/AV:N'},{'type':'Ubuntu','score':'medium'}],
             'database_specific':{'severity':'MODERATE'},
             'references':[{'type':'PACKAGE','url':'https://e/p'},{'type':'WEB','url':'https://e/w'},
               {'type':'ADVISORY','url':'https://e/a'},{'type':'WEB','url':'javascript:x'},{'type':'WEB','url':'https://e/w'}],
             'affected':[{%s,%s,'versions':['1.0','1.0','1.1'],
               'ecosystem_specific':{'severity':'high'},'severity':[{'type':'CVSS_V4','score':'CVSS:4.0/AV:N'}]}]}\
            """.formatted(PACKAGE, RANGE));

        assertThat(advisory)
                .isEqualTo(new Advisory(
                        "GHSA-1",
                        List.of("CVE-2024-1"),
                        List.of(),
                        "Bad thing",
                        List.of(
                                new Rating("cvss", "CVSS:3.1/AV:N"),
                                new Rating("word", "medium"),
                                new Rating("word", "moderate")),
                        List.of("https://e/a", "https://e/w", "https://e/p"),
                        "2024-01-02T00:00:00Z",
                        "2024-02-03T04:05:06Z",
                        List.of(new Affected(
                                "pypi",
                                "foo-bar",
                                Status.AFFECTED,
                                List.of(new Range("0", "2", null)),
                                List.of("1.0", "1.1"),
                                null,
                                List.of(new Rating("cvss", "CVSS:4.0/AV:N"), new Rating("word", "high"))))));
    }

    @Test
    void keepsMaliciousPackagesAndWeaknesses() {
        Advisory advisory = read("""
            {'id':'MAL-2024-1','modified':'2024-01-01T00:00:00Z','summary':'Malicious code in foo','aliases':['GHSA-1'],
             'database_specific':{'cwe_ids':['CWE-506','x']},
             'affected':[{'package':{'ecosystem':'npm','name':'foo'},'ranges':[{'type':'SEMVER','events':[{'introduced':'0'}]}]}]}\
            """).advisories.getFirst();

        assertThat(AdvisoryKind.of(advisory.id())).isEqualTo(AdvisoryKind.MALICIOUS_PACKAGE);
        assertThat(advisory.cwes()).containsExactly("CWE-506");
        assertThat(advisory.affected().getFirst().ranges()).containsExactly(new Range("0", null, null));
    }

    @Test
    void knowsWhereNamesAreThoseOfSourcePackages() {
        RecordingSink sink = read("""
            {'id':'SUSE-SU-2024:1-1','upstream':['CVE-2024-1'],'affected':[
              {'package':{'ecosystem':'SUSE:Linux Enterprise Module for Basesystem 15 SP5','name':'foo'},
               'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'2-1'}]}],
               'ecosystem_specific':{'binaries':[{'libfoo1':'2-1','foo':'2-1'}]}},
              {'package':{'ecosystem':'Mageia:9','name':'bar'},
               'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'3-1'}]}]},
              {'package':{'ecosystem':'openSUSE:Tumbleweed','name':'baz'},
               'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'3-1'}]}]}]}\
            """);

        assertThat(sink.advisories.getFirst().affected())
                .extracting(affected -> affected.namespace() + " " + affected.name())
                .containsExactly("suse:15.5 libfoo1", "suse:15.5 foo", "mageia:9 bar", "opensuse:tumbleweed src:baz");
    }

    @Test
    void countsWithdrawnRecordsAndDropsThem() {
        RecordingSink sink =
                read("{'id':'GO-1','withdrawn':'2024-01-01T00:00:00Z','affected':[{%s,%s}]}".formatted(PACKAGE, RANGE));

        assertThat(sink.withdrawn).containsExactly("GO-1");
        assertThat(sink.advisories).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALSA-2021:4511, false, true",
        "RLSA-2022:1, false, true",
        "USN-6000-1, false, true",
        "DSA-5000-1, false, true",
        "SUSE-SU-2024:1-1, false, true",
        "GHSA-aaaa, true, false",
        "UBUNTU-CVE-2024-1, true, false",
        "CGA-1234, true, false"
    })
    void whatAnErratumMendsIsRelatedAndNoAlias(String id, boolean alias, boolean related) {
        Advisory advisory =
                single("{'id':'%s','modified':'2024-01-01T00:00:00Z','upstream':['CVE-2024-7']}".formatted(id));

        assertThat(advisory.aliases().contains("CVE-2024-7")).isEqualTo(alias);
        assertThat(advisory.related().contains("CVE-2024-7")).isEqualTo(related);
    }

    @Test
    void anErratumsTwinIsItsAlias() {
        Advisory advisory = single(
                "{'id':'ALSA-2021:1','related':['CVE-2021-2','CVE-2021-3'],'aliases':['RHSA-2021:1'],'affected':[]}");

        assertThat(advisory.aliases()).containsExactly("RHSA-2021:1");
        assertThat(advisory.related()).containsExactly("CVE-2021-2", "CVE-2021-3");
    }

    @Test
    void neighboursOfAVulnerabilityAreNotWhatAPackageHas() {
        assertThat(single("{'id':'GHSA-1','related':['CVE-2021-2'],'affected':[]}")
                        .related())
                .isEmpty();
    }

    @Test
    void takesTheFirstSentenceWhereThereIsNoSummary() {
        assertThat(single("{'id':'A-1','affected':[],'details':'### Impact\\n\\nA flaw. More text'}")
                        .summary())
                .isEqualTo("A flaw.");
        assertThat(single("{'id':'A-1','affected':[],'details':'%s'}".formatted("ab ".repeat(200)))
                        .summary())
                .hasSizeBetween(190, 200)
                .endsWith("…");
    }

    @Test
    void notesAPackageOfWhichNoVersionsAreGiven() {
        RecordingSink sink =
                read("{'id':'A-1','affected':[{%s},{%s,'ranges':[{'type':'GIT','events':[{'introduced':'0'}]}]}]}"
                        .formatted(PACKAGE, PACKAGE));

        assertThat(sink.codes()).containsExactly("osv-no-versions", "osv-no-versions");
        assertThat(sink.advisories.getFirst().affected()).isEmpty();
    }

    @Test
    void versionsBesideGitRangesCount() {
        Affected affected = single(
                        "{'id':'A-1','affected':[{%s,'ranges':[{'type':'GIT','events':[{'introduced':'0'}]}],'versions':['1']}]}"
                                .formatted(PACKAGE))
                .affected()
                .getFirst();

        assertThat(affected.ranges()).isEmpty();
        assertThat(affected.versions()).containsExactly("1");
    }

    @Test
    void scoresBecomeWordsWhereNothingElseIsSaid() {
        assertThat(single("{'id':'A-1','affected':[],'database_specific':{'cvss_v2':9.3,'cvss_v3':7.5}}")
                        .ratings())
                .containsExactly(new Rating("word", "high"));
        assertThat(single("{'id':'A-1','affected':[],'database_specific':{'cvss_v2':9.3}}")
                        .ratings())
                .containsExactly(new Rating("word", "high"));
        assertThat(single("{'id':'A-1','affected':[],'database_specific':{'cvss_v3':'NaN'}}")
                        .ratings())
                .isEmpty();
    }

    @Test
    void knowsSinceWhenAVulnerabilityIsExploitedWhereTheRecordSaysSo() {
        RecordingSink sink = read(
                "{'id':'GHSA-1','aliases':['CVE-2021-1','PYSEC-1'],'affected':[],'database_specific':{'kev':'2021-12-10'}}");

        assertThat(sink.knownExploited).containsExactly(new KnownExploited("CVE-2021-1", "2021-12-10", false));
        assertThat(read("{'id':'CVE-1','affected':[],'database_specific':{'kev':true}}").knownExploited)
                .isEmpty();
    }

    @Test
    void aTimeThatGoDidNotStateIsNone() {
        Advisory advisory = single("{'id':'GO-1','affected':[],'published':'0001-01-01T00:00:00Z'}");

        assertThat(advisory.published()).isEmpty();
    }

    @Test
    void limitsModularFixesToTheStreamsThatTheTextNames() {
        List<Affected> affected = single(
                        alma("Important: virt:rhel and virt-devel:rhel security update", "1.module_el8.5.0+1"))
                .affected();

        assertThat(affected).extracting(Affected::module).containsExactly("virt:rhel", "virt-devel:rhel");
    }

    @Test
    void limitsOtherFixesToPackagesOutsideOfModules() {
        assertThat(single(alma("Important: nodejs:18 security update", "1.el8")).affected())
                .extracting(Affected::module)
                .containsExactly("");
        assertThat(single(alma("Important: varnish security update", "1.module_el8.5.0+1"))
                        .affected())
                .extracting(Affected::module)
                .containsExactly(ModuleStreams.UNNAMED);
    }

    @Test
    void readsLinesArraysAndAnswersOfServers() {
        assertThat(read("{'id':'A-1','affected':[]}\n{'id':'A-2','affected':[]}\n").advisories)
                .hasSize(2);
        assertThat(read("[{'id':'A-1','affected':[]},{'id':'A-2','affected':[]}]").advisories)
                .hasSize(2);
        assertThat(read("{'vulns':[{'id':'A-1','affected':[]}]}").advisories).hasSize(1);
    }

    @Test
    void aRecordWithoutAnIdDoesNotHideTheOthers() {
        RecordingSink sink = read("[{'id':'A\\u0000B'},{'id':7},3,{'id':'A-2','affected':[]}]");

        assertThat(sink.codes()).containsOnly("osv-record-unreadable").hasSize(3);
        assertThat(sink.advisories).hasSize(1);
    }

    @Test
    void refusesWhatIsNoJsonAndNamesThePlace() {
        assertThatThrownBy(() -> read("{'id':'A-1','affected':["))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
    }

    @Test
    void leavesOutWhatWouldGrowBeyondReason() {
        String ids = IntStream.range(0, 5000).mapToObj(i -> "'CVE-1-" + i + "'").collect(Collectors.joining(","));
        String packages = IntStream.range(0, 2000)
                .mapToObj(i -> "{'package':{'ecosystem':'npm','name':'p%d'},'versions':['1']}".formatted(i))
                .collect(Collectors.joining(","));
        RecordingSink sink = read("{'id':'A-1','aliases':[" + ids + "],'affected':[" + packages + "]}");

        assertThat(sink.advisories).isEmpty();
        assertThat(sink.codes()).containsExactly("osv-record-too-large");
    }

    @Test
    void refusesARecordThatHoldsTooMuch() {
        assertThatThrownBy(() -> read("{'id':'A-1','affected':[" + "[],".repeat(1_100_000) + "[]]}"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("values");
        assertThatThrownBy(() -> read("{'id':'A-1','details':'" + "x".repeat(17 << 20) + "'}"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("MiB");
    }

    private static String alma(String summary, String fixed) {
        return """
            {'id':'ALSA-2021:1','summary':'%s','affected':[{'package':{'ecosystem':'AlmaLinux:8','name':'foo'},
             'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'%s'}]}]}]}\
            """.formatted(summary, fixed);
    }

    private static RecordingSink read(String json) {
        return RecordingSink.of(new OsvParser(), json);
    }

    private static Advisory single(String json) {
        RecordingSink sink = read(json);
        assertThat(sink.advisories).hasSize(1);
        return sink.advisories.getFirst();
    }
}
