package org.drydock.vuln;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.drydock.inventory.PackageType;
import org.drydock.vuln.version.VersionSchemes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NamespacesTest {
    @ParameterizedTest
    @CsvSource({
        "Debian:12, debian:12",
        "Alpine:v3.11, alpine:3.11",
        "Ubuntu:22.04:LTS, ubuntu:22.04",
        "Ubuntu:24.10, ubuntu:24.10",
        "Ubuntu:Pro:18.04:LTS, ubuntu-pro:18.04",
        "AlmaLinux:9, almalinux:9",
        "Rocky Linux:8, rocky-linux:8",
        "Maven:https://repo.example/m2, maven",
        "Packagist:https://packages.example/8, packagist",
        "Ubuntu:Pro:FIPS-updates:22.04:LTS, ubuntu-pro-fips-updates:22.04",
        "Red Hat:9, red-hat:9",
        "Red Hat:enterprise_linux:9::appstream, red-hat:9",
        "Red Hat:rhel_eus:9.4::baseos, red-hat-eus:9.4",
        "Red Hat:openshift:4.16::el9, red-hat-product:openshift:4.16",
        "SUSE:Linux Enterprise Server 15 SP5, suse:15.5",
        "SUSE:Linux Enterprise Server 15 SP5-LTSS, suse:15.5",
        "SUSE:Linux Enterprise Module for Python 3 15 SP6, suse:15.6",
        "SUSE:Linux Enterprise Micro 5.4, suse-micro:5.4",
        "SUSE:Linux Enterprise Module for Public Cloud 12, suse:12",
        "SUSE:Enterprise Storage 7.1, suse-product:enterprise-storage-7.1",
        "openSUSE:Leap 15.5, opensuse:leap-15.5",
        "openSUSE:Tumbleweed, opensuse:tumbleweed",
        "Azure Linux:3, azure-linux:3",
        "Photon OS:5.0, photon-os:5.0",
        "openEuler:22.03-LTS-SP3, openeuler:22.03-lts-sp3",
        "Mageia:9, mageia:9",
        "Wolfi, wolfi",
        "MinimOS, minimos",
        "Android:12, android:12",
        "PyPI, pypi",
        "crates.io, crates.io",
        "GitHub Actions, github-actions",
        "kubernetes, kubernetes",
        "SwiftURL, swifturl",
        "ConanCenter, conancenter",
        "Hackage, hackage",
        "CRAN, cran",
        "Hex, hex",
        "Pub, pub",
        "Julia, julia",
        "opam, opam"
    })
    void knowsOsvEcosystems(String ecosystem, String namespace) {
        assertThat(Namespaces.ofOsvEcosystem(ecosystem)).isEqualTo(namespace);
    }

    @ParameterizedTest
    @CsvSource({
        "pypi, Foo__Bar.baz, foo-bar-baz",
        "npm, @Scope/Name, @scope/name",
        "nuget, Newtonsoft.Json, newtonsoft.json",
        "packagist, Drupal/Core, drupal/core",
        "github-actions, Actions/Checkout, actions/checkout",
        "go, github.com/Masterminds/semver, github.com/Masterminds/semver",
        "maven, org.A:b, org.A:b",
        "swifturl, https://github.com/A/b.git, github.com/A/b",
        "cpe, Acme:Rocket, acme:rocket",
        "hex, Phoenix, phoenix",
        "cran, Matrix, Matrix",
        "debian:12, 7zip, 7zip"
    })
    void normalisesNames(String namespace, String name, String normal) {
        assertThat(Namespaces.normaliseName(namespace, name)).isEqualTo(normal);
    }

    @ParameterizedTest
    @EnumSource(PackageType.class)
    void eachLanguageNamespaceHasAnOrderOfVersions(PackageType type) {
        Optional<String> namespace = Namespaces.ofLanguage(type);
        assertThat(namespace.map(name -> VersionSchemes.forNamespace(name).isPresent()))
                .isNotEqualTo(Optional.of(false));
        assertThat(namespace.isPresent() && type.isOperatingSystem()).isFalse();
    }
}
