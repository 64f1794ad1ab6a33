package org.drydock.report.cyclonedx;

import java.util.List;
import java.util.Set;
import org.drydock.core.Location;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.json.JsonWriter;

/** One package as an element of {@code components}. */
final class ComponentSection {
    private static final int SHA1_DIGITS = 40;
    private static final int MAX_VERSION = 1024;

    /** The SPDX licence ids that are common enough to be told from other words; all others are given as names. */
    private static final Set<String> SPDX = Set.of(
            "0BSD",
            "AFL-2.1",
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "Apache-1.1",
            "Apache-2.0",
            "Artistic-1.0",
            "Artistic-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "BSL-1.0",
            "BlueOak-1.0.0",
            "CC-BY-3.0",
            "CC-BY-4.0",
            "CC0-1.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MIT-0",
            "MPL-1.1",
            "MPL-2.0",
            "OpenSSL",
            "PSF-2.0",
            "Python-2.0",
            "Ruby",
            "Unlicense",
            "W3C",
            "WTFPL",
            "Zlib",
            "curl");

    private ComponentSection() {}

    static void write(Package installed, String ref, JsonWriter json) {
        json.object().member("type", "library").member("bom-ref", ref);
        names(installed, json);
        if (isVersion(installed.version())) {
            json.member("version", installed.version());
        }
        hashes(installed, json);
        licenses(installed.licenses(), json);
        json.member("purl", installed.purl().toString());
        properties(installed, json);
        occurrences(installed.locations(), json);
        json.endObject();
    }

    private static void names(Package installed, JsonWriter json) {
        if (installed.metadata() instanceof JavaMetadata java
                && !java.artifactId().isEmpty()) {
            json.memberIfPresent("group", java.groupId()).member("name", java.artifactId());
        } else {
            json.member("name", installed.name());
        }
    }

    /** Whether the specification allows such a version. */
    static boolean isVersion(String version) {
        return !version.isEmpty() && version.length() <= MAX_VERSION;
    }

    private static void hashes(Package installed, JsonWriter json) {
        if (installed.metadata() instanceof JavaMetadata java && isSha1(java.sha1())) {
            json.array("hashes").object().member("alg", "SHA-1").member("content", java.sha1());
            json.endObject().endArray();
        }
    }

    private static boolean isSha1(String text) {
        return text.length() == SHA1_DIGITS && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7f);
    }

    private static void licenses(List<String> licenses, JsonWriter json) {
        if (licenses.isEmpty()) {
            return;
        }
        json.array("licenses");
        for (String license : licenses) {
            json.object().object("license").member(SPDX.contains(license) ? "id" : "name", license);
            json.endObject().endObject();
        }
        json.endArray();
    }

    private static void properties(Package installed, JsonWriter json) {
        json.array("properties");
        TargetSection.property("drydock:package:type", installed.type().word(), json);
        TargetSection.property("drydock:package:architecture", installed.architecture(), json);
        if (installed.source() != null) {
            TargetSection.property("drydock:source:name", installed.source().name(), json);
            TargetSection.property("drydock:source:version", installed.source().version(), json);
        }
        if (installed.owner() != null) {
            TargetSection.property(
                    "drydock:owner",
                    installed.owner().type().word() + ":" + installed.owner().name(),
                    json);
        }
        for (int i = 0; i < installed.locations().size(); i++) {
            location("drydock:location:" + i, installed.locations().get(i), json);
        }
        json.endArray();
    }

    private static void location(String prefix, Location location, JsonWriter json) {
        TargetSection.property(prefix + ":path", location.path(), json);
        if (location.layer() != null) {
            TargetSection.property(
                    prefix + ":layer", String.valueOf(location.layer().index()), json);
            TargetSection.property(prefix + ":diffId", location.layer().diffId().toString(), json);
        }
    }

    private static void occurrences(List<Location> locations, JsonWriter json) {
        json.object("evidence").array("occurrences");
        for (Location location : locations) {
            json.object().member("location", location.path()).endObject();
        }
        json.endArray().endObject();
    }
}
