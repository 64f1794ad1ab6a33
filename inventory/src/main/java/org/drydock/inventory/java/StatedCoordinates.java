package org.drydock.inventory.java;

import java.util.Optional;

/** Coordinates that some build tools write into the manifest in full. */
final class StatedCoordinates {
    private StatedCoordinates() {}

    static Optional<Coordinates> of(JarManifest manifest) {
        return ivy(manifest.get("Implementation-Title"))
                .or(() -> of(manifest.get("Nar-Group"), manifest.get("Nar-Id"), manifest.get("Nar-Version")))
                .or(() -> of(manifest.get("Group-Id"), jenkinsName(manifest), manifest.get("Plugin-Version")));
    }

    /** Ivy's form, {@code com.netflix.eureka#eureka-client;1.10.1}. */
    private static Optional<Coordinates> ivy(String title) {
        int hash = title.indexOf('#');
        int semicolon = title.indexOf(';', hash + 1);
        return hash < 0 || semicolon < 0
                ? Optional.empty()
                : of(title.substring(0, hash), title.substring(hash + 1, semicolon), title.substring(semicolon + 1));
    }

    private static String jenkinsName(JarManifest manifest) {
        return manifest.has("Artifact-Id") ? manifest.get("Artifact-Id") : manifest.get("Short-Name");
    }

    private static Optional<Coordinates> of(String group, String artifact, String version) {
        Coordinates stated = new Coordinates(
                Coordinates.idOrEmpty(group), Coordinates.idOrEmpty(artifact), Coordinates.versionOrEmpty(version));
        boolean whole = !stated.groupId().isEmpty()
                && !stated.artifactId().isEmpty()
                && !stated.version().isEmpty();
        return whole ? Optional.of(stated) : Optional.empty();
    }
}
