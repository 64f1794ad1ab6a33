package org.drydock.inventory.java;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/**
 * Names the archives of Java programs by their Maven coordinates: jar, war, ear and their like, all archives nested in
 * them, and what was shaded into them. The content tells before the file name does; see {@link OwnDescriptor} and
 * {@link ManifestCoordinates} for the order.
 */
public final class JavaArchiveCataloger implements Cataloger {
    @Override
    public String name() {
        return "java-archive";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Selector> selectors() {
        return ArchiveExtensions.ALL.stream()
                .<Selector>map(Selector.Extension::new)
                .toList();
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (ArchiveWalk walk = new ArchiveWalk(file, sink)) {
            walk.examine();
        }
    }
}
