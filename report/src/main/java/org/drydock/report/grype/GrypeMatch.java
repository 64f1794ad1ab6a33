package org.drydock.report.grype;

import java.util.List;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.VulnerabilityPage;
import org.jspecify.annotations.Nullable;

/** One element of {@code matches} or {@code ignoredMatches}. */
final class GrypeMatch {
    private final @Nullable Distro distro;
    private final JsonWriter json;

    GrypeMatch(@Nullable Distro distro, JsonWriter json) {
        this.distro = distro;
        this.json = json;
    }

    void write(PackageVulnerability v) {
        json.object();
        members(v);
        json.endObject();
    }

    /** A match that needs no action, with the reason in the shape of a rule of VEX. */
    void writeIgnored(PackageVulnerability v) {
        json.object();
        members(v);
        json.array("appliedIgnoreRules").object().member("namespace", "vex").member("vex-status", vexStatus(v));
        json.endObject().endArray().endObject();
    }

    /** A match that somebody set aside, with the statement in the shape of a rule. */
    void writeSuppressed(PackageVulnerability.Suppressed s) {
        json.object();
        members(s.vulnerability());
        boolean vex = s.suppression().kind() == Suppression.Kind.VEX;
        json.array("appliedIgnoreRules").object();
        json.member("vulnerability", s.vulnerability().finding().rule());
        json.member("reason", s.because()).member("namespace", vex ? "vex" : "");
        if (vex) {
            json.member("vex-status", vexStatus(s.vulnerability()));
            json.memberIfPresent("vex-justification", s.suppression().justification());
        }
        json.endObject().endArray().endObject();
    }

    private static String vexStatus(PackageVulnerability v) {
        return v.finding().status() == Status.FIXED ? "fixed" : "not_affected";
    }

    private void members(PackageVulnerability v) {
        PackageType type = PackageIndex.typeOf(v.subject().type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such package type: " + v.subject().type()));
        vulnerability(v, type);
        related(v);
        json.array("matchDetails");
        v.detail().sources().forEach(statement -> matchDetails(v, statement, type));
        json.endArray();
        GrypeArtifact.write(v, type, json);
    }

    private void vulnerability(PackageVulnerability v, PackageType type) {
        List<SourceStatement> sources = v.detail().sources();
        String stated = sources.isEmpty() ? "" : sources.getFirst().namespace();
        json.object("vulnerability").member("id", v.finding().rule());
        json.member("dataSource", dataSource(v.finding().rule(), stated));
        json.memberIfPresent("namespace", GrypeNames.namespace(stated, type));
        json.member("severity", GrypeNames.severity(v.finding().severity()));
        json.strings("urls", v.detail().references());
        json.memberIfPresent("description", v.detail().summary());
        cvss(v.detail().cvss());
        if (v.detail().knownExploited() != null) {
            json.array("knownExploited").object().member("cve", cve(v));
            json.memberIfPresent("dateAdded", v.detail().knownExploited());
            json.member("knownRansomwareCampaignUse", v.detail().threat().ransomware() ? "Known" : "Unknown");
            json.endObject().endArray();
        }
        epss(v);
        cwes(v);
        List<String> fixes = v.detail().fixedVersions();
        json.object("fix").strings("versions", fixes);
        json.member("state", GrypeNames.fixState(v.finding().status(), !fixes.isEmpty()));
        json.endObject();
        advisories(v);
        json.member("risk", v.risk()).endObject();
    }

    private void epss(PackageVulnerability v) {
        Double epss = v.detail().threat().epss();
        Double percentile = v.detail().threat().epssPercentile();
        if (epss != null && percentile != null) {
            json.array("epss").object().member("cve", cve(v)).member("epss", epss);
            json.member("percentile", percentile).endObject().endArray();
        }
    }

    private void cwes(PackageVulnerability v) {
        if (!v.detail().cwes().isEmpty()) {
            json.array("cwes");
            for (String cwe : v.detail().cwes()) {
                json.object().member("cve", cve(v)).member("cwe", cwe).endObject();
            }
            json.endArray();
        }
    }

    /** The CVE id, which catalogues of exploited vulnerabilities go by. */
    private static String cve(PackageVulnerability v) {
        return v.detail().ids().stream()
                .filter(id -> id.startsWith("CVE-"))
                .findFirst()
                .orElse(v.finding().rule());
    }

    private static String dataSource(String id, String namespace) {
        if (id.startsWith("CVE-") && !VulnerabilityPage.addressOf(id).isEmpty()) {
            if (namespace.startsWith("debian:")) {
                return "https://security-tracker.debian.org/tracker/" + id;
            }
            if (namespace.startsWith("ubuntu:")) {
                return "https://ubuntu.com/security/" + id;
            }
        }
        return VulnerabilityPage.addressOf(id);
    }

    private void cvss(List<CvssScore> scores) {
        json.array("cvss");
        String kind = "Primary";
        for (CvssScore score : scores) {
            json.object().memberIfPresent("source", score.source()).member("type", kind);
            json.member("version", score.version()).member("vector", score.vector());
            json.object("metrics").member("baseScore", score.score()).endObject();
            json.object("vendorMetadata").endObject().endObject();
            kind = "Secondary";
        }
        json.endArray();
    }

    private static boolean isAdvisory(String id) {
        return !id.startsWith("CVE-")
                && !id.startsWith("GHSA-")
                && VulnerabilityPage.of(id).isPresent();
    }

    private void advisories(PackageVulnerability v) {
        json.array("advisories");
        v.detail().ids().stream().filter(GrypeMatch::isAdvisory).forEach(id -> {
            json.object().member("id", id).member("link", VulnerabilityPage.addressOf(id));
            json.endObject();
        });
        json.endArray();
    }

    private void related(PackageVulnerability v) {
        json.array("relatedVulnerabilities");
        v.detail().ids().stream()
                .filter(id -> !id.equals(v.finding().rule()) && !isAdvisory(id))
                .forEach(id -> {
                    json.object().member("id", id).member("dataSource", VulnerabilityPage.addressOf(id));
                    json.memberIfPresent("namespace", id.startsWith("CVE-") ? "nvd:cpe" : "");
                    json.strings("urls", List.of()).array("cvss").endArray();
                    json.endObject();
                });
        json.endArray();
    }

    private void matchDetails(PackageVulnerability v, SourceStatement statement, PackageType type) {
        String namespace = GrypeNames.namespace(statement.namespace(), type);
        json.object().member("type", statement.bySource() ? "exact-indirect-match" : "exact-direct-match");
        json.member("matcher", GrypeNames.matcher(type));
        json.object("searchedBy");
        if (!type.isOperatingSystem()) {
            json.member("language", GrypeNames.language(type));
        } else if (distro != null) {
            json.object("distro").member("type", GrypeNames.distro(distro.id()));
            json.member("version", distro.versionId()).endObject();
        }
        json.member("namespace", namespace);
        json.object("package").member("name", statement.packageName());
        json.member("version", searchedVersion(v, statement)).endObject().endObject();
        json.object("found").member("vulnerabilityID", statement.id());
        json.member("versionConstraint", statement.range() + " (" + GrypeNames.scheme(type) + ")");
        json.endObject();
        if (statement.fixedVersion() != null) {
            json.object("fix")
                    .member("suggestedVersion", statement.fixedVersion())
                    .endObject();
        }
        json.endObject();
    }

    private static String searchedVersion(PackageVulnerability v, SourceStatement statement) {
        Package installed = v.installed();
        SourcePackage source = installed == null || !statement.bySource() ? null : installed.source();
        return source == null ? v.subject().version() : source.version();
    }
}
