package org.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drydock.core.Comparison;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Purl;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;

/** Reports with what {@link SampleReport} has not: a baseline, findings set aside and folded ones, and very many. */
final class RichReports {
    private RichReports() {}

    static ScanReport everything() {
        List<Finding> findings = new ArrayList<>(SampleReport.report().findings());
        Finding aside = findings.removeLast();
        Finding folded = findings.removeLast();
        findings.add(folded(folded));
        Finding added = findings.stream()
                .filter(f -> f.status() == Status.AFFECTED)
                .findFirst()
                .orElseThrow();
        Suppression why = new Suppression(
                Suppression.Kind.EXCEPTION,
                ".drydock.yaml:12",
                "The parser is never fed from outside",
                "payments team",
                "2026-03-01",
                "vulnerable_code_not_in_execute_path");
        return SampleReport.report()
                .withSuppressed(findings, List.of(new SuppressedFinding(aside, why)))
                .withComparison(
                        new Comparison("cart-2.3.json", Set.of(added.fingerprint()), List.of(aside, folded), 10));
    }

    private static Finding folded(Finding of) {
        return switch (of.detail()) {
            case VulnerabilityDetail d ->
                new Finding(
                        of.detector(),
                        of.rule(),
                        of.severity(),
                        Status.AFFECTED,
                        of.subject(),
                        of.evidence(),
                        new VulnerabilityDetail(
                                d.ids(),
                                d.fixedVersions(),
                                d.cvss(),
                                d.severitySource(),
                                d.threat(),
                                d.cwes(),
                                d.sources(),
                                d.summary(),
                                d.references(),
                                "headers of a kernel that a container does not run"));
        };
    }

    static ScanReport of(int count) {
        PackageSubject first =
                (PackageSubject) SampleReport.report().findings().getFirst().subject();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String version = "1." + i % 97 + "-" + i % 3;
            String name = "package-" + i / 12;
            String id = "CVE-20" + (10 + i % 15) + "-" + (1000 + i);
            findings.add(new Finding(
                    ScanReport.VULNERABILITY,
                    id,
                    View.SEVERITIES.get(i % 6),
                    Status.AFFECTED,
                    new PackageSubject(
                            "deb", name, version, new Purl("deb", "debian", name, version), first.locations()),
                    List.of(
                            new Evidence("advisory", "debian-tracker " + id),
                            new Evidence("comparison", version + " < 9." + i)),
                    new VulnerabilityDetail(
                            List.of(id),
                            i % 2 == 0 ? List.of() : List.of("9." + i),
                            List.of(),
                            "debian-tracker",
                            new Threat(null, false, i / (double) count, i / (double) count, i % 100),
                            List.of("CWE-" + i % 800),
                            List.of(new SourceStatement(
                                    id, "debian-tracker", "debian:12", name, true, Status.AFFECTED, "< 9." + i, null)),
                            "A weakness of the " + i + "th kind in " + name,
                            List.of("https://security-tracker.debian.org/tracker/" + id),
                            "")));
        }
        findings.sort(Finding.BY_SUBJECT);
        return SampleReport.withFindings(findings);
    }
}
