package org.drydock.inventory.java;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.Scratch;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageType;

/** What the cataloger says of one archive. */
final class Catalogued implements CatalogSink {
    final List<CatalogedPackage> packages = new ArrayList<>();
    final List<String> diagnostics = new ArrayList<>();
    final List<String> unidentified = new ArrayList<>();

    static Catalogued of(String path, byte[] content) {
        return of(path, content, Limits.DEFAULT);
    }

    /** Through the scratch space of real scans. */
    static Catalogued of(String path, byte[] content, Limits limits) {
        Catalogued seen = new Catalogued();
        ByteBuffer bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
        ImagePath imagePath = ImagePath.parse(path).orElseThrow();
        try (Scratch scratch = new Scratch(limits)) {
            new JavaArchiveCataloger().catalog(new CandidateFile(imagePath, bytes, limits, scratch), seen);
        }
        return seen;
    }

    /** {@code innerPath name version evidence}, with {@code < shadedInto} for shaded ones. */
    List<String> lines() {
        return packages.stream().map(Catalogued::line).toList();
    }

    private static String line(CatalogedPackage found) {
        JavaMetadata metadata = (JavaMetadata) found.metadata();
        String line = found.innerPath() + " " + found.name() + " " + found.version() + " " + metadata.evidence();
        return metadata.shadedInto().isEmpty() ? line : line + " < " + metadata.shadedInto();
    }

    @Override
    public void add(CatalogedPackage found) {
        packages.add(found);
    }

    @Override
    public void distro(Distro distro) {
        throw new AssertionError("archives tell no distribution");
    }

    @Override
    public void owns(PackageType owner, String packageName, String path) {
        throw new AssertionError("archives own no files");
    }

    @Override
    public void diagnostic(Diagnostic.Level level, String code, String innerPlace, String message) {
        diagnostics.add(level + " " + code + " " + innerPlace);
    }

    @Override
    public void unidentified(String innerPath, String what) {
        unidentified.add(innerPath + " " + what);
    }
}
