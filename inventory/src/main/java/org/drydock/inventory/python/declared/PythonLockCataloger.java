package org.drydock.inventory.python.declared;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;

/** Reads the lock files of Pipenv, Poetry, uv and PDM, and the one that they have in common. */
public final class PythonLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "python-lock";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evidence evidence() {
        return Evidence.DECLARED;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(
                new Selector.Name("Pipfile.lock"),
                new Selector.Name("poetry.lock"),
                new Selector.Name("uv.lock"),
                new Selector.Name("pdm.lock"),
                new Selector.NameMatch(PythonLockCataloger::isCommonLock));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.PYTHON, sink)) {
            switch (file.path().name()) {
                case "Pipfile.lock" -> Documents.json(file, sink).ifPresent(lock -> PythonLocks.pipenv(lock, listing));
                case "uv.lock" -> Documents.toml(file, sink).ifPresent(lock -> UvLock.read(lock, listing));
                case "poetry.lock", "pdm.lock" ->
                    Documents.toml(file, sink)
                            .ifPresent(lock ->
                                    PythonLocks.grouped(lock.get("package").elements(), listing));
                default ->
                    Documents.toml(file, sink)
                            .ifPresent(lock ->
                                    PythonLocks.grouped(lock.get("packages").elements(), listing));
            }
        }
    }

    /** {@code pylock.toml} and {@code pylock.NAME.toml}. */
    private static boolean isCommonLock(String name) {
        return name.startsWith("pylock.") && name.endsWith(".toml");
    }
}
