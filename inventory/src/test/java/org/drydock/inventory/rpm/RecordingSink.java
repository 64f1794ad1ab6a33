package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageType;

/** Keeps what the cataloger said about one file. */
final class RecordingSink implements CatalogSink {
    final List<CatalogedPackage> packages = new ArrayList<>();
    final List<String> owned = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    static RecordingSink catalog(String path, byte[] content) {
        return catalog(path, content, Limits.DEFAULT);
    }

    static RecordingSink catalog(String path, byte[] content, Limits limits) {
        RecordingSink sink = new RecordingSink();
        new RpmCataloger().catalog(file(path, content, limits), sink);
        return sink;
    }

    static CandidateFile file(String path, byte[] content, Limits limits) {
        ByteBuffer bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
        return new CandidateFile(new ImagePath(path), bytes, limits, ScratchSpace.inMemory());
    }

    /** Each package as {@code name version}, in the order given. */
    List<String> names() {
        return packages.stream().map(p -> p.name() + " " + p.version()).toList();
    }

    List<String> codes() {
        return diagnostics.stream().map(Diagnostic::code).distinct().toList();
    }

    @Override
    public void add(CatalogedPackage found) {
        packages.add(found);
    }

    @Override
    public void distro(Distro distro) {
        throw new AssertionError("a package database tells no distribution");
    }

    @Override
    public void owns(PackageType owner, String packageName, String path) {
        if (owner != PackageType.RPM) {
            throw new AssertionError(owner);
        }
        owned.add(packageName + " " + path);
    }

    @Override
    public void diagnostic(Diagnostic.Level level, String code, String innerPlace, String message) {
        diagnostics.add(new Diagnostic(level, code, innerPlace, message));
    }

    @Override
    public void unidentified(String innerPath, String what) {
        throw new AssertionError("nothing here is unidentified");
    }
}
