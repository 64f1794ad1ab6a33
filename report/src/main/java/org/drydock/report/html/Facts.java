package org.drydock.report.html;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drydock.core.Detail.CvssScore;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;
import org.drydock.json.JsonWriter;
import org.drydock.policy.Gate;
import org.drydock.report.Instruction;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.VulnerabilityPage;

/**
 * What the page's script works on, as compact JSON. Texts stand once each in {@code texts} and are referred to by number;
 * what several findings say in the same words stands once in {@code details}. {@code report.js} is its only reader.
 */
final class Facts {
    private final View view;
    private final TextPool pool = new TextPool();
    private final Map<String, Integer> packages = new HashMap<>();
    private final Map<VulnerabilityDetail, Integer> details = new HashMap<>();

    Facts(View view) {
        this.view = view;
    }

    void write(OutputStream out) {
        try (JsonWriter json = JsonWriter.compact(out)) {
            json.object();
            layers(json);
            packages(json);
            details(json);
            json.array("findings");
            view.all().forEach(v -> finding(v, json));
            json.endArray();
            pool.write("texts", json);
            json.endObject();
        }
    }

    private void layers(JsonWriter json) {
        ImageFacts image = view.report().target().image();
        int base = view.base() == null ? 0 : view.base().layers();
        json.member("base", base).array("layers");
        if (image != null) {
            image.layers()
                    .forEach(layer -> json.array()
                            .element(layer.index())
                            .element(text(Instruction.shorten(layer.createdBy())))
                            .endArray());
        }
        json.endArray();
    }

    /** The inventory, then those packages that findings are about and the inventory does not list. */
    private void packages(JsonWriter json) {
        json.member("listed", view.report().inventory().packages().size());
        json.array("packages");
        int number = 0;
        for (Package installed : view.report().inventory().packages()) {
            PackageSubject subject = PackageIndex.subjectOf(installed);
            packages.putIfAbsent(subject.key(), number++);
            onePackage(subject, installed.licenses(), json);
        }
        for (PackageVulnerability v : view.all()) {
            if (packages.putIfAbsent(v.subject().key(), number) == null) {
                onePackage(v.subject(), List.of(), json);
                number++;
            }
        }
        json.endArray();
    }

    private void onePackage(PackageSubject about, List<String> licenses, JsonWriter json) {
        json.array().element(text(about.type())).element(text(about.name()));
        json.element(text(about.version())).element(text(about.purl().toString()));
        pool.numbers(licenses, json);
        json.array();
        for (Location location : about.locations()) {
            json.element(text(location.path()));
            json.element(location.layer() == null ? -1 : location.layer().index());
        }
        json.endArray().element(Where.isOperatingSystem(about) ? 1 : 0).endArray();
    }

    private void details(JsonWriter json) {
        json.array("details");
        for (PackageVulnerability v : view.all()) {
            if (details.putIfAbsent(v.detail(), details.size()) == null) {
                detail(v.detail(), json);
            }
        }
        json.endArray();
    }

    private void detail(VulnerabilityDetail detail, JsonWriter json) {
        json.array().array();
        for (String id : detail.ids()) {
            json.element(text(id)).element(text(VulnerabilityPage.addressOf(id)));
        }
        json.endArray();
        pool.numbers(detail.fixedVersions(), json);
        json.array();
        for (CvssScore score : detail.cvss()) {
            json.element(text(score.version())).element(text(score.vector()));
            json.element(score.score()).element(text(score.source()));
        }
        json.endArray().element(text(detail.severitySource()));
        threat(detail.threat(), json);
        pool.numbers(detail.cwes(), json);
        json.array();
        for (SourceStatement source : detail.sources()) {
            json.element(text(source.id())).element(text(source.source()));
            json.element(text(source.namespace())).element(text(source.packageName()));
            json.element(source.bySource() ? 1 : 0).element(text(source.status().word()));
            json.element(text(source.range()))
                    .element(text(source.fixedVersion() == null ? "" : source.fixedVersion()));
        }
        json.endArray().element(text(detail.summary()));
        json.array();
        for (String reference : detail.references()) {
            json.element(text(reference)).element(VulnerabilityPage.isUsable(reference) ? 1 : 0);
        }
        json.endArray().element(text(detail.folded())).endArray();
    }

    private void threat(Threat threat, JsonWriter json) {
        json.array().element(text(threat.knownExploited() == null ? "" : threat.knownExploited()));
        json.element(threat.ransomware() ? 1 : 0);
        json.element(threat.epss() == null ? -1 : threat.epss());
        json.element(threat.epssPercentile() == null ? -1 : threat.epssPercentile());
        json.element(threat.risk()).endArray();
    }

    private void finding(PackageVulnerability v, JsonWriter json) {
        json.array().element(text(v.finding().rule()));
        json.element(text(v.finding().severity().word()));
        json.element(text(v.finding().status().word())).element(Gate.stands(v.finding()) ? 1 : 0);
        json.element(Objects.requireNonNull(packages.get(v.subject().key())));
        json.element(Objects.requireNonNull(details.get(v.detail())));
        json.element(view.isNew(v) ? 1 : 0).element(text(v.fix()));
        json.array();
        for (Evidence step : v.finding().evidence()) {
            json.element(text(step.what())).element(text(step.text()));
        }
        json.endArray();
        json.element(text(v.finding().fingerprint())).endArray();
    }

    private int text(String text) {
        return pool.number(text);
    }
}
