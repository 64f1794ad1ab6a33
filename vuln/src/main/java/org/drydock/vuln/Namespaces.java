package org.drydock.vuln;

import java.util.Locale;

/**
 * The parts of the world that package names belong to: {@code debian:12}, {@code ubuntu:22.04}, {@code alpine:3.11},
 * {@code almalinux:9}, and the language ecosystems {@code maven}, {@code npm}, {@code pypi}, {@code go},
 * {@code rubygems}, {@code packagist}, {@code nuget}, {@code crates.io} and the like.
 */
public final class Namespaces {
    private Namespaces() {}

    /**
     * The namespace that an OSV {@code ecosystem} stands for: lower case, with the release in its shortest form.
     * {@code Debian:12} is {@code debian:12}, {@code Alpine:v3.11} is {@code alpine:3.11}, {@code Ubuntu:22.04:LTS} is
     * {@code ubuntu:22.04}, {@code AlmaLinux:9} is {@code almalinux:9}.
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
            case "ubuntu" -> {
                String plain = release.replaceFirst("^pro:", "");
                String shortened = plain.replaceFirst(":lts$", "");
                yield release.startsWith("pro:") ? family + "-pro:" + shortened : family + ":" + shortened;
            }
            case "maven", "packagist" -> family;
            default -> text;
        };
    }

    /** The name under which a package is looked up: PEP 503 for PyPI, lower case where the ecosystem ignores case. */
    public static String normaliseName(String namespace, String name) {
        int colon = namespace.indexOf(':');
        String family = colon < 0 ? namespace : namespace.substring(0, colon);
        return switch (family) {
            case "pypi" -> normalisePython(name);
            case "npm", "nuget", "packagist", "bitnami", "kubernetes", "github-actions" ->
                name.toLowerCase(Locale.ROOT);
            default -> name;
        };
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
