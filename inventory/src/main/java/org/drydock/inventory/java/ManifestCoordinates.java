package org.drydock.inventory.java;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The coordinates of an archive that holds none of Maven's descriptors of its own, from what its manifest, its name and
 * its content say together.
 *
 * @param coordinates parts that nothing tells are empty
 * @param inManifest whether the manifest tells name or version
 */
record ManifestCoordinates(Coordinates coordinates, boolean inManifest) {
    private static final List<String> TITLES =
            List.of("Implementation-Title", "Bundle-Name", "Specification-Title", "Bundle-SymbolicName");

    /** Names that a group id can lie in, best first. */
    private static final List<String> QUALIFIED_NAMES = List.of(
            "Bundle-SymbolicName", "Automatic-Module-Name", "Implementation-Title", "Bundle-Name", "Extension-Name");

    private static final String VENDOR = "Implementation-Vendor-Id";

    static ManifestCoordinates of(ArchiveName file, JarManifest manifest, ArchiveScan scan) {
        Optional<Coordinates> stated = StatedCoordinates.of(manifest);
        if (stated.isPresent()) {
            return new ManifestCoordinates(stated.get(), true);
        }
        ManifestVersion version = ManifestVersion.of(file, manifest);
        boolean titled = fitsTitle(file.artifact(), manifest);
        boolean trusted = titled || (!file.version().isEmpty() && file.version().equals(version.version()));
        String title = trusted ? "" : artifactTitle(manifest);
        String artifact = title.isEmpty() ? Coordinates.idOrEmpty(file.artifact()) : title;
        String group = artifact.isEmpty() ? "" : group(artifact, version.version(), manifest, scan);
        return new ManifestCoordinates(
                new Coordinates(group, artifact, version.version()),
                titled || !title.isEmpty() || version.inManifest());
    }

    /** Whether the manifest calls the archive {@code artifact}, alone or behind a group id. */
    static boolean fitsTitle(String artifact, JarManifest manifest) {
        String wanted = plain(artifact);
        return !wanted.isEmpty()
                && TITLES.stream()
                        .map(name -> plain(symbol(manifest.get(name))))
                        .anyMatch(title -> title.equals(wanted) || title.endsWith("." + wanted));
    }

    /** A title that reads like an artifact id: {@code spring-context}, not {@code Apache Tomcat}. */
    private static String artifactTitle(JarManifest manifest) {
        for (String name : TITLES) {
            String title = symbol(manifest.get(name));
            String label = ReverseDomain.is(title) ? title.substring(title.lastIndexOf('.') + 1) : title;
            boolean plainWord = !label.isEmpty() && Character.isLowerCase(label.charAt(0));
            if (plainWord
                    && label.indexOf('-') > 0
                    && Coordinates.idOrEmpty(label).equals(label)) {
                return label;
            }
        }
        return "";
    }

    private static String group(String artifact, String version, JarManifest manifest, ArchiveScan scan) {
        for (String pair : scan.nativeImages()) {
            if (pair.endsWith("/" + artifact)) {
                return Coordinates.idOrEmpty(pair.substring(0, pair.indexOf('/')));
            }
        }
        String known = KnownGroups.of(artifact, version);
        if (!known.isEmpty()) {
            return known;
        }
        String qualified = QUALIFIED_NAMES.stream()
                .map(name -> ReverseDomain.groupInName(symbol(manifest.get(name)), artifact))
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse("");
        String vendor = manifest.get(VENDOR);
        if (ReverseDomain.is(vendor) && !qualified.startsWith(vendor)) {
            return vendor;
        }
        return qualified.isEmpty() ? ReverseDomain.groupInPackage(scan.commonPackage(), artifact) : qualified;
    }

    /** Without OSGi's directives: {@code org.eclipse.osgi; singleton:=true}. */
    private static String symbol(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
