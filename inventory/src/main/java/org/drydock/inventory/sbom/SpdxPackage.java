package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.inventory.Distro;
import org.jspecify.annotations.Nullable;

/**
 * A package of an SPDX document, in either format. What other tools have no field for, they leave in texts: syft the
 * files in {@code sourceInfo}, Trivy the layer in annotations, Drydock its properties in annotations.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/package-information/">SPDX 2.3, package information</a>
 */
final class SpdxPackage {
    /** How a relationship from a package to its source package is called. */
    static final String GENERATED_FROM = "GENERATED_FROM";

    private static final String SYFT_INFO = "acquired package info from";
    private static final String DRYDOCK_INFO = "found at ";
    private static final String TRIVY_SOURCE = "built package from: ";

    final List<String> purls = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final Map<String, String> checksums = new TreeMap<>();
    String id = "";
    String name = "";
    String version = "";
    String purpose = "";
    String sourceInfo = "";
    String declared = "";
    String concluded = "";
    String description = "";

    @Nullable
    SpdxPackage source;

    /** Gives the package to the document; {@code named} are the licences that the document defines, by their id. */
    void addTo(Document document, Map<String, String> named, String place) {
        String purposeWord = purpose.toUpperCase(Locale.ROOT).replace('_', '-');
        if (purposeWord.equals("OPERATING-SYSTEM")) {
            document.distro(new Distro(name, List.of(), version, "", description));
            return;
        }
        boolean noSoftware =
                purposeWord.equals("CONTAINER") || purposeWord.equals("FILE") || purposeWord.equals("OTHER");
        if (purposeWord.equals("SOURCE") || (purls.isEmpty() && noSoftware)) {
            return;
        }
        Map<String, String> properties = new TreeMap<>();
        for (String remark : remarks) {
            int separator = remark.indexOf(remark.startsWith("drydock:") ? '=' : ':');
            if (separator > 0) {
                String key = remark.substring(0, separator).strip();
                properties.putIfAbsent(
                        key.startsWith("drydock:") ? key : "aquasecurity:trivy:" + key,
                        remark.substring(separator + 1).strip());
            }
        }
        document.add(new Component(
                "library",
                "",
                name,
                version,
                purls.isEmpty() ? "" : purls.getFirst(),
                licenses(named),
                withSource(properties),
                paths(),
                checksums,
                place));
    }

    private Map<String, String> withSource(Map<String, String> properties) {
        if (source != null) {
            properties.putIfAbsent("drydock:source:name", source.name);
            properties.putIfAbsent("drydock:source:version", source.version);
        }
        if (sourceInfo.startsWith(TRIVY_SOURCE)) {
            String[] words = sourceInfo.substring(TRIVY_SOURCE.length()).strip().split(" ", 2);
            if (words.length == 2) {
                properties.putIfAbsent("aquasecurity:trivy:SrcName", words[0]);
                properties.putIfAbsent("aquasecurity:trivy:SrcVersion", words[1]);
            }
        }
        return properties;
    }

    private List<String> paths() {
        if (sourceInfo.startsWith(DRYDOCK_INFO)) {
            return List.of(sourceInfo.substring(DRYDOCK_INFO.length()).split(", ", -1));
        }
        int colon = sourceInfo.indexOf(": ");
        if (!sourceInfo.startsWith(SYFT_INFO) || colon < 0) {
            return List.of();
        }
        return java.util.Arrays.stream(sourceInfo.substring(colon + 2).split(", ", -1))
                .filter(path -> path.startsWith("/"))
                .toList();
    }

    private List<String> licenses(Map<String, String> named) {
        String stated = isSaid(declared) ? declared : isSaid(concluded) ? concluded : "";
        List<String> licenses = new ArrayList<>();
        if (stated.isEmpty()) {
            return licenses;
        }
        boolean conjunction = !stated.contains(" OR ") && !stated.contains("(");
        for (String part : conjunction ? stated.split(" AND ", -1) : new String[] {stated}) {
            licenses.add(named.getOrDefault(part.strip(), part.strip()));
        }
        return licenses;
    }

    private static boolean isSaid(String expression) {
        return !expression.isEmpty() && !expression.equals("NOASSERTION") && !expression.equals("NONE");
    }
}
