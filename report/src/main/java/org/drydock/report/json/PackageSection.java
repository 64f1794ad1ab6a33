package org.drydock.report.json;

import java.util.List;
import org.drydock.core.Location;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.None;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;

/** One element of {@code packages}. */
final class PackageSection {
    private PackageSection() {}

    static void write(Package installed, JsonWriter json) {
        json.object().member("id", PackageIndex.id(PackageIndex.subjectOf(installed)));
        json.member("type", installed.type().word());
        json.member("name", installed.name()).member("version", installed.version());
        json.member("purl", installed.purl().toString());
        json.memberIfPresent("architecture", installed.architecture());
        if (installed.source() != null) {
            json.object("source").member("name", installed.source().name());
            json.member("version", installed.source().version()).endObject();
        }
        json.strings("licenses", installed.licenses());
        locations(installed.locations(), json);
        if (installed.owner() != null) {
            json.object("owner").member("type", installed.owner().type().word());
            json.member("name", installed.owner().name()).endObject();
        }
        metadata(installed.metadata(), json);
        json.endObject();
    }

    static void locations(List<Location> locations, JsonWriter json) {
        json.array("locations");
        locations.forEach(location -> {
            json.object();
            members(location, json);
            json.endObject();
        });
        json.endArray();
    }

    static void location(String name, Location location, JsonWriter json) {
        json.object(name);
        members(location, json);
        json.endObject();
    }

    private static void members(Location location, JsonWriter json) {
        json.member("path", location.path());
        if (location.layer() != null) {
            json.member("layer", location.layer().index());
        }
        if (location.line() > 0) {
            json.member("line", location.line());
        }
    }

    private static void metadata(PackageMetadata metadata, JsonWriter json) {
        if (metadata instanceof DebMetadata deb) {
            json.object("deb").member("maintainer", deb.maintainer()).endObject();
            return;
        }
        switch (metadata) {
            case None _, DebMetadata _ -> {}
            case RpmMetadata rpm -> rpm(rpm, json);
            case JavaMetadata java -> {
                json.object("java").member("groupId", java.groupId()).member("artifactId", java.artifactId());
                json.member("evidence", java.evidence());
                json.memberIfPresent("sha1", java.sha1()).memberIfPresent("shadedInto", java.shadedInto());
                json.endObject();
            }
            case GoMetadata go -> {
                json.object("go").member("goVersion", go.goVersion()).member("mainModule", go.mainModule());
                json.memberIfPresent("h1", go.h1()).endObject();
            }
            case BinaryMetadata binary -> {
                json.object("binary").strings("products", binary.products());
                json.member("confidence", binary.confidence());
                json.strings("evidence", binary.evidence()).endObject();
            }
        }
    }

    private static void rpm(RpmMetadata rpm, JsonWriter json) {
        json.object("rpm");
        if (rpm.epoch() != null) {
            json.member("epoch", rpm.epoch());
        }
        json.member("version", rpm.version()).member("release", rpm.release());
        if (rpm.modularity() != null) {
            json.member("modularity", rpm.modularity());
        }
        json.member("vendor", rpm.vendor()).member("sourceRpm", rpm.sourceRpm());
        json.endObject();
    }
}
