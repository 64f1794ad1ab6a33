package org.drydock.inventory.npm.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * The lock file of npm. Versions 2 and 3 list each folder of {@code node_modules} under {@code packages}; version 1 nests
 * {@code dependencies} as the folders do. The project itself and what it links to are its own code and left out.
 *
 * @see <a href="https://docs.npmjs.com/cli/configuring-npm/package-lock-json">package-lock.json</a>
 */
final class PackageLock {
    private static final String FOLDER = "node_modules/";
    private static final int MAX_DEPTH = 100;

    private final Map<String, Installed> folders = new LinkedHashMap<>();
    private final PackageListing listing;

    private PackageLock(PackageListing listing) {
        this.listing = listing;
    }

    /** A package in a folder, and the names of those it needs. */
    private record Installed(String name, String version, boolean development, List<String> needs, String license) {}

    static void read(JsonValue lock, PackageListing listing) {
        PackageLock reading = new PackageLock(listing);
        if (lock.get("packages").members().isEmpty()) {
            reading.nested("", lock.get("dependencies"), 0);
        } else {
            lock.get("packages").members().forEach(reading::folder);
        }
        reading.list();
    }

    private void folder(String path, JsonValue entry) {
        int at = path.lastIndexOf(FOLDER);
        if (at < 0 || entry.get("link").isTrue()) {
            return;
        }
        String name = entry.get("name").text(path.substring(at + FOLDER.length()));
        List<String> needs = new ArrayList<>(entry.get("dependencies").members().keySet());
        needs.addAll(entry.get("optionalDependencies").members().keySet());
        needs.addAll(entry.get("peerDependencies").members().keySet());
        String license = entry.get("license").text("");
        put(path, name, entry, needs, license);
    }

    private void nested(String parent, JsonValue dependencies, int depth) {
        if (depth > MAX_DEPTH) {
            listing.unreadable(0, "dependencies are nested deeper than " + MAX_DEPTH);
            return;
        }
        dependencies.members().forEach((name, entry) -> {
            String path = parent + FOLDER + name;
            put(path, name, entry, List.copyOf(entry.get("requires").members().keySet()), "");
            nested(path + "/", entry.get("dependencies"), depth + 1);
        });
    }

    private void put(String path, String name, JsonValue entry, List<String> needs, String license) {
        Specifier specifier = Specifier.of(name, entry.get("version").text(""));
        if (specifier.isOutsideRegistry()) {
            listing.leftOut(name, "its version is " + specifier.version());
            return;
        }
        folders.put(
                path,
                new Installed(
                        specifier.name(), specifier.version(), entry.get("dev").isTrue(), needs, license));
    }

    private void list() {
        folders.forEach((path, installed) -> {
            PackageListing.Entry entry = listing.add(installed.name, installed.version, installed.development)
                    .license(installed.license);
            for (String need : installed.needs) {
                Installed found = resolve(path + "/", need);
                if (found != null) {
                    entry.needs(new Reference(found.name, found.version));
                }
            }
        });
    }

    /** As Node.js looks for a module: in the folder itself, then in each one above. */
    private @org.jspecify.annotations.Nullable Installed resolve(String folder, String name) {
        String base = folder;
        while (true) {
            Installed found = folders.get(base + FOLDER + name);
            int up = base.lastIndexOf(FOLDER);
            if (found != null || up < 0) {
                return found == null && !base.isEmpty() ? folders.get(FOLDER + name) : found;
            }
            base = base.substring(0, up);
        }
    }
}
