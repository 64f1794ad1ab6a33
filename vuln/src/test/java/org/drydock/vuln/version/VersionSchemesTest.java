package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.drydock.vuln.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemesTest {
    @Test
    void namesEachSchemeOnce() {
        assertThat(VersionSchemes.all())
                .extracting(VersionScheme::id)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(VersionSchemes.all())
                .allSatisfy(
                        scheme -> assertThat(VersionSchemes.byId(scheme.id())).contains(scheme));
        assertThat(VersionSchemes.byId("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Debian:12, dpkg",
        "Ubuntu:22.04:LTS, dpkg",
        "Ubuntu:Pro:18.04:LTS, dpkg",
        "Alpine:v3.11, apk",
        "Wolfi, apk",
        "Chainguard, apk",
        "AlmaLinux:9, rpm",
        "Rocky Linux:9, rpm",
        "Red Hat:enterprise_linux:9::baseos, rpm",
        "SUSE:Linux Enterprise Server 15 SP5, rpm",
        "openSUSE:Leap 15.5, rpm",
        "Photon OS:4.0, rpm",
        "Azure Linux:3, rpm",
        "Mageia:9, rpm",
        "openEuler:24.03-LTS, rpm",
        "Maven, maven",
        "Maven:https://repo.example/, maven",
        "npm, semver",
        "crates.io, semver",
        "Hex, semver",
        "Pub, semver",
        "SwiftURL, semver",
        "GitHub Actions, semver",
        "PyPI, pep440",
        "Go, go",
        "RubyGems, gem",
        "NuGet, nuget",
        "Packagist, composer",
        "Bitnami, bitnami"
    })
    void knowsTheEcosystemsOfOsv(String ecosystem, String id) {
        assertThat(VersionSchemes.forNamespace(Namespaces.ofOsvEcosystem(ecosystem)))
                .map(VersionScheme::id)
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu:24.04, dpkg",
        "alpine:3.20, apk",
        "rocky:9, rpm",
        "redhat:9, rpm",
        "rhel:8, rpm",
        "centos:7, rpm",
        "fedora:40, rpm",
        "oracle:9, rpm",
        "amazon:2023, rpm",
        "opensuse-leap:15.5, rpm",
        "suse:15.5, rpm",
        "photon:5.0, rpm",
        "azure-linux:3.0, rpm",
        "mariner:2.0, rpm"
    })
    void knowsTheDistributions(String namespace, String id) {
        assertThat(VersionSchemes.forNamespace(namespace))
                .map(VersionScheme::id)
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({"android", "linux", "oss-fuzz", "debianish:1", "''"})
    void ordersNothingWhoseOrderIsUnknown(String namespace) {
        assertThat(VersionSchemes.forNamespace(namespace)).isEqualTo(Optional.empty());
    }
}
