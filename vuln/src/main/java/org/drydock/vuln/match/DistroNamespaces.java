package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.inventory.Distro;
import org.drydock.vuln.match.PackageNamespaces.Slot;
import org.drydock.vuln.match.Question.By;

/**
 * The namespaces of a distribution. A derivative that takes over another's packages is judged as that one; one that does
 * not say which release it is built on is judged by nobody.
 */
final class DistroNamespaces {
    private static final Map<String, String> DEBIAN = Map.of(
            "stretch", "9",
            "buster", "10",
            "bullseye", "11",
            "bookworm", "12",
            "trixie", "13",
            "forky", "14",
            "duke", "15");

    private static final Map<String, String> UBUNTU = Map.of(
            "trusty", "14.04",
            "xenial", "16.04",
            "bionic", "18.04",
            "focal", "20.04",
            "jammy", "22.04",
            "noble", "24.04",
            "plucky", "25.04",
            "questing", "25.10",
            "resolute", "26.04");

    /** Which release of Alpine a release of postmarketOS is built on. */
    private static final Map<String, String> POSTMARKETOS = Map.of(
            "21.06", "3.14",
            "21.12", "3.15",
            "22.06", "3.16",
            "22.12", "3.17",
            "23.06", "3.18",
            "23.12", "3.19",
            "24.06", "3.20",
            "24.12", "3.21",
            "25.06", "3.22",
            "25.12", "3.23");

    private DistroNamespaces() {}

    static List<Slot> ofDeb(Distro distro) {
        return switch (distro.id()) {
            case "debian", "raspbian" -> debian(distro);
            case "ubuntu" -> ubuntu(distro.versionId());
            default -> {
                if (distro.idLike().contains("ubuntu") && UBUNTU.containsKey(distro.codename())) {
                    yield ubuntu(UBUNTU.getOrDefault(distro.codename(), ""));
                }
                yield distro.idLike().contains("debian") && DEBIAN.containsKey(distro.codename())
                        ? List.of(bySource("debian:" + DEBIAN.get(distro.codename())))
                        : List.of();
            }
        };
    }

    /** Testing and unstable have no version, and both have the codename of the release to come. */
    private static List<Slot> debian(Distro distro) {
        if (!distro.versionId().isEmpty()) {
            return List.of(bySource("debian:" + major(distro.versionId())));
        }
        String release = DEBIAN.getOrDefault(distro.codename(), "");
        boolean unstable =
                distro.codename().equals("sid") || distro.prettyName().endsWith("/sid");
        if (release.isEmpty()) {
            return unstable ? List.of(bySource("debian:sid")) : List.of();
        }
        return unstable
                ? List.of(bySource("debian:sid"), new Slot("debian:" + release, By.SOURCE, 1))
                : List.of(bySource("debian:" + release));
    }

    private static List<Slot> ubuntu(String release) {
        return release.isEmpty()
                ? List.of()
                : List.of(
                        bySource("ubuntu:" + release), new Slot("ubuntu-pro:" + release, By.SOURCE, Question.CHANNEL));
    }

    static List<Slot> ofApk(Distro distro) {
        return switch (distro.id()) {
            case "alpine" -> alpine(distro.versionId());
            case "postmarketos" -> {
                String version =
                        distro.versionId().startsWith("v") ? distro.versionId().substring(1) : distro.versionId();
                String alpine = POSTMARKETOS.getOrDefault(version, "");
                yield version.isEmpty() || version.equals("edge")
                        ? alpine("")
                        : alpine.isEmpty() ? List.of() : alpine(alpine);
            }
            case "wolfi", "chainguard", "minimos" -> List.of(bySource(distro.id()));
            case "alpaquita" -> List.of(bySource("alpaquita:" + major(distro.versionId())));
            default -> List.of();
        };
    }

    /** Alpine tells of fixes alone, so what is not mended yet is known from the dictionary of products only. */
    private static List<Slot> alpine(String versionId) {
        Slot unfixed = new Slot("cpe", By.CPE, 1);
        if (versionId.isEmpty() || versionId.contains("_alpha")) {
            return List.of(bySource("alpine:edge"), unfixed);
        }
        String[] parts = versionId.split("\\.", -1);
        return parts.length < 2 ? List.of() : List.of(bySource("alpine:" + parts[0] + "." + parts[1]), unfixed);
    }

    static List<Slot> ofRpm(Distro distro) {
        String version = distro.versionId();
        if (version.isEmpty()) {
            return List.of();
        }
        String major = major(version);
        return switch (distro.id()) {
            case "rhel" -> redHat(version, major);
            case "almalinux" -> rebuild("almalinux:" + major, major);
            case "rocky" -> rebuild("rocky-linux:" + major, major);
            case "scientific", "eurolinux", "cloudlinux" -> rebuild(distro.id() + ":" + major, major);
            case "centos" ->
                distro.prettyName().contains("Stream") || major.length() > 1 || major.compareTo("9") >= 0
                        ? List.of(byName("centos:" + major))
                        : rebuild("centos:" + major, major);
            case "ol" -> List.of(byName("oracle-linux:" + major));
            case "fedora" -> List.of(byName("fedora:" + major));
            case "mageia" -> List.of(bySource("mageia:" + major), byName("mageia:" + major));
            case "opensuse-leap" -> byNameAndSourceRpm("opensuse:leap-" + version);
            case "opensuse-tumbleweed" -> byNameAndSourceRpm("opensuse:tumbleweed");
            case "sles" -> byNameAndSourceRpm("suse:" + version);
            case "sle-micro", "sl-micro" -> byNameAndSourceRpm("suse-micro:" + version);
            case "amzn" -> List.of(byName("amazon-linux:" + version));
            case "photon" -> List.of(bySource("photon-os:" + version), byName("photon-os:" + version));
            case "openEuler", "openeuler" -> List.of(bySource("openeuler:" + openEuler(distro)));
            case "azurelinux", "mariner" -> List.of(bySource("azure-linux:" + major));
            default -> List.of();
        };
    }

    /** The release, and the streams of extended support of the very minor release. */
    private static List<Slot> redHat(String version, String major) {
        List<Slot> slots = new ArrayList<>();
        slots.add(byName("red-hat:" + major));
        slots.add(new Slot("red-hat:" + major, By.SOURCE_RPM, 0));
        if (!version.equals(major)) {
            for (String stream : List.of("eus", "e4s", "aus", "tus")) {
                slots.add(new Slot("red-hat-" + stream + ":" + version, By.NAME, Question.CHANNEL));
            }
        }
        return List.copyOf(slots);
    }

    /** What a rebuild says itself, and behind it what Red Hat says of the same sources. */
    private static List<Slot> rebuild(String namespace, String major) {
        return List.of(
                byName(namespace),
                new Slot("red-hat:" + major, By.NAME, 1),
                new Slot("red-hat:" + major, By.SOURCE_RPM, 1));
    }

    /** {@code 22.03-lts-sp3}; the version id has no more than {@code 22.03}, the name has {@code 22.03 (LTS-SP3)}. */
    private static String openEuler(Distro distro) {
        String name = distro.prettyName();
        int open = name.indexOf('(');
        int close = name.indexOf(')', open + 1);
        String pack = open < 0 || close < 0 ? "" : "-" + name.substring(open + 1, close);
        return (distro.versionId() + pack).toLowerCase(Locale.ROOT);
    }

    private static List<Slot> byNameAndSourceRpm(String namespace) {
        return List.of(byName(namespace), new Slot(namespace, By.SOURCE_RPM, 0));
    }

    private static Slot bySource(String namespace) {
        return new Slot(namespace, By.SOURCE, 0);
    }

    private static Slot byName(String namespace) {
        return new Slot(namespace, By.NAME, 0);
    }

    private static String major(String versionId) {
        int dot = versionId.indexOf('.');
        return dot < 0 ? versionId : versionId.substring(0, dot);
    }
}
