package org.drydock.report.spdx;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;
import org.drydock.report.PlainText;
import org.drydock.report.SpdxLicences;

/** Makes expressions of what packages state as their licences, and lists those that are none of SPDX's. */
final class Licences {
    static final String NOASSERTION = "NOASSERTION";
    private static final int HASH_BYTES = 4;
    private static final int LONGEST_WORD = 60;

    private final Map<String, String> extracted = new TreeMap<>();

    /** All the licences a package states, which hold together. */
    String expression(List<String> stated) {
        List<String> parts = new ArrayList<>();
        for (String licence : stated) {
            if (!licence.isBlank()) {
                String part = part(licence.strip());
                if (!parts.contains(part)) {
                    parts.add(part);
                }
            }
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return parts.isEmpty()
                ? NOASSERTION
                : String.join(
                        " AND ",
                        parts.stream()
                                .map(part -> part.contains(" ") ? "(" + part + ")" : part)
                                .toList());
    }

    private String part(String licence) {
        if (SpdxLicences.isExpression(licence)) {
            return licence;
        }
        String id = "LicenseRef-" + word(licence) + "-"
                + HexFormat.of().formatHex(PackageIndex.sha256(licence), 0, HASH_BYTES);
        extracted.putIfAbsent(id, licence);
        return id;
    }

    /** What of a text may stand in an id: letters, digits, points and hyphens. */
    private static String word(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < LONGEST_WORD; i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            if (plain) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        String word = out.toString().replaceFirst("-$", "");
        return word.isEmpty() ? "stated" : word;
    }

    void write(JsonWriter json) {
        if (!extracted.isEmpty()) {
            json.array("hasExtractedLicensingInfos");
            extracted.forEach((id, text) -> {
                json.object().member("licenseId", id).member("name", PlainText.clean(text, true));
                json.member("extractedText", text);
                json.member("comment", "The text is what the package states as its licence.")
                        .endObject();
            });
            json.endArray();
        }
    }
}
