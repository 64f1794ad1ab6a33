package org.drydock.vuln.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every scheme there is, and which part of the world uses which. */
public final class VersionSchemes {
    public static final VersionScheme DPKG = new DpkgScheme();
    public static final VersionScheme APK = new ApkScheme();
    public static final VersionScheme RPM = new RpmScheme();
    public static final VersionScheme MAVEN = new MavenScheme();
    public static final VersionScheme SEMVER = new SemverScheme();
    public static final VersionScheme PEP440 = new Pep440Scheme();
    public static final VersionScheme GO = new GoScheme();
    public static final VersionScheme GEM = new GemScheme();
    public static final VersionScheme NUGET = new NugetScheme();
    public static final VersionScheme COMPOSER = new ComposerScheme();
    public static final VersionScheme BITNAMI = new BitnamiScheme();
    public static final VersionScheme DOTTED = new DottedScheme();

    /**
     * Which keys the schemes make. It rises when any scheme makes another key of any version, since stores keep keys; those
     * of another revision are not compared.
     */
    public static final int KEYS_REVISION = 2;

    private static final List<VersionScheme> ALL =
            List.of(DPKG, APK, RPM, MAVEN, SEMVER, PEP440, GO, GEM, NUGET, COMPOSER, BITNAMI, DOTTED);
    private static final Map<String, VersionScheme> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(VersionScheme::id, Function.identity()));

    private VersionSchemes() {}

    public static List<VersionScheme> all() {
        return ALL;
    }

    /** The scheme of that {@link VersionScheme#id}, empty if there is none. */
    public static Optional<VersionScheme> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The scheme of a namespace as {@link org.drydock.vuln.Namespaces} writes it, whatever its release. Empty if it is
     * not known how its versions are ordered; a match must then be reported as unknown.
     */
    public static Optional<VersionScheme> forNamespace(String namespace) {
        int colon = namespace.indexOf(':');
        String family = (colon < 0 ? namespace : namespace.substring(0, colon)).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (family) {
                    case "debian", "ubuntu", "ubuntu-pro", "raspbian", "echo" -> DPKG;
                    case "alpine",
                            "wolfi",
                            "chainguard",
                            "minimos",
                            "postmarketos",
                            "alpaquita",
                            "bellsoft-hardened-containers" -> APK;
                    case "maven" -> MAVEN;
                    case "pypi" -> PEP440;
                    case "go", "golang" -> GO;
                    case "rubygems", "gem" -> GEM;
                    case "nuget" -> NUGET;
                    case "packagist", "composer" -> COMPOSER;
                    case "bitnami" -> BITNAMI;
                    // products of every kind: the order that takes any text and reads 1.1.1k as people do
                    case "cpe" -> RPM;
                    case "hackage", "cran" -> DOTTED;
                    case "opam" -> DPKG;
                    case "npm",
                            "crates.io",
                            "cargo",
                            "hex",
                            "pub",
                            "swift",
                            "swifturl",
                            "conancenter",
                            "github-actions",
                            "julia",
                            "kubernetes" -> SEMVER;
                    default -> family.startsWith("ubuntu-pro-") ? DPKG : isRpm(family) ? RPM : null;
                });
    }

    private static boolean isRpm(String family) {
        return switch (family) {
            case "almalinux",
                    "alma",
                    "rocky",
                    "rocky-linux",
                    "redhat",
                    "red-hat",
                    "red-hat-eus",
                    "red-hat-e4s",
                    "red-hat-aus",
                    "red-hat-tus",
                    "rhel",
                    "centos",
                    "fedora",
                    "epel",
                    "oracle",
                    "oracle-linux",
                    "oraclelinux",
                    "ol",
                    "amazon",
                    "amazon-linux",
                    "amazonlinux",
                    "amzn",
                    "suse",
                    "sles",
                    "sle",
                    "photon",
                    "photon-os",
                    "azure-linux",
                    "azurelinux",
                    "mariner",
                    "cbl-mariner",
                    "openeuler",
                    "mageia" -> true;
            default -> family.startsWith("opensuse") || family.startsWith("red-hat-") || family.startsWith("suse-");
        };
    }
}
