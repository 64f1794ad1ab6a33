package org.drydock.inventory.java;

import java.util.List;
import java.util.Locale;

/**
 * What a manifest calls its archive.
 *
 * @param titles as stated, without OSGi's directives
 * @param plain the same in lower case and with dashes for underscores
 */
record ManifestTitles(List<String> titles, List<String> plain) {
    private static final List<String> ATTRIBUTES =
            List.of("Implementation-Title", "Bundle-Name", "Specification-Title", "Bundle-SymbolicName");

    ManifestTitles {
        titles = List.copyOf(titles);
        plain = List.copyOf(plain);
    }

    static ManifestTitles of(JarManifest manifest) {
        List<String> titles = ATTRIBUTES.stream()
                .map(name -> symbol(manifest.get(name)))
                .filter(title -> !title.isEmpty())
                .toList();
        return new ManifestTitles(
                titles, titles.stream().map(ManifestTitles::plain).toList());
    }

    /** Whether one of them is {@code artifact}, alone or behind a group id. */
    boolean fit(String artifact) {
        String wanted = plain(artifact);
        return !wanted.isEmpty()
                && plain.stream().anyMatch(title -> title.equals(wanted) || title.endsWith("." + wanted));
    }

    /** One that reads like an artifact id, {@code spring-context} but not {@code Apache Tomcat}; empty if none does. */
    String artifactId() {
        return titles.stream()
                .map(title -> ReverseDomain.is(title) ? title.substring(title.lastIndexOf('.') + 1) : title)
                .filter(ManifestTitles::isArtifactId)
                .findFirst()
                .orElse("");
    }

    /** Without OSGi's directives: {@code org.eclipse.osgi; singleton:=true}. */
    static String symbol(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    private static boolean isArtifactId(String label) {
        return !label.isEmpty()
                && Character.isLowerCase(label.charAt(0))
                && label.indexOf('-') > 0
                && Coordinates.idOrEmpty(label).equals(label);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
