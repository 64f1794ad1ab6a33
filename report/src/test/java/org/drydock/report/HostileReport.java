package org.drydock.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.drydock.core.Comparison;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
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
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.None;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;

/** A report in which every text comes from somebody who means ill. */
public final class HostileReport {
    /** Escapes, quotes, control and format characters, unpaired surrogates, wide and combining ones. */
    static final List<String> NAMES = List.of(
            "\u001b[2J\u001b]0;owned\u0007",
            "a\"b\\c</script>{{x}}",
            "two\r\nlines\tand\u2028more",
            "high\ud800 low\udc00",
            "\u202eesrever\u202c \u200b\u00ad",
            "名前のパッケージ한국어",
            "e" + "\u0301".repeat(50),
            "\u009b31m",
            "\0nul",
            "x".repeat(5_000),
            "'\"><img src=x onerror=document.documentElement.dataset.owned=1><!--<script>",
            "javascript:document.documentElement.dataset.owned=1",
            " ",
            "");

    private HostileReport() {}

    public static ScanReport report() {
        Inventory inventory = inventory();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < inventory.packages().size(); i++) {
            Package about = inventory.packages().get(i);
            String text = NAMES.get(i % NAMES.size());
            String id = text + "CVE-" + i;
            findings.add(SampleReport.finding(
                    about,
                    List.of(Severity.values()).get(i % 6),
                    List.of(Status.values()).get(i % 8),
                    new VulnerabilityDetail(
                            List.of(id, text),
                            List.of(text, "1.0"),
                            List.of(new CvssScore("3.1", text, 5.0, text)),
                            text,
                            new Threat(i % 2 == 0 ? text : null, i % 3 == 0, 0.5, 0.75, i % 101),
                            List.of(text),
                            List.of(new SourceStatement(text, text, text, text, false, Status.AFFECTED, text, text)),
                            text + " " + text,
                            List.of(text, "https://example.org/" + text, "https://example.org/plain"),
                            i % 2 == 0 ? text : "")));
        }
        findings.sort(Finding.BY_SUBJECT);
        DataSource data = new DataSource(NAMES.get(0), List.of(NAMES.get(1), "debian:12"), NAMES.get(2), 1, false);
        ScanReport report = new ScanReport(NAMES.get(1), target(), inventory, findings, List.of(data), Severity.LOW);
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = NAMES.get(i % NAMES.size());
            Suppression.Kind kind = List.of(Suppression.Kind.values()).get(i % 3);
            suppressed.add(new SuppressedFinding(findings.get(i), new Suppression(kind, text, text, text, text, text)));
        }
        Set<String> added =
                Set.of(findings.get(40).fingerprint(), findings.get(41).fingerprint());
        return report.withSuppressed(findings.subList(40, findings.size()), suppressed)
                .withComparison(new Comparison(NAMES.get(1), added, findings.subList(0, 20), 3));
    }

    public static List<String> names() {
        return NAMES;
    }

    private static PackageMetadata metadata(PackageType type, String text) {
        return switch (type) {
            case DEB -> new DebMetadata(text);
            case RPM -> new RpmMetadata(7, text, text, text, text, text);
            case JAVA -> new JavaMetadata(text, text, text, text, text);
            case GO -> new GoMetadata(text, true, text);
            case APK,
                    NPM,
                    PYTHON,
                    RUBYGEMS,
                    NUGET,
                    PACKAGIST,
                    CRATES,
                    HEX,
                    PUB,
                    SWIFT,
                    COCOAPODS,
                    CONAN,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    PEAR,
                    OTP,
                    TERRAFORM,
                    GITHUB_ACTIONS,
                    WORDPRESS_PLUGIN,
                    PACMAN,
                    PORTAGE,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    ML_MODEL -> new None();
            case BINARY -> new BinaryMetadata(List.of(text), true, List.of(text));
        };
    }

    public static ScanReport inventoryOnly() {
        return ScanReport.ofInventory(NAMES.get(0), target(), inventory());
    }

    private static Target target() {
        Digest digest = new Digest("sha256", "0".repeat(64));
        return new Target(
                "image",
                NAMES.get(0),
                NAMES.get(9),
                new ImageFacts(
                        null,
                        digest,
                        NAMES,
                        NAMES.get(2),
                        NAMES.get(3),
                        List.of(new LayerFacts(0, digest, null, NAMES.get(4), 1, NAMES.get(0))),
                        "not JSON at all",
                        new BaseImage(NAMES.get(1), 1, NAMES.get(2))));
    }

    private static Inventory inventory() {
        LayerOrigin layer = new LayerOrigin(0, new Digest("sha256", "0".repeat(64)), NAMES.get(0));
        List<Package> packages = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Unidentified> unidentified = new ArrayList<>();
        for (PackageType type : PackageType.values()) {
            boolean plain = metadata(type, "") instanceof None;
            for (String text : plain ? List.of(NAMES.get(packages.size() % NAMES.size())) : NAMES) {
                String name = text.isBlank() ? "blank" : text;
                packages.add(new Package(
                        type,
                        text,
                        text,
                        new Purl(type.purlType(), "", name, text),
                        null,
                        text,
                        List.of(text, "MIT"),
                        List.of(new Location("/" + text, layer), new Location("/z" + text, null)),
                        new Package.Owner(PackageType.DEB, text),
                        metadata(type, text)));
            }
        }
        for (int i = 0; i < 1234; i++) {
            String text = NAMES.get(i % NAMES.size());
            diagnostics.add(Diagnostic.notExamined(text, text + i, text));
        }
        for (int i = 0; i < 100; i++) {
            unidentified.add(new Unidentified(new Location("/u" + i, layer), NAMES.get(i % NAMES.size())));
        }
        Collections.sort(packages);
        Collections.sort(diagnostics);
        return new Inventory(
                new Distro(NAMES.get(0), NAMES, NAMES.get(1), NAMES.get(2), NAMES.get(3)),
                packages,
                unidentified,
                diagnostics,
                new Coverage(1, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0));
    }
}
