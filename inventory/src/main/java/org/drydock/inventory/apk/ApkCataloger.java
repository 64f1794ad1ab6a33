package org.drydock.inventory.apk;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/**
 * Reads the database of apk-tools: which packages are installed, what they were built from, and which files they own.
 *
 * @see <a href="https://wiki.alpinelinux.org/wiki/Apk_spec">The apk format</a>
 */
public final class ApkCataloger implements Cataloger {
    @Override
    public String name() {
        return "apk";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Path("lib/apk/db/installed"), new Selector.Path("usr/lib/apk/db/installed"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        new InstalledFile(file, sink).read();
    }
}
