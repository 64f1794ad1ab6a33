package org.drydock.vuln.feed.oval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Range;
import org.drydock.vuln.feed.RecordingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OvalParserTest {
    private static final String TESTS = """
        <tests>
          <rpminfo_test id='t1'><object object_ref='o1'/><state state_ref='s1'/></rpminfo_test>
          <rpminfo_test id='t2'><object object_ref='o1'/><state state_ref='s2'/></rpminfo_test>
          <rpminfo_test id='t3'><object object_ref='o1'/><state state_ref='s3'/></rpminfo_test>
          <rpminfo_test id='t4'><object object_ref='o2'/><state state_ref='s4'/></rpminfo_test>
          <rpminfo_test id='sig'><object object_ref='o1'/><state state_ref='s9'/></rpminfo_test>
        </tests>
        <objects><rpminfo_object id='o1'><name>foo</name></rpminfo_object>
          <rpminfo_object id='o2'><name>nodejs</name></rpminfo_object></objects>
        <states>
          <rpminfo_state id='s1'><evr datatype='evr_string' operation='less than'>1:2.0-3.el9</evr></rpminfo_state>
          <rpminfo_state id='s2'><evr datatype='evr_string' operation='less than or equal'>0:3.1-2.azl3</evr></rpminfo_state>
          <rpminfo_state id='s3'><evr datatype='evr_string' operation='greater than'>0:1.0-1</evr></rpminfo_state>
          <rpminfo_state id='s4'><evr datatype='evr_string' operation='less than'>1:18.2-1.module+el8.9.0+1</evr></rpminfo_state>
          <rpminfo_state id='s9'><signature_keyid operation='equals'>72f97b74ec551f03</signature_keyid></rpminfo_state>
        </states></oval_definitions>\
        """;

    @Test
    void readsErrataOfOracle() {
        RecordingSink sink = RecordingSink.of(new OvalParser(), """
            <oval_definitions xmlns='x'><definitions><definition id='d1' class='patch'><metadata>
              <title>
                ELSA-2024-1:  foo security update (IMPORTANT)
              </title>
              <affected family='unix'><platform>Oracle Linux 8</platform></affected>
              <reference source='elsa' ref_id='ELSA-2024-1' ref_url='https://linux.example/ELSA-2024-1.html'/>
              <reference source='CVE' ref_id='CVE-2024-1' ref_url='https://linux.example/CVE-2024-1.html'/>
              <advisory><severity>IMPORTANT</severity><issued date='2024-01-02'/></advisory></metadata>
              <criteria operator='AND'><criterion test_ref='x' comment='Oracle Linux 8 is installed'/>
                <criterion test_ref='m' comment='Module nodejs:18 is enabled'/>
                <criteria operator='OR'>
                  <criteria operator='AND'><criterion test_ref='t1' comment='foo is earlier than 1:2.0-3.el9'/>
                    <criterion test_ref='sig' comment='foo is signed with the Oracle Linux 8 key'/></criteria>
                  <criteria operator='AND'><criterion test_ref='t4' comment='nodejs is earlier than'/></criteria>
                </criteria></criteria></definition>
              <definition id='d2' class='inventory'><metadata/></definition>
              <definition id='d3' class='patch'><metadata><title>?</title></metadata></definition>
            </definitions>\
            """ + TESTS);

        assertThat(sink.sources).containsExactly("oval/oracle-linux-8");
        assertThat(sink.advisories)
                .containsExactly(new Advisory(
                        "ELSA-2024-1",
                        List.of(),
                        List.of("CVE-2024-1"),
                        "ELSA-2024-1: foo security update (IMPORTANT)",
                        List.of(new Rating("word", "important")),
                        List.of("https://linux.example/ELSA-2024-1.html", "https://linux.example/CVE-2024-1.html"),
                        "2024-01-02",
                        "2024-01-02",
                        List.of(
                                affected("oracle-linux:8", "foo", "", new Range("0", "1:2.0-3.el9", null)),
                                affected(
                                        "oracle-linux:8",
                                        "nodejs",
                                        "nodejs:18",
                                        new Range("0", "1:18.2-1.module+el8.9.0+1", null)))));
        assertThat(sink.codes()).containsExactly("oval-definition-unreadable");
    }

    @Test
    void readsVulnerabilitiesOfAzureLinux() {
        RecordingSink sink = RecordingSink.of(new OvalParser(), """
            <oval_definitions><definitions><definition class='vulnerability' id='d' version='1'><metadata>
              <title>CVE-2024-2 affecting package foo</title>
              <affected family='unix'><platform>Azure Linux 3.0</platform></affected>
              <reference ref_id='CVE-2024-2' ref_url='https://nvd.example/CVE-2024-2' source='CVE'/>
              <severity>High</severity></metadata>
              <criteria operator='AND'><criterion comment='Package foo is greater than' test_ref='t3'/>
                <criterion comment='Package foo is installed with version 3.1-2 or earlier' test_ref='t2'/></criteria>
            </definition></definitions>\
            """ + TESTS);

        assertThat(sink.sources).containsExactly("oval/azure-linux-3");
        assertThat(sink.advisories.getFirst().modified()).isEmpty();
        assertThat(sink.advisories.getFirst().affected())
                .containsExactly(
                        affected("azure-linux:3", "foo", null, new Range("0:1.0-1", null, "0:3.1-2.azl3", true)));
    }

    @Test
    void keepsServicePacksOfSuseApart() {
        RecordingSink sink = RecordingSink.of(new OvalParser(), """
            <oval_definitions><definitions><definition class='vulnerability' id='d'><metadata><title>CVE-2024-3</title>
              <affected><platform>SUSE Linux Enterprise Server 15 SP4</platform><platform>SUSE Linux Enterprise Server 15 SP5</platform></affected>
              <reference ref_id='SUSE CVE-2024-3' source='SUSE CVE'/></metadata>
              <criteria operator='OR'>
                <criteria operator='AND'>
                  <criteria operator='OR'><criterion test_ref='p4' comment='SUSE Linux Enterprise Server 15 SP4 is installed'/></criteria>
                  <criteria operator='OR'><criterion test_ref='t1' comment='foo-2.0 is installed?'/></criteria></criteria>
                <criteria operator='AND'><criterion test_ref='p5' comment='SUSE Linux Enterprise Server 15 SP5 is installed'/>
                  <criterion test_ref='t2' comment='foo-3.1 less than'/></criteria>
              </criteria></definition>
              <definition class='patch' id='n'><metadata><reference ref_id='CVE-2024-4'/></metadata>
                <criteria><criterion test_ref='t1' comment='foo'/></criteria></definition></definitions>\
            """ + TESTS);

        assertThat(sink.advisories).extracting(Advisory::id).containsExactly("CVE-2024-3");
        assertThat(sink.advisories.getFirst().affected())
                .containsExactly(
                        affected("suse:15.4", "foo", null, new Range("0", "1:2.0-3.el9", null)),
                        affected("suse:15.5", "foo", null, new Range("0", null, "0:3.1-2.azl3")));
        assertThat(sink.codes()).containsExactly("oval-release-unknown");
    }

    private static Affected affected(String namespace, String name, @Nullable String module, Range range) {
        return new Affected(namespace, name, Status.AFFECTED, List.of(range), List.of(), module, List.of());
    }
}
