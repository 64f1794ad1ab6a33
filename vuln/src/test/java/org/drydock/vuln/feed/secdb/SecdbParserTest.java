package org.drydock.vuln.feed.secdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecdbParserTest {
    @Test
    void readsFixes() {
        RecordingSink sink = read(
                "'distroversion':'v3.11','reponame':'main'",
                "{'pkg':{'name':'a','secfixes':{'1.2-r0':['CVE-2020-1','CVE-2020-2 XSA-9'],'0':['CVE-2020-3']}}},"
                        + "{'pkg':{'name':'b','secfixes':{'7':['CVE-2020-1']}}}");

        assertThat(sink.sources).containsExactly("alpine-secdb/3.11/main");
        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.advisories).extracting(Advisory::id).containsExactly("CVE-2020-1", "CVE-2020-2", "CVE-2020-3");
        assertThat(sink.advisories.get(0).affected())
                .containsExactly(fixed("alpine:3.11", "a", "1.2-r0"), fixed("alpine:3.11", "b", "7"));
        assertThat(sink.advisories.get(1).aliases()).containsExactly("XSA-9");
        assertThat(sink.advisories.get(2).affected())
                .containsExactly(
                        new Affected("alpine:3.11", "a", Status.NOT_AFFECTED, List.of(), List.of(), null, List.of()));
    }

    @Test
    void whatGoesWithSeveralIdsIsNoAliasOfAny() {
        RecordingSink sink = read(
                "'distroversion':'v3.11','reponame':'main'",
                "{'pkg':{'name':'xen','secfixes':{'4-r0':['CVE-2018-1 XSA-297','CVE-2018-2  XSA-297','CVE-2018-3 XSA-1']}}}");

        assertThat(sink.advisories)
                .extracting(Advisory::aliases)
                .containsExactly(List.of(), List.of(), List.of("XSA-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'urlprefix':'https://dl/alpine','distroversion':'v3.20','reponame':'community' | alpine-secdb/3.20/community | alpine:3.20",
                "'urlprefix':'https://dl/alpine','distroversion':'edge','reponame':'main'       | alpine-secdb/edge/main      | alpine:edge",
                "'apkurl':'{{urlprefix}}','urlprefix':'https://packages.wolfi.example','reponame':'os' | wolfi-secdb/os       | wolfi",
                "'urlprefix':'https://packages.example/chainguard','reponame':'chainguard','distroversion':'rolling' | chainguard-secdb/chainguard | chainguard"
            })
    void tellsTheDistribution(String head, String source, String namespace) {
        RecordingSink sink = read(head, "{'pkg':{'name':'a','secfixes':{'1-r0':['CVE-2020-1']}}}");

        assertThat(sink.sources).containsExactly(source);
        assertThat(sink.advisories.getFirst().affected().getFirst().namespace()).isEqualTo(namespace);
    }

    @Test
    void refusesFixesOfAnUnknownRelease() {
        assertThatThrownBy(() -> read("'reponame':'main'", "")).isInstanceOf(FeedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CVE-2020-1           | CVE-2020-1",
                "CVE-2020-1?          | CVE-2020-1",
                "CVE_2019-2426        | CVE-2019-2426",
                "CVE 2018-16859       | CVE-2018-16859",
                "CVE-2017-8073.patch  | CVE-2017-8073",
                "CVE-????-?????  XSA-295 | XSA-295",
                "CVE-2018-14461 (LDP) | CVE-2018-14461",
                "CVE-2018-1 (SMB - printing disabled) | CVE-2018-1",
                "GHSA-jfh8-c2jp-5v3q  | GHSA-jfh8-c2jp-5v3q",
                "''                   |",
                "no id here           |"
            })
    void readsIdsAsTyped(String text, String id) {
        assertThat(new SecdbIds().read(text)).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void saysWhatIsNoId() {
        RecordingSink sink = read(
                "'distroversion':'v3.11','reponame':'main'",
                "{'pkg':{'name':'a','secfixes':{'1-r0':['what','CVE-2020-1',3],'':['CVE-2020-2']}}},{'pkg':{}}");

        assertThat(sink.codes())
                .containsExactly(
                        "secdb-id-unreadable",
                        "secdb-id-unreadable",
                        "secdb-version-missing",
                        "secdb-package-unreadable");
        assertThat(sink.advisories).hasSize(1);
    }

    private static Affected fixed(String namespace, String name, String version) {
        return new Affected(
                namespace,
                name,
                Status.AFFECTED,
                List.of(new Affected.Range("0", version, null)),
                List.of(),
                null,
                List.of());
    }

    private static RecordingSink read(String head, String packages) {
        return RecordingSink.of(new SecdbParser(), "{" + head + ",'packages':[" + packages + "]}");
    }
}
