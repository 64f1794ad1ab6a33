package org.drydock.report.cyclonedx;

import java.util.List;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.None;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.report.cyclonedx.Bom.Property;

/** Facts that CycloneDX has no place for, so that a document can be scanned like the target it was made of. */
final class MatchingProperties {
    private MatchingProperties() {}

    static void add(PackageMetadata metadata, List<Property> properties) {
        switch (metadata) {
            case None _ -> {}
            case DebMetadata deb -> properties.add(new Property("drydock:deb:maintainer", deb.maintainer()));
            case RpmMetadata rpm -> {
                String modularity = rpm.modularity();
                if (modularity != null) {
                    properties.add(
                            modularity.isEmpty()
                                    ? new Property("drydock:rpm:modular", "false")
                                    : new Property("drydock:rpm:modularity", modularity));
                }
                properties.add(new Property("drydock:rpm:vendor", rpm.vendor()));
                properties.add(new Property("drydock:rpm:sourceRpm", rpm.sourceRpm()));
            }
            case JavaMetadata java -> {
                properties.add(new Property("drydock:java:evidence", java.evidence()));
                properties.add(new Property("drydock:java:shadedInto", java.shadedInto()));
            }
            case GoMetadata go -> {
                properties.add(new Property("drydock:go:version", go.goVersion()));
                properties.add(new Property("drydock:go:main", go.mainModule() ? "true" : ""));
                properties.add(new Property("drydock:go:h1", go.h1()));
            }
            case BinaryMetadata binary -> {
                properties.add(new Property("drydock:binary:products", String.join(" ", binary.products())));
                properties.add(new Property("drydock:binary:confidence", binary.confidence()));
            }
        }
    }
}
