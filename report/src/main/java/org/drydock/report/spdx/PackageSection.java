package org.drydock.report.spdx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.core.Location;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.json.JsonWriter;
import org.drydock.policy.Gate;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.PlainText;
import org.drydock.report.ReportMoment;
import org.drydock.report.ScanReport;
import org.drydock.report.VulnerabilityPage;
import org.drydock.report.spdx.SpdxPackages.Described;

/** Writes {@code packages}. */
final class PackageSection {
    private static final int SHA1_DIGITS = 40;

    private final Licences licences;
    private final String tool;
    private final String moment;
    private final JsonWriter json;
    private final Map<String, Set<String>> advisories = new HashMap<>();
    private final Map<String, List<PackageVulnerability.Suppressed>> suppressed = new HashMap<>();

    PackageSection(ScanReport report, Licences licences, String tool, JsonWriter json) {
        this.licences = licences;
        this.tool = tool;
        this.moment = ReportMoment.utc(report);
        this.json = json;
        for (PackageVulnerability v : PackageVulnerability.of(report)) {
            if (Gate.stands(v.finding())) {
                Set<String> addresses = advisories.computeIfAbsent(v.subject().key(), _ -> new TreeSet<>());
                addresses(v).forEach(addresses::add);
            }
        }
        for (PackageVulnerability.Suppressed s : PackageVulnerability.suppressed(report)) {
            suppressed
                    .computeIfAbsent(s.vulnerability().subject().key(), _ -> new ArrayList<>())
                    .add(s);
        }
    }

    private static Set<String> addresses(PackageVulnerability v) {
        Set<String> addresses = new LinkedHashSet<>();
        v.detail().ids().forEach(id -> addresses.add(VulnerabilityPage.addressOf(id)));
        addresses.remove("");
        if (addresses.isEmpty()) {
            v.detail().references().stream()
                    .filter(VulnerabilityPage::isUsable)
                    .findFirst()
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    void write(Described described) {
        Package installed = described.installed();
        json.object().member("SPDXID", described.id()).member("name", described.name());
        json.memberIfPresent("versionInfo", described.version());
        if (installed != null) {
            json.memberIfPresent("supplier", supplier(installed));
        }
        json.member("downloadLocation", Licences.NOASSERTION).member("filesAnalyzed", false);
        checksum(described);
        if (installed != null) {
            json.member("sourceInfo", "found at " + places(installed));
        }
        json.member("licenseConcluded", Licences.NOASSERTION);
        json.member(
                "licenseDeclared",
                installed == null ? Licences.NOASSERTION : licences.expression(installed.licenses()));
        json.member("copyrightText", Licences.NOASSERTION);
        PackageSubject subject = installed == null ? null : PackageIndex.subjectOf(installed);
        references(described.purl(), subject == null ? Set.of() : advisories.getOrDefault(subject.key(), Set.of()));
        if (subject != null) {
            annotations(suppressed.getOrDefault(subject.key(), List.of()));
        }
        json.member("primaryPackagePurpose", described.purpose()).endObject();
    }

    private static String places(Package installed) {
        return String.join(
                ", ", installed.locations().stream().map(Location::path).toList());
    }

    /** Who gives the package out, if it says so. */
    private static String supplier(Package installed) {
        String stated = installed.metadata() instanceof RpmMetadata rpm
                ? rpm.vendor()
                : installed.metadata() instanceof DebMetadata deb ? deb.maintainer() : "";
        String line = PlainText.clean(stated, true).replace('<', '(').replace('>', ')');
        return line.isEmpty() ? "" : "Organization: " + line;
    }

    private void checksum(Described described) {
        if (!described.sha256().isEmpty()) {
            checksum("SHA256", described.sha256());
        } else if (described.installed() != null
                && described.installed().metadata() instanceof JavaMetadata java
                && isSha1(java.sha1())) {
            checksum("SHA1", java.sha1());
        }
    }

    private static boolean isSha1(String text) {
        return text.length() == SHA1_DIGITS && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    }

    private void checksum(String algorithm, String value) {
        json.array("checksums").object().member("algorithm", algorithm).member("checksumValue", value);
        json.endObject().endArray();
    }

    private void references(String purl, Set<String> addresses) {
        if (purl.isEmpty() && addresses.isEmpty()) {
            return;
        }
        json.array("externalRefs");
        if (!purl.isEmpty()) {
            reference("PACKAGE-MANAGER", "purl", purl);
        }
        addresses.forEach(address -> reference("SECURITY", "advisory", address));
        json.endArray();
    }

    private void reference(String category, String type, String locator) {
        json.object().member("referenceCategory", category).member("referenceType", type);
        json.member("referenceLocator", locator).endObject();
    }

    private void annotations(List<PackageVulnerability.Suppressed> ofPackage) {
        if (ofPackage.isEmpty()) {
            return;
        }
        json.array("annotations");
        for (PackageVulnerability.Suppressed s : ofPackage) {
            json.object().member("annotationDate", moment).member("annotationType", "REVIEW");
            json.member("annotator", tool);
            json.member("comment", s.vulnerability().finding().rule() + " is " + s.because());
            json.endObject();
        }
        json.endArray();
    }
}
