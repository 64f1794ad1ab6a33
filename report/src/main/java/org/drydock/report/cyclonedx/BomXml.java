package org.drydock.report.cyclonedx;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.drydock.report.SpdxLicences;
import org.drydock.report.XmlWriter;
import org.drydock.report.cyclonedx.Bom.Affected;
import org.drydock.report.cyclonedx.Bom.Analysis;
import org.drydock.report.cyclonedx.Bom.Component;
import org.drydock.report.cyclonedx.Bom.Dependency;
import org.drydock.report.cyclonedx.Bom.Property;
import org.drydock.report.cyclonedx.Bom.Rating;
import org.drydock.report.cyclonedx.Bom.Reference;
import org.drydock.report.cyclonedx.Bom.Vulnerability;

/**
 * The notation in XML.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/xml/">CycloneDX 1.6, XML</a>
 */
final class BomXml {
    private final XmlWriter xml;

    private BomXml(XmlWriter xml) {
        this.xml = xml;
    }

    static void write(Bom bom, UUID serial, XmlWriter xml) throws IOException {
        new BomXml(xml).document(bom, serial);
    }

    private void document(Bom bom, UUID serial) throws IOException {
        xml.element("bom").attribute("xmlns", Bom.XML_NAMESPACE);
        xml.attribute("serialNumber", "urn:uuid:" + serial).attribute("version", "1");
        xml.element("metadata").element("tools").element("components");
        xml.element("component").attribute("type", "application");
        xml.element("name", "drydock").element("version", bom.toolVersion());
        xml.end().end().end();
        component(bom.target());
        xml.end();
        xml.element("components");
        for (Component component : bom.components()) {
            component(component);
        }
        xml.end();
        if (!bom.dependencies().isEmpty()) {
            xml.element("dependencies");
            for (Dependency dependency : bom.dependencies()) {
                xml.element("dependency").attribute("ref", dependency.ref());
                for (String needed : dependency.needs()) {
                    xml.element("dependency").attribute("ref", needed);
                    xml.end();
                }
                xml.end();
            }
            xml.end();
        }
        if (bom.incomplete()) {
            xml.element("compositions").element("composition").element("aggregate", "incomplete");
            xml.element("assemblies")
                    .element("assembly")
                    .attribute("ref", bom.target().ref());
            xml.end().end().end().end();
        }
        if (bom.vulnerabilities() != null) {
            xml.element("vulnerabilities");
            for (Vulnerability vulnerability : bom.vulnerabilities()) {
                vulnerability(vulnerability);
            }
            xml.end();
        }
        xml.end();
    }

    private void component(Component component) throws IOException {
        xml.element("component").attribute("type", component.type()).attribute("bom-ref", component.ref());
        xml.elementIfPresent("group", component.group()).element("name", component.name());
        xml.elementIfPresent("version", component.version());
        xml.elementIfPresent("description", component.description());
        if (!component.sha1().isEmpty()) {
            xml.element("hashes").element("hash").attribute("alg", "SHA-1").endWith(component.sha1());
            xml.end();
        }
        if (!component.licences().isEmpty()) {
            xml.element("licenses");
            for (String licence : component.licences()) {
                xml.element("license").element(SpdxLicences.isId(licence) ? "id" : "name", licence);
                xml.end();
            }
            xml.end();
        }
        xml.elementIfPresent("purl", component.purl());
        properties(component.properties());
        if (!component.occurrences().isEmpty()) {
            xml.element("evidence").element("occurrences");
            for (String path : component.occurrences()) {
                xml.element("occurrence").element("location", path).end();
            }
            xml.end().end();
        }
        xml.end();
    }

    private void properties(List<Property> properties) throws IOException {
        if (!properties.isEmpty()) {
            xml.element("properties");
            for (Property property : properties) {
                xml.element("property").attribute("name", property.name()).endWith(property.value());
            }
            xml.end();
        }
    }

    private void vulnerability(Vulnerability vulnerability) throws IOException {
        xml.element("vulnerability").attribute("bom-ref", vulnerability.ref());
        xml.element("id", vulnerability.name().id());
        source(vulnerability.name());
        if (!vulnerability.references().isEmpty()) {
            xml.element("references");
            for (Reference reference : vulnerability.references()) {
                xml.element("reference").element("id", reference.id());
                source(reference);
                xml.end();
            }
            xml.end();
        }
        xml.element("ratings");
        for (Rating rating : vulnerability.ratings()) {
            rating(rating);
        }
        xml.end();
        if (!vulnerability.cwes().isEmpty()) {
            xml.element("cwes");
            for (int cwe : vulnerability.cwes()) {
                xml.element("cwe", String.valueOf(cwe));
            }
            xml.end();
        }
        xml.elementIfPresent("description", vulnerability.description());
        if (!vulnerability.advisories().isEmpty()) {
            xml.element("advisories");
            for (String address : vulnerability.advisories()) {
                xml.element("advisory").element("url", address).end();
            }
            xml.end();
        }
        analysis(vulnerability.analysis());
        xml.element("affects");
        for (Affected affected : vulnerability.affects()) {
            affected(affected);
        }
        xml.end();
        properties(vulnerability.properties());
        xml.end();
    }

    private void source(Reference reference) throws IOException {
        if (!reference.publisher().isEmpty()) {
            xml.element("source").element("name", reference.publisher());
            xml.elementIfPresent("url", reference.address()).end();
        }
    }

    private void rating(Rating rating) throws IOException {
        xml.element("rating");
        if (!rating.source().isEmpty()) {
            xml.element("source").element("name", rating.source()).end();
        }
        if (rating.score() != null) {
            xml.element("score", rating.score().toString());
        }
        xml.element("severity", rating.severity()).element("method", rating.method());
        xml.elementIfPresent("vector", rating.vector()).end();
    }

    private void analysis(Analysis analysis) throws IOException {
        if (analysis.equals(Analysis.NONE)) {
            return;
        }
        xml.element("analysis").elementIfPresent("state", analysis.state());
        xml.elementIfPresent("justification", analysis.justification());
        if (!analysis.responses().isEmpty()) {
            xml.element("responses");
            for (String response : analysis.responses()) {
                xml.element("response", response);
            }
            xml.end();
        }
        xml.elementIfPresent("detail", analysis.detail()).end();
    }

    private void affected(Affected affected) throws IOException {
        xml.element("target").element("ref", affected.ref());
        if (!affected.version().isEmpty() || !affected.fixedVersions().isEmpty()) {
            xml.element("versions");
            version(affected.version(), affected.affected());
            for (String fixed : affected.fixedVersions()) {
                version(fixed, false);
            }
            xml.end();
        }
        xml.end();
    }

    private void version(String version, boolean affected) throws IOException {
        if (!version.isEmpty()) {
            xml.element("version").element("version", version);
            xml.element("status", affected ? "affected" : "unaffected").end();
        }
    }
}
