package org.drydock.report.grype;

import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.inventory.PackageType;

/** Grype's words for the same things. */
final class GrypeNames {
    private GrypeNames() {}

    static String type(PackageType type) {
        return switch (type) {
            case DEB -> "deb";
            case APK -> "apk";
            case RPM -> "rpm";
            case JAVA -> "java-archive";
            case NPM -> "npm";
            case PYTHON -> "python";
            case GO -> "go-module";
            case RUBYGEMS -> "gem";
            case NUGET -> "dotnet";
            case PACKAGIST -> "php-composer";
            case CRATES -> "rust-crate";
            case HEX -> "hex";
            case PUB -> "dart-pub";
            case SWIFT -> "swift";
            case COCOAPODS -> "pod";
            case CONAN -> "conan";
            case HACKAGE -> "hackage";
            case CRAN -> "R-package";
            case LUAROCKS -> "lua-rocks";
            case OPAM -> "opam";
            case JULIA -> "julia";
            case PEAR -> "php-pear";
            case OTP -> "erlang-otp";
            case TERRAFORM -> "terraform";
            case GITHUB_ACTIONS -> "github-action";
            case WORDPRESS_PLUGIN -> "wordpress-plugin";
            case PACMAN -> "alpm";
            case PORTAGE -> "portage";
            case NIX -> "nix";
            case SNAP -> "snap";
            case CONDA -> "conda";
            case BREW -> "homebrew";
            case JVM, BINARY -> "binary";
            case ML_MODEL -> "model";
        };
    }

    static String language(PackageType type) {
        return switch (type) {
            case DEB, APK, RPM, TERRAFORM, GITHUB_ACTIONS, PACMAN, PORTAGE, NIX, SNAP, CONDA, BREW, BINARY, ML_MODEL ->
                "";
            case JAVA, JVM -> "java";
            case NPM -> "javascript";
            case PYTHON -> "python";
            case GO -> "go";
            case RUBYGEMS -> "ruby";
            case NUGET -> "dotnet";
            case PACKAGIST, PEAR, WORDPRESS_PLUGIN -> "php";
            case CRATES -> "rust";
            case HEX -> "elixir";
            case PUB -> "dart";
            case SWIFT, COCOAPODS -> "swift";
            case CONAN -> "c++";
            case HACKAGE -> "haskell";
            case CRAN -> "R";
            case LUAROCKS -> "lua";
            case OPAM -> "ocaml";
            case JULIA -> "julia";
            case OTP -> "erlang";
        };
    }

    static String matcher(PackageType type) {
        return switch (type) {
            case DEB -> "dpkg-matcher";
            case APK -> "apk-matcher";
            case RPM -> "rpm-matcher";
            case JAVA -> "java-matcher";
            case NPM -> "javascript-matcher";
            case PYTHON -> "python-matcher";
            case GO -> "go-module-matcher";
            case RUBYGEMS -> "ruby-gem-matcher";
            case NUGET -> "dotnet-matcher";
            case PORTAGE -> "portage-matcher";
            case JVM -> "jvm-matcher";
            case CRATES -> "rust-matcher";
            case PACKAGIST,
                    HEX,
                    PUB,
                    SWIFT,
                    COCOAPODS,
                    CONAN,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    PEAR,
                    OTP,
                    TERRAFORM,
                    GITHUB_ACTIONS,
                    WORDPRESS_PLUGIN,
                    PACMAN,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    BINARY,
                    ML_MODEL -> "stock-matcher";
        };
    }

    /** The version scheme, as it stands behind a range. */
    static String scheme(PackageType type) {
        return switch (type) {
            case DEB -> "deb";
            case APK -> "apk";
            case RPM -> "rpm";
            case JAVA -> "maven";
            case PYTHON -> "python";
            case GO -> "go";
            case RUBYGEMS -> "gem";
            case PACMAN -> "pacman";
            case PORTAGE -> "portage";
            case JVM -> "jvm";
            case NPM, NUGET, PACKAGIST, CRATES, HEX, PUB, SWIFT, CONAN, JULIA, TERRAFORM, GITHUB_ACTIONS -> "semver";
            case COCOAPODS,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    PEAR,
                    OTP,
                    WORDPRESS_PLUGIN,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    BINARY,
                    ML_MODEL -> "fuzzy";
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> "Unknown";
            case NEGLIGIBLE -> "Negligible";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }

    static String fixState(Status status, boolean hasFix) {
        if (hasFix) {
            return "fixed";
        }
        return switch (status) {
            case AFFECTED, DEFERRED -> "not-fixed";
            case WILL_NOT_FIX, END_OF_LIFE -> "wont-fix";
            case FIXED -> "fixed";
            case NOT_AFFECTED, UNDER_INVESTIGATION, UNKNOWN -> "unknown";
        };
    }

    /** {@code debian:12} is {@code debian:distro:debian:12}, {@code npm} is {@code github:language:javascript}. */
    static String namespace(String namespace, PackageType type) {
        if (!type.isOperatingSystem()) {
            return "github:language:" + language(type);
        }
        int colon = namespace.indexOf(':');
        return colon < 0 ? namespace : namespace.substring(0, colon) + ":distro:" + namespace;
    }

    static String distro(String id) {
        return switch (id) {
            case "rhel" -> "redhat";
            case "amzn" -> "amazonlinux";
            case "ol" -> "oraclelinux";
            case "rocky" -> "rockylinux";
            case "arch" -> "archlinux";
            default -> id;
        };
    }
}
