package org.drydock.inventory.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive is, and what was shaded into it.
 *
 * @param own what is known of its own coordinates; artifact id or version may be empty
 * @param evidence {@code pom.properties}, {@code pom.xml}, {@code manifest} or {@code file-name}
 * @param descriptor its own descriptor, null if it has none
 * @param shaded the descriptors of other artifacts in it
 */
record ArchiveIdentity(
        Coordinates own, String evidence, @Nullable MavenDescriptor descriptor, List<MavenDescriptor> shaded) {
    private static final String MANIFEST = "manifest";
    private static final String FILE_NAME = "file-name";

    ArchiveIdentity {
        shaded = List.copyOf(shaded);
    }

    static ArchiveIdentity of(
            ArchiveName file, JarManifest manifest, List<MavenDescriptor> descriptors, ArchiveScan scan) {
        MavenDescriptor descriptor = OwnDescriptor.choose(file, manifest, descriptors);
        if (descriptor == null) {
            ManifestCoordinates stated = ManifestCoordinates.of(file, manifest, scan);
            String evidence = stated.inManifest() ? MANIFEST : FILE_NAME;
            return new ArchiveIdentity(stated.coordinates(), evidence, null, descriptors);
        }
        Coordinates own = descriptor.coordinates();
        if (own.version().isEmpty()) {
            String version = ManifestVersion.of(file, manifest).version();
            own = new Coordinates(own.groupId(), own.artifactId(), version);
        }
        List<MavenDescriptor> shaded = descriptors.stream()
                .filter(d -> !d.coordinates().equals(descriptor.coordinates()))
                .toList();
        return new ArchiveIdentity(own, descriptor.evidence(), descriptor, shaded);
    }

    /** Whether a name and a version are known. */
    boolean isNamed() {
        return !own.artifactId().isEmpty() && !own.version().isEmpty();
    }

    boolean isByFileNameOnly() {
        return evidence.equals(FILE_NAME);
    }
}
