package org.drydock.report.json;

import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Subject;
import org.drydock.core.Subject.FileSubject;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;

/** One element of {@code findings}. */
final class FindingSection {
    private FindingSection() {}

    static void write(Finding finding, JsonWriter json) {
        json.object();
        members(finding, json);
    }

    /** The members, and the end of the object they are in. */
    static void members(Finding finding, JsonWriter json) {
        json.member("fingerprint", finding.fingerprint());
        json.member("detector", finding.detector()).member("rule", finding.rule());
        json.member("severity", finding.severity().word());
        json.member("status", finding.status().word());
        subject(finding.subject(), json);
        json.array("evidence");
        for (Evidence step : finding.evidence()) {
            json.object().member("what", step.what()).member("text", step.text());
            json.endObject();
        }
        json.endArray();
        vulnerability((VulnerabilityDetail) finding.detail(), json);
        json.endObject();
    }

    private static void subject(Subject subject, JsonWriter json) {
        json.object("subject");
        if (subject instanceof PackageSubject about) {
            json.member("kind", "package").member("package", PackageIndex.id(about));
            json.member("type", about.type());
            json.member("name", about.name()).member("version", about.version());
            json.member("purl", about.purl().toString());
            PackageSection.locations(about.locations(), json);
        } else if (subject instanceof ImageSubject image) {
            json.member("kind", "image").member("reference", image.reference());
        } else {
            json.member("kind", "file");
            PackageSection.location("location", ((FileSubject) subject).location(), json);
        }
        json.endObject();
    }

    private static void vulnerability(VulnerabilityDetail detail, JsonWriter json) {
        json.object("vulnerability").strings("ids", detail.ids());
        json.memberIfPresent("severitySource", detail.severitySource());
        json.array("cvss");
        for (CvssScore score : detail.cvss()) {
            json.object().member("version", score.version()).member("vector", score.vector());
            json.member("score", score.score()).member("source", score.source());
            json.endObject();
        }
        json.endArray();
        threat(detail.threat(), json);
        json.strings("cwes", detail.cwes());
        json.strings("fixedVersions", detail.fixedVersions());
        json.memberIfPresent("summary", detail.summary());
        json.strings("references", detail.references());
        json.array("sources");
        detail.sources().forEach(source -> source(source, json));
        json.endArray();
        json.memberIfPresent("folded", detail.folded());
        json.endObject();
    }

    private static void threat(Threat threat, JsonWriter json) {
        json.memberIfPresent("knownExploited", threat.knownExploited());
        if (threat.ransomware()) {
            json.member("ransomware", true);
        }
        if (threat.epss() != null && threat.epssPercentile() != null) {
            json.object("epss").member("score", threat.epss());
            json.member("percentile", threat.epssPercentile()).endObject();
        }
        json.member("risk", threat.risk());
    }

    private static void source(SourceStatement source, JsonWriter json) {
        json.object().member("id", source.id()).member("source", source.source());
        json.member("namespace", source.namespace()).member("packageName", source.packageName());
        json.member("bySource", source.bySource());
        json.member("status", source.status().word()).member("range", source.range());
        json.memberIfPresent("fixedVersion", source.fixedVersion());
        json.endObject();
    }
}
