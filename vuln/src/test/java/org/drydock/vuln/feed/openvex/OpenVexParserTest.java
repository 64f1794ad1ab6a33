package org.drydock.vuln.feed.openvex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;

final class OpenVexParserTest {
    @Test
    void readsWhatUbuntuSays() {
        RecordingSink sink = RecordingSink.of(new OpenVexParser(), """
            {'@context':'https://openvex.dev/ns/v0.2.0','@id':'x','timestamp':'2024-01-01T00:00:00Z','statements':[
              {'vulnerability':{'@id':'https://u.example/CVE-2024-1','name':'CVE-2024-1','aliases':['X-1']},'status':'fixed','products':[
                {'@id':'pkg:deb/ubuntu/foo@1.2-3ubuntu1?arch=source&distro=jammy'},
                {'@id':'pkg:deb/ubuntu/libfoo1@1.2-3ubuntu1?arch=amd64&distro=jammy'}]},
              {'vulnerability':{'name':'CVE-2024-1'},'status':'not_affected','justification':'component_not_present','products':[
                {'@id':'pkg:deb/ubuntu/foo@1.9?arch=source&distro=noble'}]},
              {'vulnerability':'CVE-2024-1','status':'affected','products':[
                {'@id':'pkg:deb/ubuntu/foo@1.0?arch=source&distro=esm-infra/xenial'},'pkg:oci/some/image']},
              {'vulnerability':{'name':'CVE-2024-1'},'status':'under_investigation','products':[
                {'identifiers':{'purl':'pkg:deb/ubuntu/foo@1.0?arch=source&distro=bionic'}}]},
              {'vulnerability':{'name':'CVE-2024-1'},'status':'maybe','products':[
                {'@id':'pkg:deb/ubuntu/foo@1.0?arch=source&distro=focal'}]},
              {'status':'fixed'}]}\
            """);

        assertThat(sink.advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.id()).isEqualTo("CVE-2024-1");
            assertThat(advisory.aliases()).containsExactly("X-1");
            assertThat(advisory.modified()).isEqualTo("2024-01-01T00:00:00Z");
            assertThat(advisory.affected())
                    .containsExactly(
                            statement("ubuntu:22.04", Status.AFFECTED, new Affected.Range("0", "1.2-3ubuntu1", null)),
                            statement("ubuntu:24.04", Status.NOT_AFFECTED),
                            statement("ubuntu-pro:16.04", Status.AFFECTED, new Affected.Range("0", null, null)),
                            statement("ubuntu:18.04", Status.UNDER_INVESTIGATION, new Affected.Range("0", null, null)));
        });
        assertThat(sink.codes())
                .containsExactly("openvex-status-unclear", "openvex-statement-unreadable", "openvex-product-unknown");
    }

    private static Affected statement(String namespace, Status status, Affected.Range... ranges) {
        return new Affected(namespace, "foo", status, List.of(ranges), List.of(), null, List.of());
    }
}
