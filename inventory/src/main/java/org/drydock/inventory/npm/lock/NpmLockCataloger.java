package org.drydock.inventory.npm.lock;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;

/** Reads the lock files of npm, Yarn, pnpm, Bun and Deno. */
public final class NpmLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "npm-lock";
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
                new Selector.Name("package-lock.json"),
                new Selector.Name("npm-shrinkwrap.json"),
                new Selector.Name("yarn.lock"),
                new Selector.Name("pnpm-lock.yaml"),
                new Selector.Name("bun.lock"),
                new Selector.Name("deno.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (("/" + file.path().parent().value() + "/").contains("/node_modules/")) {
            return;
        }
        try (PackageListing listing = new PackageListing(PackageType.NPM, sink)) {
            switch (file.path().name()) {
                case "yarn.lock" -> YarnLock.read(file, sink, listing);
                case "pnpm-lock.yaml" -> PnpmLock.read(Documents.yaml(file, sink), listing);
                case "bun.lock" -> BunLock.read(file, sink, listing);
                case "deno.lock" -> Documents.json(file, sink).ifPresent(lock -> DenoLock.read(lock, listing));
                default -> Documents.json(file, sink).ifPresent(lock -> PackageLock.read(lock, listing));
            }
        }
    }
}
