package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CycloneDX in XML, of any version.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/xml/">CycloneDX 1.6, XML</a>
 */
final class CycloneDxXml {
    private final CycloneDxDocument document;

    private CycloneDxXml(CycloneDxDocument document) {
        this.document = document;
    }

    static void read(byte[] bytes, Document document) {
        XmlNode bom = XmlNode.read(bytes, document.place()).child("bom");
        if (!bom.attribute("xmlns").startsWith("http://cyclonedx.org/schema/bom")) {
            throw new SbomException(document.place() + ": XML, but not a CycloneDX document");
        }
        CycloneDxXml reader = new CycloneDxXml(new CycloneDxDocument(document));
        for (XmlNode property :
                bom.child("metadata").child("component").child("properties").children()) {
            reader.document.targetProperty(property.attribute("name"), property.text());
        }
        reader.components(bom.child("components"), "components");
    }

    private void components(XmlNode components, String place) {
        int index = 0;
        for (XmlNode component : components.children()) {
            if (component.name().equals("component")) {
                String here = place + "[" + index++ + "]";
                document.add(component(component, here));
                components(component.child("components"), here + ".components");
            }
        }
    }

    private static Component component(XmlNode xml, String place) {
        Map<String, String> properties = new TreeMap<>();
        for (XmlNode property : xml.child("properties").children()) {
            properties.putIfAbsent(property.attribute("name"), property.text());
        }
        List<String> paths = new ArrayList<>();
        for (XmlNode occurrence : xml.child("evidence").child("occurrences").children()) {
            String location = occurrence.child("location").text();
            if (!location.isEmpty()) {
                paths.add(location);
            }
        }
        Map<String, String> hashes = new TreeMap<>();
        for (XmlNode hash : xml.child("hashes").children()) {
            hashes.put(hash.attribute("alg"), hash.text());
        }
        String description = xml.child("description").text();
        if (!description.isEmpty()) {
            properties.putIfAbsent(CycloneDxDocument.DESCRIPTION, description);
        }
        return new Component(
                xml.attribute("type"),
                xml.child("group").text(),
                xml.child("name").text(),
                xml.child("version").text(),
                xml.child("purl").text(),
                licenses(xml.child("licenses")),
                properties,
                paths,
                hashes,
                place);
    }

    private static List<String> licenses(XmlNode xml) {
        List<String> licenses = new ArrayList<>();
        for (XmlNode choice : xml.children()) {
            String id = choice.child("id").text();
            String name = choice.child("name").text();
            String stated = choice.name().equals("expression") ? choice.text() : id.isEmpty() ? name : id;
            if (!stated.isEmpty()) {
                licenses.add(stated);
            }
        }
        return licenses;
    }
}
