package org.drydock.report.cyclonedx;

import java.util.List;
import java.util.UUID;
import org.drydock.json.JsonWriter;
import org.drydock.report.SpdxLicences;
import org.drydock.report.cyclonedx.Bom.Affected;
import org.drydock.report.cyclonedx.Bom.Analysis;
import org.drydock.report.cyclonedx.Bom.Component;
import org.drydock.report.cyclonedx.Bom.Dependency;
import org.drydock.report.cyclonedx.Bom.Property;
import org.drydock.report.cyclonedx.Bom.Rating;
import org.drydock.report.cyclonedx.Bom.Reference;
import org.drydock.report.cyclonedx.Bom.Vulnerability;

/**
 * The notation in JSON.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6, JSON</a>
 */
final class BomJson {
    private final JsonWriter json;

    private BomJson(JsonWriter json) {
        this.json = json;
    }

    static void write(Bom bom, UUID serial, JsonWriter json) {
        new BomJson(json).document(bom, serial);
    }

    private void document(Bom bom, UUID serial) {
        json.object().member("$schema", Bom.JSON_SCHEMA).member("bomFormat", "CycloneDX");
        json.member("specVersion", Bom.SPEC_VERSION).member("serialNumber", "urn:uuid:" + serial);
        json.member("version", 1);
        json.object("metadata").object("tools").array("components");
        json.object().member("type", "application").member("name", "drydock");
        json.member("version", bom.toolVersion());
        json.endObject().endArray().endObject();
        json.object("component");
        component(bom.target());
        json.endObject();
        json.array("components");
        for (Component component : bom.components()) {
            json.object();
            component(component);
        }
        json.endArray();
        if (!bom.dependencies().isEmpty()) {
            json.array("dependencies");
            for (Dependency dependency : bom.dependencies()) {
                json.object().member("ref", dependency.ref()).strings("dependsOn", dependency.needs());
                json.endObject();
            }
            json.endArray();
        }
        if (bom.incomplete()) {
            json.array("compositions").object().member("aggregate", "incomplete");
            json.strings("assemblies", List.of(bom.target().ref()));
            json.endObject().endArray();
        }
        if (bom.vulnerabilities() != null) {
            json.array("vulnerabilities");
            bom.vulnerabilities().forEach(this::vulnerability);
            json.endArray();
        }
        json.endObject();
    }

    private void component(Component component) {
        json.member("type", component.type()).member("bom-ref", component.ref());
        json.memberIfPresent("group", component.group()).member("name", component.name());
        json.memberIfPresent("version", component.version());
        json.memberIfPresent("description", component.description());
        if (!component.sha1().isEmpty()) {
            json.array("hashes").object().member("alg", "SHA-1").member("content", component.sha1());
            json.endObject().endArray();
        }
        licences(component.licences());
        json.memberIfPresent("purl", component.purl());
        properties(component.properties());
        if (!component.occurrences().isEmpty()) {
            json.object("evidence").array("occurrences");
            component
                    .occurrences()
                    .forEach(path -> json.object().member("location", path).endObject());
            json.endArray().endObject();
        }
        json.endObject();
    }

    private void licences(List<String> licences) {
        if (licences.isEmpty()) {
            return;
        }
        json.array("licenses");
        for (String licence : licences) {
            json.object().object("license").member(SpdxLicences.isId(licence) ? "id" : "name", licence);
            json.endObject().endObject();
        }
        json.endArray();
    }

    private void properties(List<Property> properties) {
        if (properties.isEmpty()) {
            return;
        }
        json.array("properties");
        for (Property property : properties) {
            json.object().member("name", property.name()).member("value", property.value());
            json.endObject();
        }
        json.endArray();
    }

    private void vulnerability(Vulnerability vulnerability) {
        json.object()
                .member("bom-ref", vulnerability.ref())
                .member("id", vulnerability.name().id());
        source(vulnerability.name());
        if (!vulnerability.references().isEmpty()) {
            json.array("references");
            for (Reference reference : vulnerability.references()) {
                json.object().member("id", reference.id());
                source(reference);
                json.endObject();
            }
            json.endArray();
        }
        json.array("ratings");
        vulnerability.ratings().forEach(this::rating);
        json.endArray();
        if (!vulnerability.cwes().isEmpty()) {
            json.array("cwes");
            vulnerability.cwes().forEach(json::element);
            json.endArray();
        }
        json.memberIfPresent("description", vulnerability.description());
        if (!vulnerability.advisories().isEmpty()) {
            json.array("advisories");
            vulnerability
                    .advisories()
                    .forEach(address -> json.object().member("url", address).endObject());
            json.endArray();
        }
        analysis(vulnerability.analysis());
        json.array("affects");
        vulnerability.affects().forEach(this::affected);
        json.endArray();
        properties(vulnerability.properties());
        json.endObject();
    }

    private void source(Reference reference) {
        if (!reference.publisher().isEmpty()) {
            json.object("source").member("name", reference.publisher());
            json.memberIfPresent("url", reference.address()).endObject();
        }
    }

    private void rating(Rating rating) {
        json.object();
        if (!rating.source().isEmpty()) {
            json.object("source").member("name", rating.source()).endObject();
        }
        if (rating.score() != null) {
            json.member("score", rating.score());
        }
        json.member("severity", rating.severity()).member("method", rating.method());
        json.memberIfPresent("vector", rating.vector()).endObject();
    }

    private void analysis(Analysis analysis) {
        if (!analysis.equals(Analysis.NONE)) {
            json.object("analysis").memberIfPresent("state", analysis.state());
            json.memberIfPresent("justification", analysis.justification());
            json.stringsIfPresent("response", analysis.responses());
            json.memberIfPresent("detail", analysis.detail()).endObject();
        }
    }

    private void affected(Affected affected) {
        json.object().member("ref", affected.ref()).array("versions");
        version(affected.version(), affected.affected());
        affected.fixedVersions().forEach(fixed -> version(fixed, false));
        json.endArray().endObject();
    }

    private void version(String version, boolean affected) {
        if (!version.isEmpty()) {
            json.object().member("version", version).member("status", affected ? "affected" : "unaffected");
            json.endObject();
        }
    }
}
