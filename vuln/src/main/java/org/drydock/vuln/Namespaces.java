package org.drydock.vuln;

import java.util.Locale;
import java.util.Optional;
import org.drydock.inventory.PackageType;

/**
 * The parts of the world that package names belong to. These are all there are:
 *
 * <table>
 *   <caption>Namespaces</caption>
 *   <tr><td>{@code debian:12}, {@code debian:sid}</td><td>source packages</td></tr>
 *   <tr><td>{@code ubuntu:22.04}, {@code ubuntu-pro:16.04}</td><td>source packages; the second also with what ESM mends.
 *       {@code ubuntu-pro-fips:22.04} and the like are Pro's other streams</td></tr>
 *   <tr><td>{@code alpine:3.19}, {@code alpine:edge}, {@code wolfi}, {@code chainguard}, {@code minimos},
 *       {@code alpaquita:23}</td><td>source packages</td></tr>
 *   <tr><td>{@code red-hat:9}, {@code red-hat-eus:9.4}, {@code red-hat-e4s:9.0}, {@code red-hat-aus:8.2},
 *       {@code red-hat-tus:8.6}, {@code red-hat-els:7}</td><td>the base release and the streams of extended
 *       support</td></tr>
 *   <tr><td>{@code red-hat-product:openshift:4.16}</td><td>any other product, as its CPE names it</td></tr>
 *   <tr><td>{@code almalinux:9}, {@code rocky-linux:9}, {@code centos:7}, {@code oracle-linux:9}, {@code epel:9},
 *       {@code fedora:40}, {@code mageia:9}</td><td>by major release. Mageia's OSV records name source packages, its
 *       repositories binary ones</td></tr>
 *   <tr><td>{@code amazon-linux:2023}, {@code amazon-linux:2}, {@code amazon-linux:2018.03}</td><td>the last is Amazon
 *       Linux 1</td></tr>
 *   <tr><td>{@code suse:15.5}, {@code suse-micro:5.5}, {@code opensuse:leap-15.5},
 *       {@code opensuse:tumbleweed}</td><td>{@code suse} holds every module of a service pack, and long term
 *       support</td></tr>
 *   <tr><td>{@code photon-os:5.0}, {@code azure-linux:3}, {@code openeuler:22.03-lts-sp3}</td><td>source packages;
 *       Azure Linux 2 was named Mariner</td></tr>
 *   <tr><td>{@code maven}, {@code npm}, {@code pypi}, {@code go}, {@code rubygems}, {@code packagist}, {@code nuget},
 *       {@code crates.io}, {@code hex}, {@code pub}, {@code swifturl}, {@code github-actions}, {@code bitnami},
 *       {@code kubernetes} and the like</td><td>languages and catalogues, as OSV names them, in lower case</td></tr>
 *   <tr><td>{@code cpe}</td><td>products of the National Vulnerability Database; the name is
 *       {@code vendor:product}</td></tr>
 * </table>
 *
 * <p>Where nothing else is said, names of rpm packages are those of binary packages; a statement about a source package
 * and all that is built of it has the name that {@link #sourcePackage} gives, and a version of the source package. Red
 * Hat speaks of both.
 */
public final class Namespaces {
    /** Products by their CPE, named {@code vendor:product}. */
    public static final String CPE = "cpe";

    private static final String SOURCE = "src:";

    private Namespaces() {}

    /**
     * The namespace that an OSV {@code ecosystem} stands for: lower case, with the release in its shortest form.
     * {@code Debian:12} is {@code debian:12}, {@code Alpine:v3.11} is {@code alpine:3.11}, {@code Ubuntu:22.04:LTS} is
     * {@code ubuntu:22.04}, {@code Red Hat:rhel_eus:9.4::appstream} is {@code red-hat-eus:9.4}.
     *
     * @see <a href="https://ossf.github.io/osv-schema/#defined-ecosystems">OSV ecosystems</a>
     */
    public static String ofOsvEcosystem(String ecosystem) {
        String text = ecosystem.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        String family = text.substring(0, colon);
        String release = text.substring(colon + 1);
        return switch (family) {
            case "alpine" -> family + ":" + (release.startsWith("v") ? release.substring(1) : release);
            case "ubuntu" -> ubuntu(release);
            case "red-hat" -> redHat(release);
            case "suse" -> suse(release.replace('-', ' '));
            case "maven", "packagist" -> family;
            default -> text;
        };
    }

    /**
     * The namespace of what follows the vendor in a CPE of Red Hat: {@code enterprise_linux:9::appstream} is
     * {@code red-hat:9}, {@code rhel_eus:9.4} is {@code red-hat-eus:9.4}, {@code openshift:4.16::el9} is
     * {@code red-hat-product:openshift:4.16}.
     */
    public static String redHat(String productAndVersion) {
        String[] parts = productAndVersion.toLowerCase(Locale.ROOT).split(":", -1);
        String product = parts[0];
        String version = parts.length > 1 ? parts[1] : "";
        if (parts.length == 1) {
            return "red-hat:" + product;
        }
        return switch (product) {
            case "enterprise_linux" -> "red-hat:" + major(version);
            case "rhel_eus", "rhel_e4s", "rhel_aus", "rhel_tus" -> "red-hat-" + product.substring(5) + ":" + version;
            case "rhel_els" -> "red-hat-els:" + major(version);
            default -> "red-hat-product:" + product + (version.isEmpty() ? "" : ":" + version);
        };
    }

    /**
     * The namespace of a product of SUSE by its name or its CPE in words: the release and the service pack are the last
     * two numbers, whichever module or edition they are of. {@code Linux Enterprise Module for Basesystem 15 SP5} is
     * {@code suse:15.5}.
     */
    public static String suse(String product) {
        String text = product.toLowerCase(Locale.ROOT).strip();
        String release = "";
        String pack = "";
        boolean micro = false;
        boolean linux = text.contains("linux enterprise") || text.contains("package hub");
        for (String word : text.split("[ :_-]+", -1)) {
            micro |= word.equals("micro") || word.equals("microos");
            linux |= micro || word.startsWith("sle");
            if (!word.isEmpty() && word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
                release = word;
                pack = "";
            } else if (word.startsWith("sp") && word.length() > 2 && !release.isEmpty()) {
                pack = word.substring(2);
            }
        }
        if (release.isEmpty() || !linux) {
            return "suse-product:" + text.replace(' ', '-');
        }
        return (micro ? "suse-micro:" : "suse:") + release + (pack.isEmpty() ? "" : "." + pack);
    }

    /**
     * The name under which statements about a source package of a distribution with rpm packages are found. Where the
     * namespace is one of source packages altogether, it is just {@code name}.
     */
    public static String sourcePackage(String name) {
        return SOURCE + name;
    }

    /** The namespace of a language's packages; empty for those of distributions, and where nobody publishes advisories. */
    public static Optional<String> ofLanguage(PackageType type) {
        return Optional.of(
                        switch (type) {
                            case JAVA -> "maven";
                            case NPM -> "npm";
                            case PYTHON -> "pypi";
                            case GO -> "go";
                            case RUBYGEMS -> "rubygems";
                            case NUGET -> "nuget";
                            case PACKAGIST -> "packagist";
                            case CRATES -> "crates.io";
                            case HEX -> "hex";
                            case PUB -> "pub";
                            case SWIFT -> "swifturl";
                            case CONAN -> "conancenter";
                            case HACKAGE -> "hackage";
                            case CRAN -> "cran";
                            case OPAM -> "opam";
                            case JULIA -> "julia";
                            case GITHUB_ACTIONS -> "github-actions";
                            case DEB,
                                    APK,
                                    RPM,
                                    COCOAPODS,
                                    LUAROCKS,
                                    PEAR,
                                    OTP,
                                    TERRAFORM,
                                    WORDPRESS_PLUGIN,
                                    PACMAN,
                                    PORTAGE,
                                    NIX,
                                    SNAP,
                                    CONDA,
                                    BREW,
                                    JVM,
                                    BINARY,
                                    ML_MODEL -> "";
                        })
                .filter(namespace -> !namespace.isEmpty());
    }

    /** The name under which a package is looked up: PEP 503 for PyPI, lower case where the ecosystem ignores case. */
    public static String normaliseName(String namespace, String name) {
        return switch (family(namespace)) {
            case "pypi" -> normalisePython(name);
            case "npm", "nuget", "packagist", "bitnami", "kubernetes", "github-actions", "hex", "pub", CPE ->
                name.toLowerCase(Locale.ROOT);
            case "swifturl" -> normaliseSwift(name);
            default -> name;
        };
    }

    /** The part before the release, for example {@code debian}. */
    public static String family(String namespace) {
        int colon = namespace.indexOf(':');
        return colon < 0 ? namespace : namespace.substring(0, colon);
    }

    private static String ubuntu(String release) {
        String[] parts = release.split(":", -1);
        StringBuilder family = new StringBuilder("ubuntu");
        String number = "";
        for (String part : parts) {
            if (!part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9') {
                number = part;
            } else if (!part.equals("lts")) {
                family.append('-').append(part);
            }
        }
        return family + ":" + number;
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static String normaliseSwift(String name) {
        String bare = name.startsWith("https://") ? name.substring("https://".length()) : name;
        return bare.endsWith(".git") ? bare.substring(0, bare.length() - ".git".length()) : bare;
    }

    /**
     * Lower case, with every run of {@code -}, {@code _} and {@code .} as one {@code -}.
     *
     * @see <a href="https://peps.python.org/pep-0503/#normalized-names">PEP 503</a>
     */
    private static String normalisePython(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean separator = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                separator = true;
                continue;
            }
            if (separator && !out.isEmpty()) {
                out.append('-');
            }
            separator = false;
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}
