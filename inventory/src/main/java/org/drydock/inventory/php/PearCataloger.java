package org.drydock.inventory.php;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.DocumentException;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the registry of PEAR and PECL: a file for each installed package. A package's name is {@code CHANNEL/NAME}.
 *
 * @see <a href="https://pear.php.net/manual/en/core.pear.pear-registry.php">The PEAR registry</a>
 */
public final class PearCataloger implements Cataloger {
    private static final int MAX_BYTES = 8 << 20;
    private static final String DEFAULT_CHANNEL = "pear.php.net";

    @Override
    public String name() {
        return "pear";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Extension(".reg"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        String folder = "/" + file.path().parent().value() + "/";
        if (!folder.contains("/.registry/") || !Documents.fits(file, MAX_BYTES, sink)) {
            return;
        }
        try (PackageListing listing = new PackageListing(PackageType.PEAR, sink)) {
            JsonValue entry = SerializedReader.read(Documents.bytes(file));
            String name = entry.get("name").text(entry.get("package").text(""));
            String channel = entry.get("channel").text(DEFAULT_CHANNEL);
            JsonValue version = entry.get("version");
            PackageListing.Entry listed = listing.add(
                    channel + "/" + name, version.text(version.get("release").text("")));
            JsonValue license = entry.get("license");
            listed.license(license.text(license.get("_content").text("")));
        } catch (DocumentException e) {
            Documents.malformed(sink, String.valueOf(e.getMessage()));
        }
    }
}
