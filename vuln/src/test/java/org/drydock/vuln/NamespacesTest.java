package org.drydock.vuln;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "PyPI, pypi",
        "crates.io, crates.io",
        "GitHub Actions, github-actions",
        "kubernetes, kubernetes"
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
        "debian:12, 7zip, 7zip"
    })
    void normalisesNames(String namespace, String name, String normal) {
        assertThat(Namespaces.normaliseName(namespace, name)).isEqualTo(normal);
    }
}
