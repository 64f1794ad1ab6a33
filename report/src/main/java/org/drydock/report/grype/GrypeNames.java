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
        };
    }

    static String language(PackageType type) {
        return switch (type) {
            case DEB, APK, RPM -> "";
            case JAVA -> "java";
            case NPM -> "javascript";
            case PYTHON -> "python";
            case GO -> "go";
            case RUBYGEMS -> "ruby";
            case NUGET -> "dotnet";
            case PACKAGIST -> "php";
            case CRATES -> "rust";
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
            case PACKAGIST -> "stock-matcher";
            case CRATES -> "rust-matcher";
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
            case NPM, NUGET, PACKAGIST, CRATES -> "semver";
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
