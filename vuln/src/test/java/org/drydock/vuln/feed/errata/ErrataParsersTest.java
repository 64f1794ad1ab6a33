package org.drydock.vuln.feed.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrataParsersTest {
    private static final String UPDATE = """
        <?xml version='1.0' encoding='UTF-8'?>
        <updates><update from='x@example' status='final' type='security' version='2.0'>
          <id>%s</id><title>%s</title><severity>Important</severity><description>text &amp; more</description>
          <issued date='2024-01-02 03:04:05'/><updated date='2024-01-03 03:04:05'/>
          <references>
            <reference href='https://cve.example/1' id='CVE-2024-1' type='cve' title='CVE-2024-1'/>
            <reference href='https://vendor.example/x' id='x' type='self'/>
          </references>
          <pkglist><collection short='%s'><name>%s</name>
            <package name='foo' epoch='1' version='2.0' release='%s' arch='x86_64' src='foo.src.rpm'><filename>f</filename></package>
            <package name='foo' epoch='1' version='2.0' release='%s' arch='src'/>
            <package name='' version='1' release='1' arch='noarch'/>
          </collection></pkglist></update>
          <update type='bugfix'><id>%s</id></update></updates>
        """;

    @ParameterizedTest
    @CsvSource({
        "ALAS2-2024-1, Amazon Linux 2 - x, amazon-linux-2, 3.amzn2.0.1, amazon-linux:2",
        "ALAS2023-2024-1, Amazon Linux 2023 - x, amazon-linux-2023, 3.amzn2023.0.1, amazon-linux:2023",
        "ALAS2023-2024-1, t, amazon-linux-2023, 3, amazon-linux:2023",
        "ALAS-2018-1, t, amazon-linux, 3.60.amzn1, amazon-linux:2018.03",
        "RLSA-2024:1, t, rocky-linux-9-x86-64-baseos-rpms, 3.el9_4, rocky-linux:9",
        "RLSA-2024:1, t, rocky-linux-8-x86-64-baseos-rpms, 3, rocky-linux:8",
        "ALSA-2024:1, t, almalinux-8, 3.el8, almalinux:8",
        "ELSA-2024-1, t, ol9_baseos_latest, 3.0.1.el9, oracle-linux:9",
        "FEDORA-2024-1, t, f40, 3.fc40, fedora:40",
        "FEDORA-EPEL-2024-1, t, epel, 3.el9, epel:9",
        "MGASA-2024-1, t, x, 3.mga9, mageia:9",
        "SUSE-SLE-Module-Basesystem-15-SP5-2024-1, t, x, 150500.3, suse:15.5",
        "openSUSE-SLE-15.5-2024-1, t, x, 150500.3, opensuse:leap-15.5"
    })
    void readsUpdateinfo(String id, String title, String repository, String release, String namespace) {
        RecordingSink sink = RecordingSink.of(
                new UpdateinfoParser(), UPDATE.formatted(id, title, repository, "name", release, release, id));

        assertThat(sink.sources).hasSize(1).first().asString().startsWith("updateinfo/");
        Advisory advisory = sink.advisories.getFirst();
        assertThat(sink.advisories).hasSize(1);
        assertThat(advisory.related()).containsExactly("CVE-2024-1");
        assertThat(advisory.ratings()).containsExactly(new Rating("word", "important"));
        assertThat(advisory.references()).containsExactly("https://vendor.example/x");
        assertThat(advisory.modified()).isEqualTo("2024-01-03 03:04:05");
        assertThat(advisory.affected()).singleElement().satisfies(affected -> {
            assertThat(affected.namespace()).isEqualTo(namespace);
            assertThat(affected.name()).isEqualTo("foo");
            assertThat(affected.ranges()).containsExactly(new Affected.Range("0", "1:2.0-" + release, null));
        });
        assertThat(sink.codes()).containsExactly("updateinfo-package-unreadable");
    }

    @Test
    void saysWhichErratumHasNoHome() {
        RecordingSink sink =
                RecordingSink.of(new UpdateinfoParser(), UPDATE.formatted("RLSA-2024:1", "t", "x", "y", "3", "3", "x"));

        assertThat(sink.advisories).isEmpty();
        assertThat(sink.codes()).containsExactly("updateinfo-package-unreadable", "erratum-release-unknown");
    }

    @Test
    void refusesDocumentTypesAndWhatIsCut() {
        String type = "<!DOCTYPE updates [<!ENTITY a 'b'>]><updates><update><id>&a;</id></update></updates>";

        assertThatThrownBy(() -> RecordingSink.of(new UpdateinfoParser(), type))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
        assertThatThrownBy(() -> RecordingSink.of(new UpdateinfoParser(), "<updates><update>"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("well-formed");
        assertThatThrownBy(() -> RecordingSink.of(new UpdateinfoParser(), "<updates>" + "<a>".repeat(100)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void manyReferencesToCharactersAreFine() {
        String text = "<updates><update><id>x</id><description>" + "&lt;&amp;".repeat(100_000)
                + "</description></update></updates>";

        assertThat(RecordingSink.of(new UpdateinfoParser(), text).diagnostics).isEmpty();
    }

    @Test
    void readsAlmaErrata() {
        RecordingSink sink = RecordingSink.of(new AlmaErrataParser(), """
            {'data':[{'id':'ALSA-2024:1','title':'Important: nodejs:18 security update','description':'d','type':'security',
              'severity':'Important','issued_date':1704067200,'updated_date':{'$date':1704153600000},
              'references':[{'href':'https://cve.example','type':'cve','id':'CVE-2024-1'},{'href':'https://errata.example','type':'self'}],
              'packages':[
                {'name':'nodejs','epoch':'1','version':'18.2','release':'1.module_el9.4.0+1','arch':'x86_64','module':'nodejs:18:9040:x:x86_64'},
                {'name':'nodejs','epoch':'1','version':'18.2','release':'1.module_el9.4.0+1','arch':'aarch64','module':'nodejs:18:9040:x:aarch64'},
                {'name':'tool','epoch':0,'version':'2','release':'1.el9','arch':'noarch'},
                {'name':'tool','arch':'noarch'}]},
             {'updateinfo_id':'ALBA-2024:2','type':'bugfix','packages':[]},{'title':'x'}]}\
            """);

        assertThat(sink.sources).containsExactly("almalinux-errata/9");
        assertThat(sink.advisories)
                .containsExactly(new Advisory(
                        "ALSA-2024:1",
                        List.of(),
                        List.of("CVE-2024-1"),
                        "Important: nodejs:18 security update",
                        List.of(new Rating("word", "important")),
                        List.of("https://errata.example"),
                        "2024-01-01T00:00:00Z",
                        "2024-01-02T00:00:00Z",
                        List.of(
                                fixed("almalinux:9", "nodejs", "1:18.2-1.module_el9.4.0+1", "nodejs:18"),
                                fixed("almalinux:9", "tool", "2-1.el9", ""))));
        assertThat(sink.codes()).containsExactly("almalinux-package-unreadable", "almalinux-erratum-unreadable");
    }

    @Test
    void readsRockyErrata() {
        RecordingSink sink = RecordingSink.of(new RockyErrataParser(), """
            {'advisories':[{'id':1,'name':'RLSA-2024:1','synopsis':'Important: foo','description':'d','kind':'Security','severity':'Important',
               'published_at':'2024-01-01T00:00:00Z','updated_at':'2024-01-02T00:00:00Z','cves':[{'cve':'CVE-2024-1'}],
               'packages':[{'nevra':'foo-libs-1:2.0-3.el9_4.x86_64.rpm','product_name':'Rocky Linux 9 x86_64','module_name':null},
                           {'nevra':'foo-1:2.0-3.el9_4.src.rpm'},{'nevra':'what'}]},
             {'type':'TYPE_SECURITY','name':'RLSA-2024:2','synopsis':'s','severity':'SEVERITY_LOW','cves':[{'name':'CVE-2024-2'}],
               'publishedAt':'2024-01-01T00:00:00Z','rpms':{'Rocky Linux 8':{'nvras':['bar-0:1-2.el8.x86_64.rpm']}}},
             {'name':'RLBA-2024:3','kind':'Bug Fix','synopsis':'s'},{'synopsis':'s'}],'total':3}\
            """);

        assertThat(sink.sources).containsExactly("rocky-errata");
        assertThat(sink.advisories).extracting(Advisory::id).containsExactly("RLSA-2024:1", "RLSA-2024:2");
        assertThat(sink.advisories.getFirst().affected())
                .containsExactly(fixed("rocky-linux:9", "foo-libs", "1:2.0-3.el9_4", ""));
        assertThat(sink.advisories.getLast().affected()).containsExactly(fixed("rocky-linux:8", "bar", "1-2.el8", ""));
        assertThat(sink.advisories.getLast().ratings()).containsExactly(new Rating("word", "low"));
        assertThat(sink.codes()).containsExactly("rocky-package-unreadable", "rocky-erratum-unreadable");
    }

    @Test
    void readsPhoton() {
        RecordingSink sink = RecordingSink.of(new PhotonParser(), """
            [{'cve_id':'CVE-2024-1','pkg':'foo','cve_score':7.5,'aff_ver':'all versions before 3.0.8-1.ph5 are vulnerable','res_ver':'3.0.8-1.ph5'},
             {'cve_id':'CVE-2024-1','pkg':'bar','cve_score':'0','aff_ver':'all','res_ver':'NA'},
             {'cve_id':'CVE-2024-2','pkg':'bar','cve_score':5.0,'aff_ver':'NA','res_ver':'NA'},
             {'cve_id':'CVE-2024-3'}]\
            """);

        assertThat(sink.sources).containsExactly("photon/5.0");
        assertThat(sink.advisories.getFirst().affected())
                .extracting(Affected::namespace, Affected::name, Affected::ranges, Affected::ratings)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "photon-os:5.0",
                                "foo",
                                List.of(new Affected.Range("0", "3.0.8-1.ph5", null)),
                                List.of(new Rating("word", "high"))),
                        org.assertj.core.groups.Tuple.tuple(
                                "photon-os:5.0", "bar", List.of(new Affected.Range("0", null, null)), List.of()));
        assertThat(sink.advisories.getLast().affected().getFirst().status()).isEqualTo(Status.NOT_AFFECTED);
        assertThat(sink.codes()).containsExactly("photon-entry-unreadable");
        assertThat(RecordingSink.of(new PhotonParser(), "[{'cve_id':'a','res_ver':'1'}]")
                        .codes())
                .containsExactly("photon-release-unknown");
    }

    private static Affected fixed(String namespace, String name, String version, String module) {
        return new Affected(
                namespace,
                name,
                Status.AFFECTED,
                List.of(new Affected.Range("0", version, null)),
                List.of(),
                module,
                List.of());
    }
}
