package org.drydock.inventory.php;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads Composer's list of what it has installed, which is an array for its version 1 and an object since. Packages for
 * development are installed like others and count.
 *
 * @see <a href="https://getcomposer.org/doc/07-runtime.md#installed-versions">Installed versions</a>
 */
public final class ComposerInstalledCataloger implements Cataloger {
    @Override
    public String name() {
        return "composer-installed";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.PathEnd("composer/installed.json"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.json(file, sink).ifPresent(installed -> {
            List<JsonValue> packages =
                    installed.elements().isEmpty() ? installed.get("packages").elements() : installed.elements();
            try (PackageListing listing = ComposerPackages.listing(sink)) {
                new ComposerPackages().know(packages).list(packages, false, listing);
            }
        });
    }
}
