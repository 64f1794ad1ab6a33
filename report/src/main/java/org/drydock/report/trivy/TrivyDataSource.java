package org.drydock.report.trivy;

import org.drydock.core.Detail.SourceStatement;
import org.drydock.json.JsonWriter;

/**
 * Where an advisory comes from, named as Trivy names it where Trivy knows it too.
 *
 * @param url empty if there is no one page
 */
record TrivyDataSource(String id, String name, String url) {
    static TrivyDataSource of(SourceStatement statement) {
        String namespace = statement.namespace();
        if (statement.id().startsWith("GHSA-")) {
            return new TrivyDataSource(
                    "ghsa", "GitHub Security Advisory " + namespace, "https://github.com/advisories");
        }
        int colon = namespace.indexOf(':');
        return switch (colon < 0 ? namespace : namespace.substring(0, colon)) {
            case "debian" ->
                new TrivyDataSource(
                        "debian",
                        "Debian Security Tracker",
                        "https://salsa.debian.org/security-tracker-team/security-tracker");
            case "ubuntu" ->
                new TrivyDataSource("ubuntu", "Ubuntu CVE Tracker", "https://git.launchpad.net/ubuntu-cve-tracker");
            case "alpine" -> new TrivyDataSource("alpine", "Alpine Secdb", "https://secdb.alpinelinux.org/");
            case "almalinux" ->
                new TrivyDataSource("alma", "AlmaLinux Product Errata", "https://errata.almalinux.org/");
            default -> new TrivyDataSource(statement.source(), statement.source(), "");
        };
    }

    void write(JsonWriter json) {
        json.object("DataSource").member("ID", id).member("Name", name);
        json.memberIfPresent("URL", url).endObject();
    }
}
