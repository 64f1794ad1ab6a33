package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonValue;

/**
 * SPDX 2 in JSON.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>
 */
final class SpdxJson {
    private SpdxJson() {}

    static void read(JsonValue json, Document document) {
        Map<String, String> licenses = new HashMap<>();
        for (JsonValue license : json.get("hasExtractedLicensingInfos").elements()) {
            String id = license.get("licenseId").text("");
            String name = license.get("name").text("");
            boolean unnamed = name.isEmpty() || name.equals("NOASSERTION");
            licenses.put(id, unnamed ? license.get("extractedText").text(id) : name);
        }
        List<SpdxPackage> packages = new ArrayList<>();
        Map<String, SpdxPackage> byId = new HashMap<>();
        for (JsonValue listed : json.get("packages").elements()) {
            SpdxPackage read = read(listed);
            packages.add(read);
            byId.putIfAbsent(read.id, read);
        }
        for (JsonValue relationship : json.get("relationships").elements()) {
            SpdxPackage binary = byId.get(relationship.get("spdxElementId").text(""));
            if (binary != null && relationship.get("relationshipType").text("").equals(SpdxPackage.GENERATED_FROM)) {
                binary.source = byId.get(relationship.get("relatedSpdxElement").text(""));
            }
        }
        int index = 0;
        for (SpdxPackage listed : packages) {
            listed.addTo(document, licenses, "packages[" + index++ + "]");
        }
    }

    private static SpdxPackage read(JsonValue json) {
        SpdxPackage listed = new SpdxPackage();
        listed.id = json.get("SPDXID").text("");
        listed.name = json.get("name").text("");
        listed.version = json.get("versionInfo").text("");
        listed.purpose = json.get("primaryPackagePurpose").text("");
        listed.sourceInfo = json.get("sourceInfo").text("");
        listed.declared = json.get("licenseDeclared").text("");
        listed.concluded = json.get("licenseConcluded").text("");
        listed.description = json.get("description").text("");
        for (JsonValue reference : json.get("externalRefs").elements()) {
            if (reference.get("referenceType").text("").equals("purl")) {
                reference.get("referenceLocator").text().ifPresent(listed.purls::add);
            }
        }
        for (JsonValue annotation : json.get("annotations").elements()) {
            annotation.get("comment").text().ifPresent(listed.remarks::add);
        }
        for (JsonValue text : json.get("attributionTexts").elements()) {
            text.text().ifPresent(listed.remarks::add);
        }
        for (JsonValue checksum : json.get("checksums").elements()) {
            listed.checksums.put(
                    checksum.get("algorithm").text(""),
                    checksum.get("checksumValue").text(""));
        }
        return listed;
    }
}
