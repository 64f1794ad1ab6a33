package org.drydock.inventory.php;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/** How Composer writes packages, in its lock file and in its list of what is installed. */
final class ComposerPackages {
    private final Map<String, Reference> byName = new HashMap<>();

    /** Notes the packages of a list, so that others may need them. */
    ComposerPackages know(List<JsonValue> packages) {
        packages.forEach(entry -> byName.put(
                entry.get("name").text("").toLowerCase(Locale.ROOT),
                new Reference(entry.get("name").text(""), entry.get("version").text(""))));
        return this;
    }

    void list(List<JsonValue> packages, boolean development, PackageListing listing) {
        for (JsonValue entry : packages) {
            PackageListing.Entry listed =
                    listing.add(entry.get("name").text(""), entry.get("version").text(""), development);
            entry.get("license").elements().forEach(license -> listed.license(license.text("")));
            listed.license(entry.get("license").text(""));
            for (String need : entry.get("require").members().keySet()) {
                Reference needed = byName.get(need.toLowerCase(Locale.ROOT));
                if (needed != null) {
                    listed.needs(needed);
                }
            }
        }
    }

    static PackageListing listing(CatalogSink sink) {
        return new PackageListing(PackageType.PACKAGIST, sink);
    }
}
