package org.drydock.report.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.Inventory.Unidentified;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.None;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.report.PackageIndex;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackageSection} writes. */
final class PackageReader {
    private final Map<Integer, LayerOrigin> layers = new HashMap<>();

    PackageReader(@Nullable ImageFacts image) {
        for (LayerFacts layer : image == null ? List.<LayerFacts>of() : image.layers()) {
            layers.put(layer.index(), new LayerOrigin(layer.index(), layer.diffId(), layer.createdBy()));
        }
    }

    Package installed(Member installed) {
        Member source = installed.get("source");
        Member owner = installed.get("owner");
        return new Package(
                type(installed.get("type")),
                installed.get("name").text(),
                installed.get("version").text(),
                purl(installed.get("purl")),
                source.isAbsent()
                        ? null
                        : new SourcePackage(
                                source.get("name").text(), source.get("version").text()),
                installed.get("architecture").optionalText(),
                installed.get("licenses").texts(),
                locations(installed.get("locations")),
                owner.isAbsent()
                        ? null
                        : new Package.Owner(
                                type(owner.get("type")), owner.get("name").text()),
                metadata(installed));
    }

    Unidentified unidentified(Member software) {
        return new Unidentified(
                location(software.get("location")), software.get("what").text());
    }

    List<Location> locations(Member locations) {
        List<Location> all = locations.elements().stream().map(this::location).toList();
        if (all.isEmpty()) {
            throw locations.wrong("at least one place was expected");
        }
        return all;
    }

    Location location(Member location) {
        Member layer = location.get("layer");
        Member line = location.get("line");
        return new Location(
                location.get("path").text(),
                layer.isAbsent() ? null : layer(layer),
                line.isAbsent() ? 0 : line.integer());
    }

    private LayerOrigin layer(Member index) {
        LayerOrigin layer = layers.get(index.integer());
        if (layer == null) {
            throw index.wrong("no such layer in target/image/layers");
        }
        return layer;
    }

    static Purl purl(Member purl) {
        try {
            return Purl.parse(purl.text());
        } catch (IllegalArgumentException e) {
            throw purl.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static PackageType type(Member type) {
        return PackageIndex.typeOf(type.text()).orElseThrow(() -> type.wrong("no such type: " + type.text()));
    }

    private static PackageMetadata metadata(Member installed) {
        Member deb = installed.get("deb");
        if (!deb.isAbsent()) {
            return new DebMetadata(deb.get("maintainer").text());
        }
        Member rpm = installed.get("rpm");
        if (!rpm.isAbsent()) {
            Member epoch = rpm.get("epoch");
            return new RpmMetadata(
                    epoch.isAbsent() ? null : epoch.integer(),
                    rpm.get("version").text(),
                    rpm.get("release").text(),
                    rpm.get("modularity").textOrNull(),
                    rpm.get("vendor").text(),
                    rpm.get("sourceRpm").text());
        }
        Member java = installed.get("java");
        if (!java.isAbsent()) {
            return new JavaMetadata(
                    java.get("groupId").text(),
                    java.get("artifactId").text(),
                    java.get("evidence").text(),
                    java.get("sha1").optionalText(),
                    java.get("shadedInto").optionalText());
        }
        Member binary = installed.get("binary");
        if (!binary.isAbsent()) {
            return new BinaryMetadata(
                    binary.get("products").texts(),
                    BinaryMetadata.isCertain(binary.get("confidence").text()),
                    binary.get("evidence").texts());
        }
        Member go = installed.get("go");
        return go.isAbsent()
                ? new None()
                : new GoMetadata(
                        go.get("goVersion").text(),
                        go.get("mainModule").isTrue(),
                        go.get("h1").optionalText());
    }
}
