package org.drydock.report.grype;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Subject.PackageSubject;
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
import org.drydock.json.JsonWriter;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.jspecify.annotations.Nullable;

/** The member {@code artifact} of a match: the package. */
final class GrypeArtifact {
    private GrypeArtifact() {}

    static void write(PackageVulnerability v, PackageType type, JsonWriter json) {
        PackageSubject subject = v.subject();
        Package installed = v.installed();
        json.object("artifact").member("id", PackageIndex.id(subject));
        json.member("name", name(subject, type)).member("version", subject.version());
        json.member("type", GrypeNames.type(type));
        locations(subject.locations(), json);
        json.member("language", GrypeNames.language(type));
        json.strings("licenses", installed == null ? List.of() : installed.licenses());
        json.strings("cpes", List.of()).member("purl", subject.purl().toString());
        upstreams(subject, installed == null ? null : installed.source(), json);
        metadata(subject, installed == null ? new None() : installed.metadata(), json);
        json.endObject();
    }

    /** Java packages go by the artifact id alone. */
    private static String name(PackageSubject subject, PackageType type) {
        return type == PackageType.JAVA
                ? subject.name().substring(subject.name().lastIndexOf(':') + 1)
                : subject.name();
    }

    /** The files, an archive standing for what is in it. */
    private static void locations(List<Location> locations, JsonWriter json) {
        record Place(String path, @Nullable LayerOrigin layer) {}
        Set<Place> places = new LinkedHashSet<>();
        locations.forEach(l -> places.add(new Place(outermost(l.path()), l.layer())));
        json.array("locations");
        for (Place place : places) {
            json.object().member("path", place.path());
            if (place.layer() != null) {
                json.member("layerID", place.layer().diffId().toString());
            }
            json.member("accessPath", place.path()).endObject();
        }
        json.endArray();
    }

    private static String outermost(String path) {
        int inner = path.indexOf("!/");
        return inner < 0 ? path : path.substring(0, inner);
    }

    private static void upstreams(PackageSubject subject, @Nullable SourcePackage source, JsonWriter json) {
        json.array("upstreams");
        if (source != null) {
            boolean sameVersion = source.version().equals(subject.version());
            if (!sameVersion || !source.name().equals(subject.name())) {
                json.object().member("name", source.name());
                json.memberIfPresent("version", sameVersion ? "" : source.version());
                json.endObject();
            }
        }
        json.endArray();
    }

    private static void metadata(PackageSubject subject, PackageMetadata metadata, JsonWriter json) {
        switch (metadata) {
            case None _, DebMetadata _, BinaryMetadata _ -> {}
            case RpmMetadata rpm -> {
                json.member("metadataType", "RpmMetadata").object("metadata");
                if (rpm.epoch() == null) {
                    json.nullMember("epoch");
                } else {
                    json.member("epoch", rpm.epoch());
                }
                if (rpm.modularity() == null) {
                    json.nullMember("modularityLabel");
                } else {
                    json.member("modularityLabel", rpm.modularity());
                }
                json.endObject();
            }
            case JavaMetadata java -> java(subject, java, json);
            case GoMetadata go -> {
                json.member("metadataType", "GolangBinMetadata").object("metadata");
                json.memberIfPresent("goCompiledVersion", go.goVersion()).memberIfPresent("h1Digest", go.h1());
                json.endObject();
            }
        }
    }

    private static void java(PackageSubject subject, JavaMetadata java, JsonWriter json) {
        json.member("metadataType", "JavaMetadata").object("metadata");
        json.member("virtualPath", subject.locations().getFirst().path().replace("!/", ":"));
        json.member("pomArtifactID", java.artifactId()).member("pomGroupID", java.groupId());
        json.member("manifestName", "").array("archiveDigests");
        if (!java.sha1().isEmpty()) {
            json.object().member("algorithm", "sha1").member("value", java.sha1());
            json.endObject();
        }
        json.endArray().endObject();
    }
}
