package org.drydock.inventory.rust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the lock file of Cargo, which does not say what is for development.
 *
 * @see <a href="https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html">Cargo.toml and Cargo.lock</a>
 */
public final class CargoLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "cargo-lock";
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
        return List.of(new Selector.Name("Cargo.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.toml(file, sink).ifPresent(lock -> read(lock.get("package").elements(), sink));
    }

    private static void read(List<JsonValue> packages, CatalogSink sink) {
        Map<String, Reference> byName = new HashMap<>();
        packages.forEach(entry -> byName.put(entry.get("name").text(""), reference(entry)));
        try (PackageListing listing = new PackageListing(PackageType.CRATES, sink)) {
            for (JsonValue entry : packages) {
                Reference own = reference(entry);
                PackageListing.Entry listed = listing.add(own.name(), own.version());
                for (JsonValue need : entry.get("dependencies").elements()) {
                    String[] words = need.text("").split(" ", -1);
                    Reference reference = words.length > 1 ? new Reference(words[0], words[1]) : byName.get(words[0]);
                    if (reference != null) {
                        listed.needs(reference);
                    }
                }
            }
        }
    }

    private static Reference reference(JsonValue entry) {
        return new Reference(entry.get("name").text(""), entry.get("version").text(""));
    }
}
