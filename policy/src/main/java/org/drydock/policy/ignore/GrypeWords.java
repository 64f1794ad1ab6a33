package org.drydock.policy.ignore;

import org.drydock.core.Finding;
import org.drydock.policy.FindingFacts;

/** What Grype calls the same things. */
final class GrypeWords {
    private GrypeWords() {}

    static String type(String type) {
        return switch (type) {
            case "java" -> "java-archive";
            case "go" -> "go-module";
            case "nuget" -> "dotnet";
            case "composer" -> "php-composer";
            case "cargo" -> "rust-crate";
            default -> type;
        };
    }

    /** Empty for packages of a distribution. */
    static String language(String type) {
        return switch (type) {
            case "java", "python", "go" -> type;
            case "npm" -> "javascript";
            case "gem" -> "ruby";
            case "nuget" -> "dotnet";
            case "composer" -> "php";
            case "cargo" -> "rust";
            default -> "";
        };
    }

    /** {@code debian:12} is {@code debian:distro:debian:12}, {@code npm} is {@code github:language:javascript}. */
    static String namespace(String namespace, String type) {
        if (!language(type).isEmpty()) {
            return "github:language:" + language(type);
        }
        int colon = namespace.indexOf(':');
        return colon < 0 ? namespace : namespace.substring(0, colon) + ":distro:" + namespace;
    }

    static String fixState(Finding finding) {
        if (FindingFacts.isFixable(finding)) {
            return "fixed";
        }
        return switch (finding.status()) {
            case AFFECTED, DEFERRED -> "not-fixed";
            case WILL_NOT_FIX, END_OF_LIFE -> "wont-fix";
            case FIXED -> "fixed";
            case NOT_AFFECTED, UNDER_INVESTIGATION, UNKNOWN -> "unknown";
        };
    }
}
