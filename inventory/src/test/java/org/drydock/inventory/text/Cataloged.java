package org.drydock.inventory.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageType;

/** What a cataloger says about one file. */
public final class Cataloged implements CatalogSink {
    private final List<CatalogedPackage> packages = new ArrayList<>();
    private final List<Distro> distros = new ArrayList<>();
    private final List<String> owned = new ArrayList<>();
    private final List<String> diagnostics = new ArrayList<>();

    public static Cataloged by(Cataloger cataloger, String path, String content) {
        return by(cataloger, path, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Cataloged by(Cataloger cataloger, String path, byte[] content) {
        Cataloged said = new Cataloged();
        ByteBuffer bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
        ImagePath at = ImagePath.parse(path).orElseThrow();
        cataloger.catalog(new CandidateFile(at, bytes, Limits.DEFAULT, ScratchSpace.inMemory()), said);
        return said;
    }

    /** Fails if a package has no name or no version. */
    public void checked() {
        for (CatalogedPackage found : packages) {
            if (found.name().isBlank() || found.version().isBlank()) {
                throw new AssertionError("a package without name or version: " + found);
            }
        }
    }

    @Override
    public void add(CatalogedPackage found) {
        packages.add(found);
    }

    @Override
    public void distro(Distro distro) {
        distros.add(distro);
    }

    @Override
    public void owns(PackageType owner, String packageName, String path) {
        owned.add(owner.word() + " " + packageName + " " + path);
    }

    @Override
    public void diagnostic(Level level, String code, String innerPlace, String message) {
        diagnostics.add(level + " " + code + innerPlace);
    }

    @Override
    public void unidentified(String innerPath, String what) {
        diagnostics.add("unidentified " + innerPath + " " + what);
    }

    public List<CatalogedPackage> packages() {
        return packages;
    }

    /** Each as {@code name version}. */
    public List<String> names() {
        return packages.stream().map(p -> p.name() + " " + p.version()).toList();
    }

    public List<Distro> distros() {
        return distros;
    }

    /** Each as {@code type package path}. */
    public List<String> owned() {
        return owned;
    }

    /** Each as {@code LEVEL code:place}. */
    public List<String> diagnostics() {
        return diagnostics;
    }
}
