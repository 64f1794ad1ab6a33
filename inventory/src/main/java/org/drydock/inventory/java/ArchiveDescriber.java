package org.drydock.inventory.java;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drydock.core.LimitExceededException;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageType;

/** Says which packages one archive holds, nested archives left aside. */
final class ArchiveDescriber {
    /** Marks the parts of an instrumentation agent that are named after the library they weave into. */
    private static final String WEAVE = "Weave-Classes";

    private final MetadataReader reader;
    private final CatalogSink sink;

    ArchiveDescriber(MetadataReader reader, CatalogSink sink) {
        this.reader = reader;
        this.sink = sink;
    }

    /** @throws LimitExceededException if the budget is spent */
    void describe(ByteBuffer content, ArchiveName file, ArchiveScan scan, String innerPath) {
        JarManifest manifest = reader.manifest(scan.manifest(), innerPath);
        List<MavenDescriptor> descriptors = scan.folders().stream()
                .map(folder -> reader.descriptor(folder, innerPath))
                .filter(descriptor -> !descriptor.coordinates().artifactId().isEmpty())
                .toList();
        ArchiveIdentity identity = ArchiveIdentity.of(file, manifest, descriptors, scan);
        if (isPackage(identity, file, manifest, scan)) {
            addOwn(identity, manifest, content, innerPath);
        } else if (scan.hasClasses() && !manifest.has(WEAVE)) {
            sink.unidentified(innerPath, "Java archive " + file.fileName() + " tells no coordinates");
        }
        addShaded(identity, innerPath);
    }

    private static boolean isPackage(
            ArchiveIdentity identity, ArchiveName file, JarManifest manifest, ArchiveScan scan) {
        if (!identity.isNamed()) {
            return false;
        }
        if (identity.descriptor() != null) {
            return true;
        }
        boolean onlyBundles = identity.isByFileNameOnly() && scan.hasNested() && !scan.hasClasses();
        boolean attachment = file.isAttachment() && !scan.hasClasses();
        return !onlyBundles && !attachment && !manifest.has(WEAVE);
    }

    private void addOwn(ArchiveIdentity identity, JarManifest manifest, ByteBuffer content, String innerPath) {
        List<String> licenses = BundleLicense.names(manifest);
        MavenDescriptor descriptor = identity.descriptor();
        if (licenses.isEmpty() && descriptor != null) {
            licenses = reader.licenses(descriptor.pom(), innerPath);
        }
        add(identity.own(), identity.evidence(), Sha1.of(content), "", licenses, innerPath);
    }

    private void addShaded(ArchiveIdentity identity, String innerPath) {
        Set<Coordinates> seen = new HashSet<>(Set.of(identity.own()));
        for (MavenDescriptor shaded : identity.shaded()) {
            Coordinates coordinates = shaded.coordinates();
            if (!seen.add(coordinates)) {
                continue;
            }
            if (coordinates.version().isEmpty()) {
                sink.unidentified(innerPath, coordinates.name() + " was shaded in and tells no version");
            } else {
                add(coordinates, shaded.evidence(), "", identity.own().name(), List.of(), innerPath);
            }
        }
    }

    private void add(
            Coordinates coordinates,
            String evidence,
            String sha1,
            String shadedInto,
            List<String> licenses,
            String innerPath) {
        JavaMetadata metadata =
                new JavaMetadata(coordinates.groupId(), coordinates.artifactId(), evidence, sha1, shadedInto);
        sink.add(new CatalogedPackage(
                PackageType.JAVA, coordinates.name(), coordinates.version(), null, "", licenses, innerPath, metadata));
    }
}
