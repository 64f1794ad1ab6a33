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
            case DEB, APK, PACMAN -> operatingSystem(found, distro, found.version(), new TreeMap<>());
            case RPM -> rpm(found, distro);
            case JAVA -> java(found);
            case NPM, PACKAGIST, GO, TERRAFORM, GITHUB_ACTIONS, PEAR, CONAN, PORTAGE -> spaced(found, found.name());
            case SWIFT -> spaced(found, withoutGit(found.name()));
            case HEX, PUB -> spaced(found, found.name().toLowerCase(Locale.ROOT));
            case ML_MODEL ->
                found.name().indexOf('/') > 0
                        ? spaced(found, found.name())
                        : new Purl("generic", "", found.name(), found.version());
            case PYTHON -> purl(found, "", found.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case RUBYGEMS,
                    NUGET,
                    CRATES,
                    COCOAPODS,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    OTP,
                    WORDPRESS_PLUGIN,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    BINARY -> purl(found, "", found.name());
        };
    }

    /** All before the last slash is the namespace. */
    private static Purl spaced(CatalogedPackage found, String name) {
        int slash = name.lastIndexOf('/');
        return slash > 0 && slash < name.length() - 1
                ? purl(found, name.substring(0, slash), name.substring(slash + 1))
                : purl(found, "", name);
    }

    private static String withoutGit(String repository) {
        return repository.endsWith(".git")
                ? repository.substring(0, repository.length() - ".git".length())
                : repository;
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
