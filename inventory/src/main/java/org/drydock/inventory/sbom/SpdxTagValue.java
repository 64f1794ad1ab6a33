package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SPDX 2 as tags and values, one to a line; a value in {@code <text>} may have many.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/conformance/">SPDX 2.3, tag-value</a>
 */
final class SpdxTagValue {
    private static final String OPEN = "<text>";
    private static final String CLOSE = "</text>";

    private final List<SpdxPackage> packages = new ArrayList<>();
    private final Map<String, SpdxPackage> byId = new HashMap<>();
    private final List<String[]> relationships = new ArrayList<>();
    private final Map<String, String> licenses = new HashMap<>();
    private @Nullable SpdxPackage current;
    private String license = "";

    private SpdxTagValue() {}

    static void read(String text, Document document) {
        SpdxTagValue reader = new SpdxTagValue();
        reader.read(text.replace("\r\n", "\n"));
        for (String[] relationship : reader.relationships) {
            SpdxPackage binary = reader.byId.get(relationship[0]);
            if (binary != null && relationship[1].equals(SpdxPackage.GENERATED_FROM)) {
                binary.source = reader.byId.get(relationship[2]);
            }
        }
        int index = 0;
        for (SpdxPackage listed : reader.packages) {
            listed.addTo(document, reader.licenses, "package " + ++index);
        }
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            String line = text.substring(at, end).strip();
            int colon = line.indexOf(':');
            int next = end + 1;
            if (colon > 0 && !line.startsWith("#")) {
                String value = line.substring(colon + 1).strip();
                if (value.startsWith(OPEN)) {
                    int begin = text.indexOf(OPEN, at) + OPEN.length();
                    int close = text.indexOf(CLOSE, begin);
                    close = close < 0 ? text.length() : close;
                    value = text.substring(begin, close).strip();
                    int after = text.indexOf('\n', close);
                    next = after < 0 ? text.length() : after + 1;
                }
                tag(line.substring(0, colon).strip(), value);
            }
            at = next;
        }
    }

    private void tag(String tag, String value) {
        switch (tag) {
            case "PackageName" -> {
                SpdxPackage begun = new SpdxPackage();
                begun.name = value;
                packages.add(begun);
                current = begun;
            }
            case "FileName", "SnippetSPDXID", "LicenseID" -> {
                current = null;
                license = tag.equals("LicenseID") ? value : "";
            }
            case "Relationship" -> {
                String[] words = value.split("\\s+", -1);
                if (words.length == 3) {
                    relationships.add(words);
                }
            }
            case "LicenseName" -> licenses.put(license, value);
            case "ExtractedText" -> licenses.putIfAbsent(license, value);
            default -> {
                SpdxPackage of = current;
                if (of != null) {
                    tagOfPackage(of, tag, value);
                }
            }
        }
    }

    private void tagOfPackage(SpdxPackage of, String tag, String value) {
        switch (tag) {
            case "SPDXID" -> {
                of.id = value;
                byId.putIfAbsent(value, of);
            }
            case "PackageVersion" -> of.version = value;
            case "PrimaryPackagePurpose" -> of.purpose = value;
            case "PackageSourceInfo" -> of.sourceInfo = value;
            case "PackageLicenseDeclared" -> of.declared = value;
            case "PackageLicenseConcluded" -> of.concluded = value;
            case "PackageDescription" -> of.description = value;
            case "PackageAttributionText", "AnnotationComment" -> of.remarks.add(value);
            case "PackageChecksum" -> {
                int colon = value.indexOf(':');
                if (colon > 0) {
                    of.checksums.put(
                            value.substring(0, colon).strip(),
                            value.substring(colon + 1).strip());
                }
            }
            case "ExternalRef" -> {
                String[] words = value.split("\\s+", -1);
                if (words.length >= 3 && words[1].equals("purl")) {
                    of.purls.add(words[2]);
                }
            }
            default -> {}
        }
    }
}
