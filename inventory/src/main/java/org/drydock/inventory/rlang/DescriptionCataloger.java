package org.drydock.inventory.rlang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the {@code DESCRIPTION} of installed R packages, which R marks with {@code Built}; without it, it is that of a
 * source.
 *
 * @see <a href="https://cran.r-project.org/doc/manuals/r-release/R-exts.html#The-DESCRIPTION-file">Writing R
 *     Extensions</a>
 */
public final class DescriptionCataloger implements Cataloger {
    private static final int MAX_BYTES = 1 << 20;

    @Override
    public String name() {
        return "r-description";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("DESCRIPTION"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (!Documents.fits(file, MAX_BYTES, sink)) {
            return;
        }
        Map<String, String> fields = new HashMap<>();
        ByteLines lines = new ByteLines(file.content());
        while (lines.next()) {
            String line = lines.textFrom(0);
            int colon = line.indexOf(':');
            if (colon > 0 && !lines.isIndented()) {
                fields.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        if (fields.containsKey("Built") && fields.containsKey("Package")) {
            try (PackageListing listing = new PackageListing(PackageType.CRAN, sink)) {
                listing.add(fields.getOrDefault("Package", ""), fields.getOrDefault("Version", ""))
                        .license(fields.getOrDefault("License", ""));
            }
        }
    }
}
