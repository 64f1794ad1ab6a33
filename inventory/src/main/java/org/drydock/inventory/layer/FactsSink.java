package org.drydock.inventory.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageType;

/** Gathers what catalogers say of one file. */
final class FactsSink implements CatalogSink {
    private final ImagePath path;
    private final List<CatalogedPackage> packages = new ArrayList<>();
    private final List<Distro> distros = new ArrayList<>();
    private final TreeMap<Owner, PathSet.Builder> owned = new TreeMap<>();
    private final List<FileFacts.Unnamed> unidentified = new ArrayList<>();
    private final BoundedDiagnostics diagnostics = new BoundedDiagnostics();

    private record Owner(PackageType type, String name) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : name.compareTo(other.name);
        }
    }

    FactsSink(ImagePath path) {
        this.path = path;
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
    public void owns(PackageType owner, String packageName, String ownedPath) {
        owned.computeIfAbsent(new Owner(owner, packageName), _ -> new PathSet.Builder())
                .add(PathHash.ofOwned(ownedPath));
    }

    @Override
    public void diagnostic(Diagnostic.Level level, String code, String innerPlace, String message) {
        diagnostics.add(new Diagnostic(level, code, path + innerPlace, message));
    }

    @Override
    public void unidentified(String innerPath, String what) {
        unidentified.add(new FileFacts.Unnamed(innerPath, what));
    }

    FileFacts facts() {
        List<FileFacts.Ownership> ownerships = new ArrayList<>();
        owned.forEach((owner, paths) -> ownerships.add(new FileFacts.Ownership(owner.type, owner.name, paths.build())));
        return new FileFacts(path, packages, distros, ownerships, unidentified, diagnostics.list());
    }
}
