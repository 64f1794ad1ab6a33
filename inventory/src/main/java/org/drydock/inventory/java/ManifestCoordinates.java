package org.drydock.inventory.java;

import java.util.List;
import java.util.Optional;

/**
 * The coordinates of an archive that holds none of Maven's descriptors of its own, from what its manifest, its name and
 * its content say together.
 *
 * @param coordinates parts that nothing tells are empty
 * @param inManifest whether the manifest tells name or version
 */
record ManifestCoordinates(Coordinates coordinates, boolean inManifest) {
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
        ManifestTitles titles = ManifestTitles.of(manifest);
        boolean titled = titles.fit(file.artifact());
        boolean trusted = titled || (!file.version().isEmpty() && file.version().equals(version.version()));
        String title = trusted ? "" : titles.artifactId();
        String artifact = title.isEmpty() ? Coordinates.idOrEmpty(file.artifact()) : title;
        String group = factualGroup(artifact, version.version(), scan);
        boolean named = titled || !title.isEmpty() || !file.version().isEmpty();
        if (group.isEmpty() && !artifact.isEmpty()) {
            group = likelyGroup(artifact, named, manifest, scan);
        }
        return new ManifestCoordinates(
                new Coordinates(group, artifact, version.version()),
                titled || !title.isEmpty() || version.inManifest());
    }

    private static String factualGroup(String artifact, String version, ArchiveScan scan) {
        for (String pair : scan.nativeImages()) {
            if (pair.endsWith("/" + artifact)) {
                return Coordinates.idOrEmpty(pair.substring(0, pair.indexOf('/')));
            }
        }
        return KnownGroups.of(artifact, version);
    }

    /**
     * By the habits of naming.
     *
     * @param named whether the artifact has more than a file's chance name; if not, only names that mention it count
     */
    private static String likelyGroup(String artifact, boolean named, JarManifest manifest, ArchiveScan scan) {
        String qualified = QUALIFIED_NAMES.stream()
                .map(name -> ManifestTitles.symbol(manifest.get(name)))
                .filter(name -> named || ReverseDomain.mentions(name, artifact))
                .map(name -> ReverseDomain.groupInName(name, artifact))
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse("");
        String vendor = manifest.get(VENDOR);
        if (named && ReverseDomain.is(vendor) && !qualified.startsWith(vendor)) {
            return vendor;
        }
        return qualified.isEmpty() ? ReverseDomain.groupInPackage(scan.commonPackage(), artifact) : qualified;
    }
}
