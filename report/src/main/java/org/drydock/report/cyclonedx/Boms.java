package org.drydock.report.cyclonedx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.report.ImageConfig;
import org.drydock.report.JsonOutput;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;
import org.drydock.report.cyclonedx.Bom.Component;
import org.drydock.report.cyclonedx.Bom.Dependency;
import org.drydock.report.cyclonedx.Bom.Property;

/** Makes the document of a report. */
final class Boms {
    static final String TARGET_REF = "drydock:target";
    private static final int SHA1_DIGITS = 40;
    private static final int MAX_VERSION = 1024;

    private Boms() {}

    static Bom of(ScanReport report) {
        Inventory inventory = report.inventory();
        ComponentRefs refs = new ComponentRefs(inventory.packages());
        List<Component> components = new ArrayList<>();
        if (inventory.distro() != null) {
            components.add(distro(inventory.distro()));
        }
        List<Package> packages = inventory.packages();
        for (int i = 0; i < packages.size(); i++) {
            components.add(component(packages.get(i), refs.ofInstalled(i)));
        }
        return new Bom(
                report.toolVersion(),
                target(report.target()),
                components,
                dependencies(packages, refs),
                isIncomplete(inventory),
                report.vulnerabilitiesExamined() ? Vulnerabilities.of(report, refs) : null);
    }

    private static List<Dependency> dependencies(List<Package> packages, ComponentRefs refs) {
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            List<String> needs = packages.get(i).dependencies().stream()
                    .map(refs::of)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            if (!needs.isEmpty()) {
                dependencies.add(new Dependency(refs.ofInstalled(i), needs));
            }
        }
        return dependencies;
    }

    /** The serial number, made of the content, so that both notations of a document have the same. */
    static UUID serial(Bom bom) throws IOException {
        return JsonOutput.uuidOf(json -> BomJson.write(bom, new UUID(0, 0), json));
    }

    private static boolean isIncomplete(Inventory inventory) {
        return !inventory.unidentified().isEmpty()
                || inventory.diagnostics().stream().anyMatch(d -> d.level() == Diagnostic.Level.NOT_EXAMINED);
    }

    private static Component distro(Distro distro) {
        return new Component(
                "operating-system",
                "drydock:distro",
                distro.id(),
                version(distro.versionId()),
                distro.prettyName(),
                "",
                List.of(
                        new Property("drydock:distro:idLike", String.join(" ", distro.idLike())),
                        new Property("drydock:distro:codename", distro.codename())));
    }

    private static Component target(Target target) {
        ImageFacts image = target.image();
        if (image == null) {
            return new Component("file", TARGET_REF, target.name(), "", "", "", List.of());
        }
        Digest manifest = image.manifestDigest();
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("drydock:image:id", image.configDigest().toString()));
        properties.add(new Property("drydock:image:platform", image.platform()));
        image.tags().forEach(tag -> properties.add(new Property("drydock:image:tag", tag)));
        if (image.base() != null) {
            properties.add(new Property("drydock:image:base", image.base().name()));
            properties.add(new Property(
                    "drydock:image:base:layers", String.valueOf(image.base().layers())));
        }
        for (LayerFacts layer : image.layers()) {
            String prefix = "drydock:layer:" + layer.index();
            properties.add(new Property(prefix + ":diffId", layer.diffId().toString()));
            properties.add(new Property(prefix + ":createdBy", layer.createdBy()));
        }
        return new Component(
                "container",
                TARGET_REF,
                target.name(),
                manifest == null ? image.configDigest().toString() : manifest.toString(),
                "",
                manifest == null || image.tags().isEmpty()
                        ? ""
                        : purl(image.tags().getFirst(), manifest),
                properties);
    }

    /**
     * The image's package URL; empty if the tag is no reference that has one.
     *
     * @see <a href="https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md">The type oci</a>
     */
    private static String purl(String tag, Digest manifest) {
        String repository = ImageConfig.repository(tag);
        String name = repository.substring(repository.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return "";
        }
        return new Purl("oci", "", name, manifest.toString(), Map.of("repository_url", repository)).toString();
    }

    private static Component component(Package installed, String ref) {
        JavaMetadata java =
                installed.metadata() instanceof JavaMetadata metadata ? metadata : new JavaMetadata("", "", "", "", "");
        boolean named = !java.artifactId().isEmpty();
        return new Component(
                "library",
                ref,
                named ? java.groupId() : "",
                named ? java.artifactId() : installed.name(),
                version(installed.version()),
                "",
                isSha1(java.sha1()) ? java.sha1() : "",
                installed.licenses(),
                installed.purl().toString(),
                properties(installed),
                installed.locations().stream().map(Location::path).toList());
    }

    /** The version, empty if the specification does not allow it. */
    static String version(String version) {
        return version.length() <= MAX_VERSION ? version : "";
    }

    private static boolean isSha1(String text) {
        return text.length() == SHA1_DIGITS && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7f);
    }

    private static List<Property> properties(Package installed) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("drydock:package:type", installed.type().word()));
        properties.add(new Property("drydock:package:architecture", installed.architecture()));
        if (installed.source() != null) {
            properties.add(
                    new Property("drydock:source:name", installed.source().name()));
            properties.add(
                    new Property("drydock:source:version", installed.source().version()));
        }
        if (installed.owner() != null) {
            properties.add(new Property(
                    "drydock:owner",
                    installed.owner().type().word() + ":" + installed.owner().name()));
        }
        MatchingProperties.add(installed.metadata(), properties);
        for (int i = 0; i < installed.locations().size(); i++) {
            String prefix = "drydock:location:" + i;
            Location location = installed.locations().get(i);
            properties.add(new Property(prefix + ":path", location.path()));
            if (location.layer() != null) {
                properties.add(new Property(
                        prefix + ":layer", String.valueOf(location.layer().index())));
                properties.add(new Property(
                        prefix + ":diffId", location.layer().diffId().toString()));
            }
        }
        return properties;
    }
}
