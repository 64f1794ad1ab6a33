package org.drydock.report.trivy;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.drydock.core.Digest;
import org.drydock.core.Location;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.Suppression;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.trivy.TrivyResult.Installed;
import org.drydock.report.trivy.TrivyResult.Vulnerable;

/** Writes {@code Results}. */
final class ResultSection {
    private final JsonWriter json;
    private final Map<Digest, Digest> blobs = new HashMap<>();

    ResultSection(ScanReport report, JsonWriter json) {
        this.json = json;
        if (report.target().image() != null) {
            for (LayerFacts layer : report.target().image().layers()) {
                if (layer.digest() != null) {
                    blobs.put(layer.diffId(), layer.digest());
                }
            }
        }
    }

    void write(TrivyResult result) {
        json.object().member("Target", result.heading().target());
        json.member("Class", result.heading().language() ? "lang-pkgs" : "os-pkgs");
        json.member("Type", result.heading().type());
        if (!result.packages().isEmpty()) {
            json.array("Packages");
            result.packages().forEach(this::installed);
            json.endArray();
        }
        if (!result.vulnerabilities().isEmpty()) {
            json.array("Vulnerabilities");
            for (Vulnerable vulnerable : result.vulnerabilities()) {
                json.object();
                vulnerable(vulnerable);
            }
            json.endArray();
        }
        if (!result.suppressed().isEmpty()) {
            json.array("ExperimentalModifiedFindings");
            result.suppressed().forEach(this::suppressed);
            json.endArray();
        }
        json.endObject();
    }

    private void installed(Installed at) {
        Package told = at.told();
        json.object().member("ID", told.name() + "@" + told.version()).member("Name", told.name());
        identifier("Identifier", PackageIndex.subjectOf(told));
        EpochVersionRelease version = EpochVersionRelease.of(told.type(), told.version());
        json.member("Version", version.version()).memberIfPresent("Release", version.release());
        if (version.epoch() > 0) {
            json.member("Epoch", version.epoch());
        }
        json.memberIfPresent("Arch", told.architecture());
        if (told.source() != null) {
            EpochVersionRelease source =
                    EpochVersionRelease.of(told.type(), told.source().version());
            json.member("SrcName", told.source().name()).member("SrcVersion", source.version());
            json.memberIfPresent("SrcRelease", source.release());
            if (source.epoch() > 0) {
                json.member("SrcEpoch", source.epoch());
            }
        }
        json.stringsIfPresent("Licenses", told.licenses());
        if (told.metadata() instanceof DebMetadata deb) {
            json.memberIfPresent("Maintainer", deb.maintainer());
        }
        if (told.metadata() instanceof RpmMetadata rpm) {
            json.memberIfPresent("Modularitylabel", rpm.modularity());
        }
        layer(at.at());
        filePath("FilePath", told.type(), at.at());
        json.endObject();
    }

    private void suppressed(TrivyResult.Suppressed at) {
        boolean vex = at.told().suppression().kind() == Suppression.Kind.VEX;
        Status status = at.told().vulnerability().finding().status();
        json.object().member("Type", "vulnerability");
        json.member("Status", !vex ? "ignored" : status == Status.FIXED ? "fixed" : "not_affected");
        json.memberIfPresent("Statement", at.told().reason());
        json.member("Source", at.told().suppression().origin()).object("Finding");
        vulnerable(at.vulnerable());
        json.endObject();
    }

    /** The members of a vulnerability, and the end of its object. */
    private void vulnerable(Vulnerable at) {
        PackageSubject subject = at.told().subject();
        List<String> fixes = at.told().detail().fixedVersions();
        json.member("VulnerabilityID", at.told().finding().rule());
        json.stringsIfPresent("VendorIDs", VulnerabilitySection.vendorIds(at.told()));
        json.member("PkgID", subject.name() + "@" + subject.version()).member("PkgName", subject.name());
        filePath("PkgPath", at.type(), at.at());
        identifier("PkgIdentifier", subject);
        json.member("InstalledVersion", subject.version());
        json.memberIfPresent("FixedVersion", String.join(", ", fixes));
        json.member("Status", TrivyNames.status(at.told().finding().status(), !fixes.isEmpty()));
        layer(at.at());
        VulnerabilitySection.origin(at.told(), json);
        String name = at.told().finding().fingerprint() + "\n" + at.at().path();
        json.member("Fingerprint", "sha256:" + HexFormat.of().formatHex(PackageIndex.sha256(name)));
        VulnerabilitySection.description(at.told(), json);
        json.endObject();
    }

    private void identifier(String name, PackageSubject subject) {
        json.object(name).member("PURL", subject.purl().toString());
        json.member("UID", PackageIndex.id(subject)).endObject();
    }

    private void filePath(String name, PackageType type, Location at) {
        if (!TrivyNames.collective(type).isEmpty()) {
            json.member(name, TrivyResult.path(at));
        }
    }

    private void layer(Location at) {
        json.object("Layer");
        if (at.layer() != null) {
            Digest blob = blobs.get(at.layer().diffId());
            json.memberIfPresent("Digest", blob == null ? "" : blob.toString());
            json.member("DiffID", at.layer().diffId().toString());
        }
        json.endObject();
    }
}
