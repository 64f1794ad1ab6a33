package org.drydock.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.core.Comparison;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.inventory.Inventory.Unidentified;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.None;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;
import org.jspecify.annotations.Nullable;

/**
 * One report with everything that a format has to carry: an image with Debian, npm and Java packages, findings with and
 * without a fix, known to be exploited, of unknown severity, settled, and all kinds of diagnostics.
 */
public final class SampleReport {
    private static final String GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final List<LayerOrigin> LAYERS = List.of(
            layer(0, "ADD rootfs.tar.gz / # buildkit"),
            layer(1, "RUN /bin/sh -c apt-get update && apt-get install -y openssl perl-base # buildkit"),
            layer(2, "COPY web /opt/web # buildkit"),
            layer(3, "COPY shop.war /srv/ # buildkit"));

    static final Package LIBSSL = deb("libssl3", "3.0.11-1~deb12u1", "openssl", "3.0.11-1~deb12u1", 0);
    static final Package OPENSSL = deb("openssl", "3.0.11-1~deb12u1", "openssl", "3.0.11-1~deb12u1", 1);
    static final Package PERL = deb("perl-base", "5.36.0-7+deb12u1", "perl", "5.36.0-7+deb12u1", 1);
    static final Package LODASH = new Package(
            PackageType.NPM,
            "lodash",
            "4.17.4",
            new Purl("npm", "", "lodash", "4.17.4"),
            null,
            "",
            List.of("MIT"),
            List.of(
                    new Location("/opt/web/node_modules/lodash/package.json", LAYERS.get(2)),
                    new Location("/opt/web/node_modules/old/node_modules/lodash/package.json", LAYERS.get(2))),
            null,
            new None());
    static final Package LOG4J = new Package(
            PackageType.JAVA,
            "org.apache.logging.log4j:log4j-core",
            "2.14.1",
            new Purl("maven", "org.apache.logging.log4j", "log4j-core", "2.14.1"),
            null,
            "",
            List.of("Apache License, Version 2.0"),
            List.of(new Location("/srv/shop.war!/WEB-INF/lib/log4j-core-2.14.1.jar", LAYERS.get(3))),
            null,
            new JavaMetadata(
                    "org.apache.logging.log4j",
                    "log4j-core",
                    "pom.properties",
                    "9141212b8507ab50a45525b545b39d224614528b",
                    ""));

    private SampleReport() {}

    /** The report itself. */
    public static ScanReport report() {
        return report(Severity.HIGH, findings(), false);
    }

    /** The report with findings set aside and beside a baseline, which had one finding that is gone. */
    public static ScanReport compared() {
        ScanReport report = report();
        List<Finding> staying = new ArrayList<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : report.findings()) {
            switch (finding.rule()) {
                case "CVE-2011-4116" ->
                    suppressed.add(new SuppressedFinding(
                            finding,
                            new Suppression(
                                    Suppression.Kind.EXCEPTION,
                                    ".drydock.yaml:12",
                                    "not reachable from outside",
                                    "security@example.org",
                                    "2026-06-30",
                                    "")));
                case "GHSA-vwqq-5vrc-xw9h" ->
                    suppressed.add(new SuppressedFinding(
                            finding,
                            new Suppression(
                                    Suppression.Kind.VEX,
                                    "shop.openvex.json:3",
                                    "",
                                    "",
                                    "",
                                    "vulnerable_code_not_in_execute_path")));
                default -> staying.add(finding);
            }
        }
        Finding gone = finding(
                deb("libcurl4", "7.88.1-10", "curl", "7.88.1-10", 1),
                Severity.CRITICAL,
                Status.AFFECTED,
                debian("CVE-2023-38545", OPENSSL, "7.88.1-10+deb12u4"));
        Set<String> added = new HashSet<>();
        staying.stream()
                .filter(f -> f.rule().equals("CVE-2021-44228") || f.rule().equals("CVE-2024-5535"))
                .forEach(f -> added.add(f.fingerprint()));
        return report.withSuppressed(staying, suppressed)
                .withComparison(new Comparison("cart-2.3.json", added, List.of(gone), staying.size() - added.size()));
    }

    /** The same image, in which nothing is known to be wrong. */
    public static ScanReport withoutFindings() {
        return report(null, List.of(), true);
    }

    /** The same image with other findings. */
    public static ScanReport withFindings(List<Finding> findings) {
        return report(null, findings, false);
    }

    /** The same image's inventory alone. */
    public static ScanReport inventoryOnly() {
        return ScanReport.ofInventory("1.2.3", target(), inventory());
    }

    /** A folder and not an image. */
    public static ScanReport ofDirectory() {
        Target target = new Target("directory", "dir:/srv/app", "/srv/app", null);
        Inventory inventory = new Inventory(null, List.of(), List.of(), List.of(), new Coverage(1, 0, 3, 100, 0));
        return new ScanReport("1.2.3", target, inventory, List.of(), List.of(), null);
    }

    /** The report with the findings of one package folded. */
    public static ScanReport folded() {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : findings()) {
            findings.add(finding.subject().equals(PackageIndex.subjectOf(PERL)) ? folded(finding) : finding);
        }
        return withFindings(findings);
    }

    private static Finding folded(Finding finding) {
        VulnerabilityDetail detail = (VulnerabilityDetail) finding.detail();
        return new Finding(
                finding.detector(),
                finding.rule(),
                finding.severity(),
                finding.status(),
                finding.subject(),
                finding.evidence(),
                new VulnerabilityDetail(
                        detail.ids(),
                        detail.fixedVersions(),
                        detail.cvss(),
                        detail.severitySource(),
                        detail.threat(),
                        detail.cwes(),
                        detail.sources(),
                        detail.summary(),
                        detail.references(),
                        "kernel headers"));
    }

    /** A folder with a vulnerable package, scanned from the folder above it. */
    public static ScanReport ofRepository() {
        Target target = new Target("directory", "dir:web", "web", null);
        Package lodash = new Package(
                PackageType.NPM,
                "lodash",
                "4.17.4",
                new Purl("npm", "", "lodash", "4.17.4"),
                null,
                "",
                List.of("MIT"),
                List.of(new Location("/package-lock.json", null, 7)),
                null,
                new None());
        VulnerabilityDetail detail = detail(
                "CVE-2019-10744",
                "GHSA-jf85-cpcp-j695",
                "npm",
                "Prototype pollution in lodash",
                List.of("4.17.12"),
                new CvssScore("3.0", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H", 9.1, "ghsa"));
        return new ScanReport(
                "1.2.3",
                target,
                new Inventory(null, List.of(lodash), List.of(), List.of(), new Coverage(1, 0, 3, 100, 1)),
                List.of(finding(lodash, Severity.CRITICAL, Status.AFFECTED, detail)),
                List.of(new DataSource("ghsa", List.of("npm"), "2025-11-02", 615, false)),
                null);
    }

    /** An image in which no package was found. */
    public static ScanReport withoutPackages() {
        Inventory empty = new Inventory(null, List.of(), List.of(), List.of(), new Coverage(1, 0, 3, 100, 0));
        return new ScanReport("1.2.3", target(), empty, List.of(), List.of(), null);
    }

    /** The same image, with no advisories to match it with. */
    public static ScanReport withoutData() {
        return new ScanReport("1.2.3", target(), inventory(), List.of(), List.of(), null);
    }

    private static ScanReport report(@Nullable Severity gate, List<Finding> findings, boolean starter) {
        List<DataSource> data = List.of(
                new DataSource("debian-tracker", List.of("debian:12"), "2025-11-20", 27_062, starter),
                new DataSource("ghsa", List.of("maven", "npm"), "2025-11-02", 615, starter),
                new DataSource("kev", List.of(), "2025-08-25", 1404, starter));
        return new ScanReport("1.2.3", target(), inventory(), findings, data, gate);
    }

    static Target target() {
        List<LayerFacts> layers = new ArrayList<>();
        for (LayerOrigin layer : LAYERS) {
            layers.add(new LayerFacts(
                    layer.index(),
                    layer.diffId(),
                    digest(0xb0 + layer.index()),
                    GZIP,
                    1_000_000L * (layer.index() + 1),
                    layer.createdBy()));
        }
        return new Target(
                "image",
                "registry:registry.example.org/shop/cart:2.4",
                "registry.example.org/shop/cart:2.4",
                new ImageFacts(
                        digest(0xc0),
                        digest(0xc1),
                        List.of("registry.example.org/shop/cart:2.4"),
                        "linux/arm64/v8",
                        "2025-11-01T12:00:00Z",
                        layers,
                        """
                        {"architecture":"arm64","variant":"v8","os":"linux","created":"2025-11-01T12:00:00Z",\
                        "config":{"User":"shop","Labels":{"org.opencontainers.image.title":"cart"}},\
                        "rootfs":{"type":"layers","diff_ids":[]}}\
                        """,
                        new BaseImage("debian:12-slim", 2, "its first 2 layers are the same")));
    }

    private static Inventory inventory() {
        List<Package> packages = new ArrayList<>(List.of(LIBSSL, OPENSSL, PERL, LODASH, LOG4J));
        packages.add(new Package(
                PackageType.GO,
                "golang.org/x/net",
                "v0.7.0",
                new Purl("golang", "golang.org/x", "net", "v0.7.0"),
                null,
                "",
                List.of(),
                List.of(new Location("/usr/local/bin/agent", LAYERS.get(1))),
                new Package.Owner(PackageType.DEB, "agent"),
                new None()));
        Collections.sort(packages);
        return new Inventory(
                new Distro("debian", List.of(), "12", "bookworm", "Debian GNU/Linux 12 (bookworm)"),
                packages,
                List.of(new Unidentified(
                        new Location("/srv/shop.war!/WEB-INF/lib/inhouse.jar", LAYERS.get(3)),
                        "a Java" + " archive without coordinates")),
                List.of(
                        Diagnostic.notExamined(
                                "archive-too-deep",
                                "/srv/shop.war!/a.jar!/b.jar",
                                "lies deeper than 16 archives; what is in it was not read, so packages may be missing"),
                        Diagnostic.notExamined(
                                "corrupt-package-database",
                                "/var/lib/rpm/Packages",
                                "page 7 points to itself; the packages after it were not read"),
                        Diagnostic.warning("odd-version", "/opt/web/package.json", "the version is empty"),
                        Diagnostic.note("link-outside", "/srv/latest", "points outside of the image")),
                new Coverage(4, 3, 18_204, 431_947_213L, 31));
    }

    private static List<Finding> findings() {
        CvssScore nvd = new CvssScore("3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0, "ghsa");
        CvssScore two = new CvssScore("2.0", "AV:N/AC:M/Au:N/C:C/I:C/A:C", 9.3, "nvd");
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(
                LOG4J,
                Severity.CRITICAL,
                Status.AFFECTED,
                new VulnerabilityDetail(
                        List.of("CVE-2021-44228", "GHSA-jfh8-c2jp-5v3q"),
                        List.of("2.15.0"),
                        List.of(nvd, two),
                        "ghsa",
                        new Threat("2021-12-10", true, 0.97, 0.999, 100),
                        List.of("CWE-20", "CWE-502"),
                        List.of(new SourceStatement(
                                "GHSA-jfh8-c2jp-5v3q",
                                "ghsa",
                                "maven",
                                "org.apache.logging.log4j:log4j-core",
                                false,
                                Status.AFFECTED,
                                ">= 2.13.0, < 2.15.0",
                                "2.15.0")),
                        "Remote code injection in Log4j",
                        List.of(
                                "https://nvd.nist.gov/vuln/detail/CVE-2021-44228",
                                "https://logging.apache.org/log4j/2.x/security.html"),
                        "")));
        findings.add(finding(
                LOG4J,
                Severity.MEDIUM,
                Status.AFFECTED,
                detail(
                        "GHSA-vwqq-5vrc-xw9h",
                        "",
                        "maven",
                        "",
                        List.of("2.13.2", "2.15.0"),
                        new CvssScore(
                                "4.0",
                                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N",
                                6.9,
                                "ghsa"))));
        findings.add(finding(
                LODASH,
                Severity.HIGH,
                Status.AFFECTED,
                detail(
                        "CVE-2019-10744",
                        "GHSA-jf85-cpcp-j695",
                        "npm",
                        "Prototype pollution in lodash, through the function defaultsDeep, which can be tricked into"
                                + " adding properties of Object.prototype",
                        List.of("4.17.12"),
                        new CvssScore("3.0", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H", 9.1, "ghsa"))));
        for (Package of : List.of(LIBSSL, OPENSSL)) {
            findings.add(
                    finding(of, Severity.UNKNOWN, Status.AFFECTED, debian("CVE-2024-5535", of, "3.0.14-1~deb12u1")));
            findings.add(finding(of, Severity.LOW, Status.AFFECTED, debian("CVE-2024-0727", of, "3.0.13-1~deb12u1")));
            findings.add(finding(of, Severity.HIGH, Status.NOT_AFFECTED, debian("CVE-2023-0286", of, null)));
        }
        findings.add(finding(PERL, Severity.NEGLIGIBLE, Status.WILL_NOT_FIX, debian("CVE-2011-4116", PERL, null)));
        findings.add(finding(PERL, Severity.HIGH, Status.AFFECTED, debian("CVE-2023-31484", PERL, null)));
        findings.add(finding(PERL, Severity.HIGH, Status.FIXED, debian("CVE-2023-47038", PERL, "5.36.0-7+deb12u1")));
        findings.sort(Finding.BY_SUBJECT);
        return findings;
    }

    private static VulnerabilityDetail debian(String id, Package of, @Nullable String fixedVersion) {
        String range = fixedVersion == null ? "every version" : "< " + fixedVersion;
        return new VulnerabilityDetail(
                List.of(id),
                fixedVersion == null ? List.of() : List.of(fixedVersion),
                List.of(),
                id.equals("CVE-2024-5535") ? "" : "debian-tracker",
                Threat.NONE,
                List.of(),
                List.of(new SourceStatement(
                        id,
                        "debian-tracker",
                        "debian:12",
                        of.source() == null ? of.name() : of.source().name(),
                        true,
                        Status.AFFECTED,
                        range,
                        fixedVersion)),
                "",
                List.of("https://security-tracker.debian.org/tracker/" + id),
                "");
    }

    private static VulnerabilityDetail detail(
            String id, String alias, String namespace, String summary, List<String> fixed, CvssScore score) {
        return new VulnerabilityDetail(
                alias.isEmpty() ? List.of(id) : List.of(id, alias),
                fixed,
                List.of(score),
                "ghsa",
                Threat.NONE,
                List.of(),
                List.of(new SourceStatement(
                        alias.isEmpty() ? id : alias,
                        "ghsa",
                        namespace,
                        "x",
                        false,
                        Status.AFFECTED,
                        "< " + fixed.getLast(),
                        fixed.getLast())),
                summary,
                List.of("https://github.com/advisories/" + (alias.isEmpty() ? id : alias)),
                "");
    }

    /** A finding about a package. */
    static Finding finding(Package about, Severity severity, Status status, VulnerabilityDetail detail) {
        String id = detail.ids().getFirst();
        List<Evidence> evidence = detail.sources().stream()
                .flatMap(s -> List.of(
                        new Evidence("advisory", s.source() + " " + s.id()),
                        new Evidence("comparison", about.version() + " is in " + s.range()))
                        .stream())
                .toList();
        return new Finding(
                ScanReport.VULNERABILITY, id, severity, status, PackageIndex.subjectOf(about), evidence, detail);
    }

    private static Package deb(String name, String version, String source, String sourceVersion, int layer) {
        return new Package(
                PackageType.DEB,
                name,
                version,
                new Purl("deb", "debian", name, version, Map.of("arch", "arm64", "distro", "debian-12")),
                new SourcePackage(source, sourceVersion),
                "arm64",
                List.of("Artistic", "GPL-1+"),
                List.of(new Location("/var/lib/dpkg/status", LAYERS.get(layer))),
                null,
                new DebMetadata("Debian Maintainers <maintainers@example.org>"));
    }

    private static LayerOrigin layer(int index, String createdBy) {
        return new LayerOrigin(index, digest(0xa0 + index), createdBy);
    }

    private static Digest digest(int seed) {
        return new Digest("sha256", "%02x".formatted(seed).repeat(32));
    }
}
