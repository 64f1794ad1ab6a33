package org.drydock.report.trivy;

import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.inventory.PackageType;

/** Trivy's words for the same things. */
final class TrivyNames {
    private TrivyNames() {}

    /** The type of a result with packages of a language. */
    static String type(PackageType type) {
        return switch (type) {
            case CONDA -> "conda-pkg";
            case WORDPRESS_PLUGIN -> "wordpress";
            case DEB,
                    APK,
                    RPM,
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
                    PACMAN,
                    PORTAGE,
                    NIX,
                    SNAP,
                    BREW,
                    JVM,
                    BINARY,
                    ML_MODEL -> type.word();
            case JAVA -> "jar";
            case NPM -> "node-pkg";
            case PYTHON -> "python-pkg";
            case GO -> "gobinary";
            case RUBYGEMS -> "gemspec";
            case NUGET -> "dotnet-core";
            case PACKAGIST -> "composer-vendor";
            case CRATES -> "rustbinary";
        };
    }

    /** What stands for all files of a language together; empty where each file is a result of its own. */
    static String collective(PackageType type) {
        return switch (type) {
            case JAVA -> "Java";
            case NPM -> "Node.js";
            case PYTHON -> "Python";
            case RUBYGEMS -> "Ruby";
            case CONDA -> "Conda";
            case DEB,
                    APK,
                    RPM,
                    GO,
                    NUGET,
                    PACKAGIST,
                    CRATES,
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
                    PORTAGE,
                    NIX,
                    SNAP,
                    BREW,
                    JVM,
                    BINARY,
                    ML_MODEL -> "";
        };
    }

    /** The family of a distribution, by the id in its {@code os-release}. */
    static String family(String id) {
        return switch (id) {
            case "almalinux" -> "alma";
            case "rhel" -> "redhat";
            case "ol" -> "oracle";
            case "amzn" -> "amazon";
            case "mariner" -> "cbl-mariner";
            default -> id;
        };
    }

    /** Trivy has no word below low. */
    static String severity(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> "UNKNOWN";
            case NEGLIGIBLE, LOW -> "LOW";
            case MEDIUM -> "MEDIUM";
            case HIGH -> "HIGH";
            case CRITICAL -> "CRITICAL";
        };
    }

    /** The status; whatever has a fix is {@code fixed}, which says that a fix is to be had. */
    static String status(Status status, boolean hasFix) {
        if (hasFix) {
            return "fixed";
        }
        return switch (status) {
            case DEFERRED -> "fix_deferred";
            case AFFECTED, FIXED, NOT_AFFECTED, WILL_NOT_FIX, END_OF_LIFE, UNDER_INVESTIGATION, UNKNOWN ->
                status.word().replace('-', '_');
        };
    }
}
