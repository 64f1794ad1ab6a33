package org.drydock.inventory.php;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the lock file of Composer.
 *
 * @see <a href="https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control">
 *     composer.lock</a>
 */
public final class ComposerLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "composer-lock";
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
        return List.of(new Selector.Name("composer.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.json(file, sink).ifPresent(lock -> {
            List<JsonValue> running = lock.get("packages").elements();
            List<JsonValue> developing = lock.get("packages-dev").elements();
            ComposerPackages packages = new ComposerPackages().know(running).know(developing);
            try (PackageListing listing = ComposerPackages.listing(sink)) {
                packages.list(running, false, listing);
                packages.list(developing, true, listing);
            }
        });
    }
}
