package org.drydock.report.json;

import org.drydock.core.Detail;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject;
import org.drydock.core.Subject.FileSubject;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;

/** Reads what {@link FindingSection} writes. */
final class FindingReader {
    private final PackageReader places;

    FindingReader(PackageReader places) {
        this.places = places;
    }

    Finding finding(Member finding) {
        return new Finding(
                finding.get("fingerprint").text(),
                finding.get("detector").text(),
                finding.get("rule").text(),
                finding.get("severity").word(Severity.class),
                finding.get("status").word(Status.class),
                subject(finding.get("subject")),
                finding.get("evidence").elements().stream()
                        .map(e ->
                                new Evidence(e.get("what").text(), e.get("text").text()))
                        .toList(),
                detail(finding));
    }

    SuppressedFinding suppressed(Member suppressed) {
        Member stated = suppressed.get("suppression");
        return new SuppressedFinding(
                finding(suppressed.get("finding")),
                new Suppression(
                        stated.get("kind").word(Suppression.Kind.class),
                        stated.get("origin").text(),
                        stated.get("reason").optionalText(),
                        stated.get("owner").optionalText(),
                        stated.get("expires").optionalText(),
                        stated.get("justification").optionalText()));
    }

    private Subject subject(Member subject) {
        String kind = subject.get("kind").text();
        return switch (kind) {
            case "package" ->
                new PackageSubject(
                        subject.get("type").text(),
                        subject.get("name").text(),
                        subject.get("version").text(),
                        PackageReader.purl(subject.get("purl")),
                        places.locations(subject.get("locations")));
            case "image" -> new ImageSubject(subject.get("reference").text());
            case "file" -> new FileSubject(places.location(subject.get("location")));
            default -> throw subject.get("kind").wrong("no such kind: " + kind);
        };
    }

    private static Detail detail(Member finding) {
        Member detail = finding.get("vulnerability");
        if (detail.isAbsent()) {
            throw finding.wrong("a finding that this version cannot read: it has no member vulnerability");
        }
        return new VulnerabilityDetail(
                detail.get("ids").texts(),
                detail.get("fixedVersions").texts(),
                detail.get("cvss").elements().stream()
                        .map(score -> new CvssScore(
                                score.get("version").text(),
                                score.get("vector").text(),
                                score.get("score").decimal(),
                                score.get("source").text()))
                        .toList(),
                detail.get("severitySource").optionalText(),
                threat(detail),
                detail.get("cwes").texts(),
                detail.get("sources").elements().stream()
                        .map(FindingReader::source)
                        .toList(),
                detail.get("summary").optionalText(),
                detail.get("references").texts(),
                detail.get("folded").optionalText());
    }

    private static Threat threat(Member detail) {
        Member epss = detail.get("epss");
        Member ransomware = detail.get("ransomware");
        Member risk = detail.get("risk");
        return new Threat(
                detail.get("knownExploited").textOrNull(),
                !ransomware.isAbsent() && ransomware.isTrue(),
                epss.isAbsent() ? null : epss.get("score").decimal(),
                epss.isAbsent() ? null : epss.get("percentile").decimal(),
                risk.isAbsent() ? 0 : risk.decimal());
    }

    private static SourceStatement source(Member source) {
        return new SourceStatement(
                source.get("id").text(),
                source.get("source").text(),
                source.get("namespace").text(),
                source.get("packageName").text(),
                source.get("bySource").isTrue(),
                source.get("status").word(Status.class),
                source.get("range").text(),
                source.get("fixedVersion").textOrNull());
    }
}
