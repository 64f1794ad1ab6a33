package org.drydock.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drydock.core.Purl;

/**
 * Package URLs of packages, by the rules of their types.
 *
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst">purl types</a>
 */
public final class Purls {
    private Purls() {}

    /** The package URL of a package on a distribution. */
    public static Purl of(CatalogedPackage found, Optional<Distro> distro) {
        return switch (found.type()) {
            case DEB, APK -> operatingSystem(found, distro, found.version(), new TreeMap<>());
            case RPM -> rpm(found, distro);
            case JAVA -> java(found);
            case NPM, PACKAGIST -> {
                int slash = found.name().lastIndexOf('/');
                yield slash > 0
                        ? purl(
                                found,
                                found.name().substring(0, slash),
                                found.name().substring(slash + 1))
                        : purl(found, "", found.name());
            }
            case GO -> {
                int slash = found.name().lastIndexOf('/');
                yield slash > 0
                        ? purl(
                                found,
                                found.name().substring(0, slash),
                                found.name().substring(slash + 1))
                        : purl(found, "", found.name());
            }
            case PYTHON -> purl(found, "", found.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case RUBYGEMS, NUGET, CRATES -> purl(found, "", found.name());
        };
    }

    private static Purl purl(CatalogedPackage found, String namespace, String name) {
        return new Purl(found.type().purlType(), namespace, name, found.version());
    }

    private static Purl java(CatalogedPackage found) {
        int colon = found.name().indexOf(':');
        return colon > 0
                ? purl(found, found.name().substring(0, colon), found.name().substring(colon + 1))
                : purl(found, "", found.name());
    }

    private static Purl rpm(CatalogedPackage found, Optional<Distro> distro) {
        Map<String, String> qualifiers = new TreeMap<>();
        String version = found.version();
        if (found.metadata() instanceof PackageMetadata.RpmMetadata rpm) {
            version = rpm.version() + (rpm.release().isEmpty() ? "" : "-" + rpm.release());
            Integer epoch = rpm.epoch();
            if (epoch != null) {
                qualifiers.put("epoch", epoch.toString());
            }
        }
        return operatingSystem(found, distro, version, qualifiers);
    }

    private static Purl operatingSystem(
            CatalogedPackage found, Optional<Distro> distro, String version, Map<String, String> qualifiers) {
        if (!found.architecture().isEmpty()) {
            qualifiers.put("arch", found.architecture());
        }
        distro.ifPresent(
                d -> qualifiers.put("distro", d.versionId().isEmpty() ? d.id() : d.id() + "-" + d.versionId()));
        String namespace = distro.map(Distro::id).orElse("");
        return new Purl(found.type().purlType(), namespace, found.name(), version, qualifiers);
    }
}
