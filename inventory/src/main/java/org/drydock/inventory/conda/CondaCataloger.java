package org.drydock.inventory.conda;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;

/**
 * Reads what conda notes of each package that it installed into an environment.
 *
 * @see <a href="https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html">Conda packages</a>
 */
public final class CondaCataloger implements Cataloger {
    @Override
    public String name() {
        return "conda";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.InDirectory("conda-meta"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (!file.path().name().endsWith(".json")) {
            return;
        }
        Documents.json(file, sink).ifPresent(record -> {
            try (PackageListing listing = new PackageListing(PackageType.CONDA, sink)) {
                listing.add(record.get("name").text(""), record.get("version").text(""))
                        .architecture(record.get("subdir").text(""))
                        .license(record.get("license").text(""));
            }
        });
    }
}
