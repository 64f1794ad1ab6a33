package org.drydock.report.sarif;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.drydock.core.Location;
import org.drydock.core.Suppression;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.PlainText;
import org.drydock.report.ScanReport;
import org.drydock.report.TargetPath;

/** One element of {@code results}. */
final class ResultSection {
    /** What the paths are relative to. */
    static final String ROOT = "ROOT";

    private static final int MOST_LOCATIONS = 100;
    private static final int HASH_BYTES = 8;

    private final ScanReport report;
    private final Map<String, Integer> ruleIndex = new HashMap<>();
    private final JsonWriter json;

    ResultSection(ScanReport report, List<String> ruleIds, JsonWriter json) {
        this.report = report;
        this.json = json;
        ruleIds.forEach(id -> ruleIndex.put(id, ruleIndex.size()));
    }

    void write(SarifResult result) {
        PackageVulnerability v = result.vulnerability();
        json.object().member("ruleId", v.finding().rule());
        json.member("ruleIndex", ruleIndex.getOrDefault(v.finding().rule(), -1));
        json.member("level", RuleSection.level(v.finding().severity()));
        json.object("message").member("text", message(text(v))).endObject();
        locations(v);
        json.object("partialFingerprints").member("drydock/v1", v.finding().fingerprint());
        json.member("primaryLocationLineHash", lineHash(v)).endObject();
        if (!report.suppressed().isEmpty()) {
            json.array("suppressions");
            if (result.suppression() != null) {
                suppression(result.suppression());
            }
            json.endArray();
        }
        if (report.comparison() != null) {
            json.member("baselineState", report.isNew(v.finding()) ? "new" : "unchanged");
        }
        properties(v);
        json.endObject();
    }

    /** A text as a message: what stands for a link there is escaped (section 3.11.6). */
    static String message(String text) {
        String clean = PlainText.clean(text, true);
        return clean.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private static String text(PackageVulnerability v) {
        String title = v.detail().summary().isEmpty() ? "" : ": " + v.detail().summary();
        return v.subject().name() + " " + v.subject().version() + " has "
                + v.finding().rule() + title + " ("
                + v.finding().severity().word() + ", " + v.finding().status().word()
                + (v.isKnownExploited() ? ", known to be exploited" : "") + "; "
                + (v.fixedIn().isEmpty() ? "no fix is known" : "fixed in " + v.fixedIn()) + ")";
    }

    private void locations(PackageVulnerability v) {
        json.array("locations");
        v.subject().locations().stream().limit(MOST_LOCATIONS).forEach(at -> location(v, at));
        json.endArray();
    }

    private void location(PackageVulnerability v, Location at) {
        json.object().object("physicalLocation").object("artifactLocation");
        json.member("uri", TargetPath.uri(report.target(), at))
                .member("uriBaseId", ROOT)
                .endObject();
        json.object("region")
                .member("startLine", Math.max(1, at.line()))
                .endObject()
                .endObject();
        json.array("logicalLocations").object();
        json.member("name", v.subject().name()).member("kind", "package");
        json.member(
                "fullyQualifiedName",
                report.target().name() + "@" + at.path() + ":" + v.subject().name() + "@"
                        + v.subject().version());
        json.member("decoratedName", v.subject().purl().toString()).endObject().endArray();
        json.object("message").member("text", message(where(at))).endObject().endObject();
    }

    private static String where(Location at) {
        return at.layer() == null
                ? at.path()
                : at.path() + " (layer " + at.layer().index() + ": "
                        + at.layer().createdBy() + ")";
    }

    /** What GitHub tells alerts apart by; the same from scan to scan, as nothing in it counts lines. */
    private static String lineHash(PackageVulnerability v) {
        String path = v.subject().locations().getFirst().path();
        byte[] hash = PackageIndex.sha256(v.finding().fingerprint() + "\n" + path);
        return HexFormat.of().formatHex(hash, 0, HASH_BYTES) + ":1";
    }

    private void suppression(Suppression suppression) {
        String reason = suppression.reason().isEmpty() ? suppression.justification() : suppression.reason();
        json.object().member("kind", "external").member("status", "accepted");
        json.member("justification", PlainText.clean(reason + " (" + suppression.origin() + ")", true));
        json.object("properties").member("kind", suppression.kind().word());
        json.member("origin", suppression.origin());
        json.memberIfPresent("owner", suppression.owner());
        json.memberIfPresent("expires", suppression.expires());
        json.memberIfPresent("vexJustification", suppression.justification());
        json.endObject().endObject();
    }

    private void properties(PackageVulnerability v) {
        json.object("properties").member("severity", v.finding().severity().word());
        json.member("status", v.finding().status().word());
        json.member("purl", v.subject().purl().toString());
        json.strings("ids", v.detail().ids())
                .strings("fixedVersions", v.detail().fixedVersions());
        json.member("risk", v.risk());
        Double epss = v.detail().threat().epss();
        if (epss != null) {
            json.member("epss", epss);
        }
        int left = v.subject().locations().size() - MOST_LOCATIONS;
        if (left > 0) {
            json.member("locationsLeftOut", left);
        }
        json.endObject();
    }
}
