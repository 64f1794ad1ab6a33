package org.drydock.vuln.feed.csaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CsafParserTest {
    private static final List<Rating> IMPORTANT = List.of(new Rating("word", "important"));

    /** In the shape of Red Hat's VEX: platforms by CPE, packages by purl, modules as parts and as qualifiers. */
    private static final String VEX = """
        {'document':{'category':'csaf_vex','csaf_version':'2.0','title':'a hole','aggregate_severity':{'text':'Important'},
          'tracking':{'id':'CVE-2024-1','initial_release_date':'2024-01-01T00:00:00Z','current_release_date':'2024-02-01T00:00:00Z'}},
         'product_tree':{'branches':[{'category':'vendor','name':'Red Hat','branches':[
           {'category':'product_name','name':'RHEL 9','product':{'name':'Red Hat Enterprise Linux AppStream (v. 9)','product_id':'AppStream-9.4.0.Z.MAIN',
             'product_identification_helper':{'cpe':'cpe:/a:redhat:enterprise_linux:9::appstream'}}},
           {'category':'product_name','name':'RHEL 9.2 EUS','product':{'name':'EUS','product_id':'AppStream-9.2.0.Z.EUS',
             'product_identification_helper':{'cpe':'cpe:/a:redhat:rhel_eus:9.2::appstream'}}},
           {'category':'product_name','name':'RHEL 7','product':{'name':'Red Hat Enterprise Linux 7','product_id':'red_hat_enterprise_linux_7',
             'product_identification_helper':{'cpe':'cpe:/o:redhat:enterprise_linux:7'}}},
           {'category':'product_name','name':'RHEL 8','product':{'name':'Red Hat Enterprise Linux 8','product_id':'red_hat_enterprise_linux_8',
             'product_identification_helper':{'cpe':'cpe:/o:redhat:enterprise_linux:8'}}},
           {'category':'product_version','name':'foo','product':{'name':'foo','product_id':'foo',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/foo?arch=src'}}},
           {'category':'product_version','name':'x','product':{'name':'foo-libs-1:2.0-3.el9_4.x86_64','product_id':'foo-libs-1:2.0-3.el9_4.x86_64',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/foo-libs@2.0-3.el9_4?arch=x86_64&epoch=1'}}},
           {'category':'product_version','name':'x','product':{'name':'foo-libs-1:2.0-3.el9_4.s390x','product_id':'foo-libs-1:2.0-3.el9_4.s390x',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/foo-libs@2.0-3.el9_4?arch=s390x&epoch=1'}}},
           {'category':'product_version','name':'x','product':{'name':'foo-1:2.0-3.el9_4.src','product_id':'foo-1:2.0-3.el9_4.src',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/foo@2.0-3.el9_4?arch=src&epoch=1'}}},
           {'category':'product_version','name':'x','product':{'name':'foo-libs-1:1.9-8.el9_2.x86_64','product_id':'foo-libs-1:1.9-8.el9_2.x86_64',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/foo-libs@1.9-8.el9_2?arch=x86_64&epoch=1'}}},
           {'category':'product_version','name':'x','product':{'name':'nodejs:18:9040:rhel9','product_id':'nodejs:18:9040:rhel9',
             'product_identification_helper':{'purl':'pkg:rpmmod/redhat/nodejs@18:9040:rhel9'}}},
           {'category':'product_version','name':'x','product':{'name':'nodejs-1:18.2-1.module+el9.4.0+1.x86_64','product_id':'nodejs-1:18.2-1.module+el9.4.0+1.x86_64',
             'product_identification_helper':{'purl':'pkg:rpm/redhat/nodejs@18.2-1.module%2Bel9.4.0%2B1?arch=x86_64&epoch=1'}}},
           {'category':'product_version','name':'x','product':{'name':'nodejs:16/nodejs','product_id':'nodejs:16/nodejs'}},
           {'category':'product_version','name':'x','product':{'name':'img','product_id':'img',
             'product_identification_helper':{'purl':'pkg:oci/img?tag=1'}}}]}],
          'relationships':[RELATIONSHIPS]},
         'vulnerabilities':[{'cve':'CVE-2024-1','cwe':{'id':'CWE-79'},'title':'foo: a hole','release_date':'2024-01-02T00:00:00Z',
           'references':[{'category':'self','url':'https://vendor.example/CVE-2024-1'}],
           'product_status':{
             'fixed':['AppStream-9.4.0.Z.MAIN:foo-libs-1:2.0-3.el9_4.x86_64','AppStream-9.4.0.Z.MAIN:foo-libs-1:2.0-3.el9_4.s390x',
                      'AppStream-9.4.0.Z.MAIN:foo-1:2.0-3.el9_4.src','AppStream-9.2.0.Z.EUS:foo-libs-1:1.9-8.el9_2.x86_64',
                      'AppStream-9.4.0.Z.MAIN:nodejs:18:9040:rhel9:nodejs-1:18.2-1.module+el9.4.0+1.x86_64','AppStream-9.4.0.Z.MAIN:img'],
             'known_affected':['red_hat_enterprise_linux_7:foo','red_hat_enterprise_linux_8:nodejs:16/nodejs','nobody'],
             'known_not_affected':['red_hat_enterprise_linux_8:foo'],
             'under_investigation':['AppStream-9.2.0.Z.EUS:foo']},
           'remediations':[
             {'category':'no_fix_planned','details':'Out of support scope','product_ids':['red_hat_enterprise_linux_7:foo']},
             {'category':'none_available','details':'Fix deferred','product_ids':['red_hat_enterprise_linux_8:nodejs:16/nodejs']},
             {'category':'vendor_fix','details':'update','product_ids':['AppStream-9.4.0.Z.MAIN:foo-libs-1:2.0-3.el9_4.x86_64']}],
           'scores':[{'cvss_v3':{'vectorString':'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'},'products':[]}],
           'threats':[{'category':'impact','details':'Important','product_ids':['red_hat_enterprise_linux_7:foo']}]}]}\
        """;

    @Test
    void readsVex() {
        String relationships = String.join(
                ",",
                part("AppStream-9.4.0.Z.MAIN", "foo-libs-1:2.0-3.el9_4.x86_64"),
                part("AppStream-9.4.0.Z.MAIN", "foo-libs-1:2.0-3.el9_4.s390x"),
                part("AppStream-9.4.0.Z.MAIN", "foo-1:2.0-3.el9_4.src"),
                part("AppStream-9.2.0.Z.EUS", "foo-libs-1:1.9-8.el9_2.x86_64"),
                part("AppStream-9.2.0.Z.EUS", "foo"),
                part("AppStream-9.4.0.Z.MAIN", "nodejs:18:9040:rhel9"),
                part("AppStream-9.4.0.Z.MAIN:nodejs:18:9040:rhel9", "nodejs-1:18.2-1.module+el9.4.0+1.x86_64"),
                part("AppStream-9.4.0.Z.MAIN", "img"),
                part("red_hat_enterprise_linux_7", "foo"),
                part("red_hat_enterprise_linux_8", "foo"),
                part("red_hat_enterprise_linux_8", "nodejs:16/nodejs"));
        RecordingSink sink = RecordingSink.of(new CsafParser(), VEX.replace("RELATIONSHIPS", relationships));

        assertThat(sink.sources).isEmpty();
        assertThat(sink.advisories)
                .containsExactly(new Advisory(
                        "CVE-2024-1",
                        List.of(),
                        List.of(),
                        "foo: a hole",
                        List.of(new Rating("cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")),
                        List.of("https://vendor.example/CVE-2024-1"),
                        "2024-01-02T00:00:00Z",
                        "2024-02-01T00:00:00Z",
                        List.of(
                                fixed("red-hat:9", "foo-libs", "1:2.0-3.el9_4", ""),
                                fixed("red-hat-eus:9.2", "foo-libs", "1:1.9-8.el9_2", ""),
                                fixed("red-hat:9", "nodejs", "1:18.2-1.module+el9.4.0+1", "nodejs:18"),
                                open("red-hat:7", "src:foo", Status.END_OF_LIFE, null, IMPORTANT),
                                open("red-hat:8", "src:nodejs", Status.DEFERRED, "nodejs:16", List.of()),
                                open("red-hat-eus:9.2", "src:foo", Status.UNDER_INVESTIGATION, null, List.of()),
                                new Affected(
                                        "red-hat:8",
                                        "src:foo",
                                        Status.NOT_AFFECTED,
                                        List.of(),
                                        List.of(),
                                        "",
                                        List.of())),
                        List.of("CWE-79")));
        assertThat(sink.codes()).containsExactly("csaf-product-unknown");
        assertThat(sink.diagnostics.getFirst().message()).contains("nobody");
    }

    @Test
    void keepsAnErratumTogether() {
        RecordingSink sink = RecordingSink.of(new CsafParser(), """
            {'document':{'category':'csaf_security_advisory','csaf_version':'2.0','title':'Security update for foo',
              'aggregate_severity':{'text':'moderate'},'tracking':{'id':'SUSE-SU-2024:0001-1','current_release_date':'2024-02-01'}},
             'product_tree':{'branches':[{'name':'SUSE','branches':[
               {'product':{'name':'SUSE Linux Enterprise Module for Basesystem 15 SP5','product_id':'base',
                 'product_identification_helper':{'cpe':'cpe:/o:suse:sle-module-basesystem:15:sp5'}}},
               {'product':{'name':'openSUSE Leap 15.5','product_id':'leap'}},
               {'product':{'name':'libfoo1-1.1.1l-150500.17.3.1.x86_64','product_id':'libfoo1-1.1.1l-150500.17.3.1.x86_64'}},
               {'product':{'name':'foo-32bit-2-1.x86_64','product_id':'foo-32bit-2-1.x86_64'}}]}],
              'relationships':[%s,%s,%s]},
             'vulnerabilities':[
               {'cve':'CVE-2024-1','product_status':{'recommended':['base:libfoo1-1.1.1l-150500.17.3.1.x86_64','leap:foo-32bit-2-1.x86_64']},
                'scores':[{'cvss_v3':{'vectorString':'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'}}]},
               {'cve':'CVE-2024-2','product_status':{'recommended':['base:libfoo1-1.1.1l-150500.17.3.1.x86_64','leap:foo-32bit-2-1.x86_64']}},
               {'cve':'CVE-2024-3','product_status':{'recommended':['leap:foo-32bit-2-1.x86_64']}}]}\
            """.formatted(
                        part("base", "libfoo1-1.1.1l-150500.17.3.1.x86_64"),
                        part("leap", "foo-32bit-2-1.x86_64"),
                        part("base", "foo-32bit-2-1.x86_64")));

        assertThat(sink.advisories)
                .extracting(
                        Advisory::id,
                        Advisory::related,
                        advisory -> advisory.affected().stream()
                                .map(affected -> affected.namespace() + " " + affected.name() + " "
                                        + affected.ranges().getFirst().fixed())
                                .toList())
                .containsExactly(
                        tuple("CVE-2024-1", List.of(), List.of()),
                        tuple("CVE-2024-2", List.of(), List.of()),
                        tuple("CVE-2024-3", List.of(), List.of()),
                        tuple(
                                "SUSE-SU-2024:0001-1",
                                List.of("CVE-2024-1", "CVE-2024-2"),
                                List.of("suse:15.5 libfoo1 1.1.1l-150500.17.3.1", "opensuse:leap-15.5 foo-32bit 2-1")),
                        tuple(
                                "SUSE-SU-2024:0001-1",
                                List.of("CVE-2024-3"),
                                List.of("opensuse:leap-15.5 foo-32bit 2-1")));
        assertThat(sink.advisories.getLast().ratings()).containsExactly(new Rating("word", "moderate"));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void readsPackagesOfLanguages() {
        RecordingSink sink = RecordingSink.of(new CsafParser(), """
            {'document':{'category':'csaf_vex','csaf_version':'2.0','tracking':{'id':'X-1'}},
             'product_tree':{'full_product_names':[{'name':'a','product_id':'a',
               'product_identification_helper':{'purl':'pkg:maven/org.x/y@1.2'}}]},
             'vulnerabilities':[{'ids':[{'system_name':'x','text':'X-2'}],'product_status':{'known_affected':['a']}}]}\
            """);

        assertThat(sink.advisories.getFirst().id()).isEqualTo("X-2");
        assertThat(sink.advisories.getFirst().affected())
                .containsExactly(
                        new Affected("maven", "org.x:y", Status.AFFECTED, List.of(), List.of("1.2"), null, List.of()));
    }

    @Test
    void whatIsCutIsNoDocument() {
        assertThatThrownBy(() -> RecordingSink.of(new CsafParser(), VEX.substring(0, 900)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("test.json");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static String part(String platform, String of) {
        return "{'category':'default_component_of','full_product_name':{'name':'n','product_id':'" + platform + ":" + of
                + "'},'product_reference':'" + of + "','relates_to_product_reference':'" + platform + "'}";
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

    private static Affected open(
            String namespace, String name, Status status, @Nullable String module, List<Rating> ratings) {
        return new Affected(
                namespace, name, status, List.of(new Affected.Range("0", null, null)), List.of(), module, ratings);
    }
}
