package org.drydock.report.spdx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Digest;
import org.drydock.core.Purl;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.SourcePackage;
import org.drydock.report.PackageIndex;
import org.drydock.report.ScanReport;
import org.jspecify.annotations.Nullable;

/** What a document describes: the target, its distribution, its packages, and what these were built from. */
record SpdxPackages(List<Described> all) {
    static final String TARGET = "SPDXRef-Target";
    private static final int ID_BYTES = 8;

    SpdxPackages {
        all = List.copyOf(all);
    }

    /**
     * One package of the document.
     *
     * @param purpose a word of SPDX
     * @param installed null if it is none of the inventory's
     * @param purl empty if it has none
     * @param sha256 64 hex digits, or empty
     * @param contained whether the target contains it
     * @param source the id of what it was built from, empty if that is not known
     */
    record Described(
            String id,
            String name,
            String version,
            String purpose,
            @Nullable Package installed,
            String purl,
            String sha256,
            boolean contained,
            String source) {}

    static SpdxPackages of(ScanReport report) {
        List<Described> all = new ArrayList<>();
        all.add(target(report.target()));
        Distro distro = report.inventory().distro();
        if (distro != null) {
            all.add(new Described(
                    "SPDXRef-Distro",
                    orUnnamed(distro.id()),
                    distro.versionId(),
                    "OPERATING_SYSTEM",
                    null,
                    "",
                    "",
                    true,
                    ""));
        }
        Map<String, Described> sources = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Package installed : report.inventory().packages()) {
            Described source = source(installed);
            if (source != null) {
                sources.putIfAbsent(source.id(), source);
            }
            all.add(installed(installed, source == null ? "" : source.id(), taken));
        }
        all.addAll(sources.values());
        return new SpdxPackages(all);
    }

    private static Described target(ScanReport.Target target) {
        ScanReport.ImageFacts image = target.image();
        if (image == null) {
            return new Described(TARGET, orUnnamed(target.name()), "", "OTHER", null, "", "", false, "");
        }
        Digest digest = image.manifestDigest() == null ? image.configDigest() : image.manifestDigest();
        return new Described(
                TARGET,
                orUnnamed(target.name()),
                digest.toString(),
                "CONTAINER",
                null,
                "",
                digest.algorithm().equals("sha256") ? digest.hex() : "",
                false,
                "");
    }

    private static Described installed(Package installed, String source, Set<String> taken) {
        String wanted =
                "SPDXRef-Package-" + installed.type().word() + "-" + PackageIndex.id(PackageIndex.subjectOf(installed));
        String id = wanted;
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + "-" + n;
        }
        return new Described(
                id,
                orUnnamed(installed.name()),
                installed.version(),
                "LIBRARY",
                installed,
                installed.purl().toString(),
                "",
                true,
                source);
    }

    /** The source package, null if it is not known. */
    private static @Nullable Described source(Package installed) {
        SourcePackage source = installed.source();
        if (source == null || source.name().isBlank()) {
            return null;
        }
        Purl purl = installed.purl();
        String of = new Purl(purl.type(), purl.namespace(), source.name(), source.version(), Map.of("arch", "source"))
                .toString();
        String id = "SPDXRef-Source-" + installed.type().word() + "-"
                + HexFormat.of().formatHex(PackageIndex.sha256(of), 0, ID_BYTES);
        return new Described(id, source.name(), source.version(), "SOURCE", null, of, "", false, "");
    }

    static String orUnnamed(String name) {
        return name.isEmpty() ? "unnamed" : name;
    }
}
