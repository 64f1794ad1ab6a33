package org.drydock.vuln.feed.csaf;

import java.util.Optional;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.cpe.Cpe;
import org.drydock.vuln.feed.ProductNames;

/** The namespace of a product that packages are part of, by its CPE or, where it has none, by its name. */
final class CsafPlatforms {
    private CsafPlatforms() {}

    static Optional<String> namespace(String cpe, String name) {
        return Cpe.parse(cpe).flatMap(CsafPlatforms::ofCpe).or(() -> ProductNames.namespace(name));
    }

    private static Optional<String> ofCpe(Cpe cpe) {
        String version = cpe.version().equals(Cpe.ANY) ? "" : cpe.version();
        String both = cpe.product() + ":" + version;
        return switch (cpe.vendor()) {
            case "redhat" -> Optional.of(Namespaces.redHat(both));
            case "suse" -> {
                String words = both + (cpe.update().equals(Cpe.ANY) ? "" : ":" + cpe.update());
                String namespace = Namespaces.suse(words);
                yield namespace.startsWith("suse-product:") ? Optional.empty() : Optional.of(namespace);
            }
            case "opensuse" ->
                cpe.product().equals("leap")
                        ? Optional.of("opensuse:leap-" + version)
                        : Optional.of("opensuse:" + cpe.product());
            case "oracle" -> numbered(cpe.product().equals("linux"), "oracle-linux", version);
            case "almalinux" -> numbered(true, "almalinux", version);
            case "rocky" -> numbered(true, "rocky-linux", version);
            case "amazon" ->
                numbered(
                        cpe.product().startsWith("linux") || cpe.product().startsWith("amazon_linux"),
                        "amazon-linux",
                        version);
            default -> Optional.empty();
        };
    }

    private static Optional<String> numbered(boolean known, String family, String version) {
        int dot = version.indexOf('.');
        String major = dot < 0 ? version : version.substring(0, dot);
        return known && !major.isEmpty() ? Optional.of(family + ":" + major) : Optional.empty();
    }
}
