package org.drydock.inventory.dart;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the lock file of pub. Of what other packages need it does not say whether that is for development.
 *
 * @see <a href="https://dart.dev/tools/pub/glossary#lockfile">pubspec.lock</a>
 */
public final class PubspecLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "pubspec-lock";
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
        return List.of(new Selector.Name("pubspec.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.PUB, sink)) {
            for (JsonValue lock : Documents.yaml(file, sink)) {
                lock.get("packages").members().forEach((key, entry) -> {
                    String source = entry.get("source").text("");
                    if (source.equals("hosted")) {
                        listing.add(
                                entry.get("description").get("name").text(key),
                                entry.get("version").text(""),
                                entry.get("dependency").text("").equals("direct dev"));
                    } else {
                        listing.leftOut(key, "its source is " + source);
                    }
                });
            }
        }
    }
}
