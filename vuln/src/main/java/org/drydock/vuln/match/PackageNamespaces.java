package org.drydock.vuln.match;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * In which namespace, and under which name and version, advisories speak of a package.
 *
 * <p>Debian, Ubuntu and Alpine speak of source packages and their versions; distributions of rpm packages speak of binary
 * packages.
 */
final class PackageNamespaces {
    private static final Map<String, String> DEBIAN_RELEASES = Map.of(
            "stretch", "9",
            "buster", "10",
            "bullseye", "11",
            "bookworm", "12",
            "trixie", "13",
            "forky", "14",
            "sid", "sid");

    private PackageNamespaces() {}

    /**
     * What to ask the store for.
     *
     * @param bySource whether {@code name} is the source package's
     */
    record Question(String namespace, String name, String version, boolean bySource) {}

    /** The question for a package; empty if its distribution is not known. */
    static Optional<Question> of(Package subject, @Nullable Distro distro) {
        return switch (subject.type()) {
            case DEB -> debian(distro).map(namespace -> bySource(subject, namespace));
            case APK -> alpine(distro).map(namespace -> bySource(subject, namespace));
            case RPM -> rpm(distro).map(namespace -> new Question(namespace, subject.name(), subject.version(), false));
            case JAVA -> Optional.of(language("maven", subject));
            case NPM -> Optional.of(language("npm", subject));
            case PYTHON -> Optional.of(language("pypi", subject));
            case GO -> Optional.of(language("go", subject));
            case RUBYGEMS -> Optional.of(language("rubygems", subject));
            case NUGET -> Optional.of(language("nuget", subject));
            case PACKAGIST -> Optional.of(language("packagist", subject));
            case CRATES -> Optional.of(language("crates.io", subject));
        };
    }

    /** What is missing where there is no question: the namespace that cannot be told, for diagnostics. */
    static String unknown(PackageType type, @Nullable Distro distro) {
        return distro == null
                ? type.word() + " packages of a distribution that no file names"
                : type.word() + " packages of " + distro.prettyName();
    }

    private static Question bySource(Package subject, String namespace) {
        var source = subject.source();
        return source == null
                ? new Question(namespace, subject.name(), subject.version(), false)
                : new Question(
                        namespace,
                        source.name(),
                        source.version(),
                        !source.name().equals(subject.name()));
    }

    private static Question language(String namespace, Package subject) {
        return new Question(
                namespace,
                org.drydock.vuln.Namespaces.normaliseName(namespace, subject.name()),
                subject.version(),
                false);
    }

    private static Optional<String> debian(@Nullable Distro distro) {
        if (distro == null) {
            return Optional.empty();
        }
        return switch (distro.id()) {
            case "debian", "raspbian" -> {
                String release = distro.versionId().isEmpty()
                        ? DEBIAN_RELEASES.getOrDefault(distro.codename().toLowerCase(Locale.ROOT), "")
                        : major(distro.versionId());
                yield release.isEmpty() ? Optional.empty() : Optional.of("debian:" + release);
            }
            case "ubuntu" -> Optional.of("ubuntu:" + distro.versionId());
            default -> Optional.empty();
        };
    }

    private static Optional<String> alpine(@Nullable Distro distro) {
        if (distro == null) {
            return Optional.empty();
        }
        return switch (distro.id()) {
            case "alpine", "postmarketos" -> {
                if (distro.versionId().isEmpty() || distro.versionId().contains("_alpha")) {
                    yield Optional.of("alpine:edge");
                }
                String[] parts = distro.versionId().split("\\.", -1);
                yield parts.length < 2 ? Optional.empty() : Optional.of("alpine:" + parts[0] + "." + parts[1]);
            }
            case "wolfi", "chainguard" -> Optional.of(distro.id());
            default -> Optional.empty();
        };
    }

    private static Optional<String> rpm(@Nullable Distro distro) {
        if (distro == null || distro.versionId().isEmpty()) {
            return Optional.empty();
        }
        String major = major(distro.versionId());
        return switch (distro.id()) {
            case "almalinux" -> Optional.of("almalinux:" + major);
            case "rocky" -> Optional.of("rocky-linux:" + major);
            case "opensuse-leap" -> Optional.of("opensuse:leap-" + distro.versionId());
            case "fedora" -> Optional.of("fedora:" + major);
            case "mageia" -> Optional.of("mageia:" + major);
            case "photon" -> Optional.of("photon-os:" + distro.versionId());
            case "rhel" -> Optional.of("red-hat:" + major);
            case "centos" -> Optional.of("centos:" + major);
            case "ol" -> Optional.of("oracle-linux:" + major);
            case "amzn" -> Optional.of("amazon-linux:" + distro.versionId());
            case "azurelinux", "mariner" -> Optional.of("azure-linux:" + major);
            case "sles" -> Optional.of("suse:" + distro.versionId());
            default -> Optional.empty();
        };
    }

    private static String major(String versionId) {
        int dot = versionId.indexOf('.');
        return dot < 0 ? versionId : versionId.substring(0, dot);
    }
}
