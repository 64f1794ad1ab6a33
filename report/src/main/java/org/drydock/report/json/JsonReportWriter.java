package org.drydock.report.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.drydock.core.Comparison;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.inventory.Inventory.Unidentified;
import org.drydock.inventory.PackageType;
import org.drydock.json.JsonWriter;
import org.drydock.policy.Gate;
import org.drydock.policy.Verdict;
import org.drydock.report.JsonOutput;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.Summary;

/** Writes everything a report holds, in the shape of {@code docs/drydock.schema.json}. */
public final class JsonReportWriter implements ReportWriter {
    /** Raised in its second part when members are added, in its first when any is changed or taken away. */
    static final String SCHEMA_VERSION = "1.1";

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> document(report, json));
    }

    private static void document(ScanReport report, JsonWriter json) {
        json.object().member("schemaVersion", SCHEMA_VERSION);
        json.object("tool").member("name", "drydock").member("version", report.toolVersion());
        json.endObject();
        TargetSection.write(report.target(), json);
        distro(report, json);
        json.strings("detectors", report.detectors());
        summary(report, json);
        gate(report, json);
        if (!report.detectors().isEmpty()) {
            json.array("findings");
            report.findings().forEach(finding -> FindingSection.write(finding, json));
            json.endArray();
            suppressed(report, json);
        }
        comparison(report, json);
        json.array("packages");
        report.inventory().packages().forEach(installed -> PackageSection.write(installed, json));
        json.endArray();
        unidentified(report, json);
        diagnostics(report, json);
        coverage(report.inventory().coverage(), json);
        data(report, json);
        json.endObject();
    }

    private static void distro(ScanReport report, JsonWriter json) {
        Distro distro = report.inventory().distro();
        if (distro != null) {
            json.object("distro").member("id", distro.id()).strings("idLike", distro.idLike());
            json.member("versionId", distro.versionId());
            json.member("codename", distro.codename());
            json.member("prettyName", distro.prettyName());
            json.endObject();
        }
    }

    private static void summary(ScanReport report, JsonWriter json) {
        Summary summary = Summary.of(report);
        json.object("summary");
        json.object("packages").member("total", summary.allPackages());
        counts("byType", summary.packages(), PackageType::word, json);
        json.endObject();
        if (report.vulnerabilitiesExamined()) {
            json.object("vulnerabilities").member("findings", summary.findings());
            counts("bySeverity", summary.bySeverity(), Severity::word, json);
            json.member("distinct", summary.vulnerabilities());
            json.member("affectedPackages", summary.affectedPackages());
            json.member("fixable", summary.fixable());
            json.member("knownExploited", summary.knownExploited());
            json.member("suppressed", report.suppressed().size());
            counts("settled", summary.settled(), Status::word, json);
            counts("unmatchedPackages", summary.unmatched(), PackageType::word, json);
            json.endObject();
        }
        json.endObject();
    }

    private static <K> void counts(String name, Map<K, Integer> counts, Function<K, String> word, JsonWriter json) {
        json.object(name);
        counts.forEach((key, n) -> json.member(word.apply(key), n));
        json.endObject();
    }

    private static void gate(ScanReport report, JsonWriter json) {
        Optional.ofNullable(report.gate()).ifPresent(threshold -> {
            Verdict verdict = new Gate(threshold).judge(report.findings());
            json.object("gate").member("failOn", threshold.word());
            json.member("verdict", verdict.outcome().word());
            json.strings(
                    "failing",
                    verdict.failing().stream().map(Finding::fingerprint).toList());
            json.member("unknownSeverity", verdict.unknownSeverity());
            json.endObject();
        });
    }

    private static void suppressed(ScanReport report, JsonWriter json) {
        json.array("suppressed");
        for (SuppressedFinding suppressed : report.suppressed()) {
            json.object().object("finding");
            FindingSection.members(suppressed.finding(), json);
            Suppression suppression = suppressed.suppression();
            json.object("suppression").member("kind", suppression.kind().word());
            json.member("origin", suppression.origin());
            json.memberIfPresent("reason", suppression.reason());
            json.memberIfPresent("owner", suppression.owner());
            json.memberIfPresent("expires", suppression.expires());
            json.memberIfPresent("justification", suppression.justification());
            json.endObject().endObject();
        }
        json.endArray();
    }

    private static void comparison(ScanReport report, JsonWriter json) {
        Comparison comparison = report.comparison();
        if (comparison != null) {
            json.object("comparison").member("baseline", comparison.baseline());
            json.strings("new", new TreeSet<>(comparison.added()));
            json.array("removed");
            comparison.removed().forEach(finding -> FindingSection.write(finding, json));
            json.endArray();
            json.member("unchanged", comparison.unchanged()).endObject();
        }
    }

    private static void unidentified(ScanReport report, JsonWriter json) {
        json.array("unidentified");
        for (Unidentified software : report.inventory().unidentified()) {
            json.object();
            PackageSection.location("location", software.location(), json);
            json.member("what", software.what()).endObject();
        }
        json.endArray();
    }

    private static void diagnostics(ScanReport report, JsonWriter json) {
        json.array("diagnostics");
        for (Diagnostic diagnostic : report.inventory().diagnostics()) {
            json.object().member("level", word(diagnostic.level())).member("code", diagnostic.code());
            json.member("place", diagnostic.place()).member("message", diagnostic.message());
            json.endObject();
        }
        json.endArray();
    }

    private static String word(Diagnostic.Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void coverage(Coverage coverage, JsonWriter json) {
        json.object("coverage").member("layers", coverage.layers()).member("cachedLayers", coverage.cachedLayers());
        json.member("files", coverage.files()).member("bytes", coverage.bytes());
        json.member("catalogedFiles", coverage.catalogedFiles()).endObject();
    }

    private static void data(ScanReport report, JsonWriter json) {
        json.array("data");
        for (DataSource source : report.data()) {
            json.object().member("source", source.source()).strings("namespaces", source.namespaces());
            json.memberIfPresent("date", source.date());
            json.member("records", source.records()).member("starter", source.starter());
            json.endObject();
        }
        json.endArray();
    }
}
