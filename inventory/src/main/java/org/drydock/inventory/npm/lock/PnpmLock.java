package org.drydock.inventory.npm.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * The lock file of pnpm, versions 5 to 9. A key is {@code /NAME/VERSION_PEERS} in version 5,
 * {@code /NAME@VERSION(PEERS)} in version 6 and the same without the slash in version 9, which keeps what a package needs
 * apart in {@code snapshots} and no longer says what is for development: that is what no project needs to run.
 *
 * @see <a href="https://github.com/pnpm/spec/tree/master/lockfile">The lock file's specification</a>
 */
final class PnpmLock {
    private static final List<String> RUNTIME = List.of("dependencies", "optionalDependencies");

    private final PackageListing listing;
    private final Map<String, Reference> packages = new LinkedHashMap<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    private PnpmLock(PackageListing listing) {
        this.listing = listing;
    }

    static void read(List<JsonValue> documents, PackageListing listing) {
        documents.forEach(lock -> new PnpmLock(listing).read(lock));
    }

    private void read(JsonValue lock) {
        boolean old = lock.get("lockfileVersion").text("").startsWith("5");
        JsonValue entries = lock.get("snapshots").members().isEmpty() ? lock.get("packages") : lock.get("snapshots");
        JsonValue stated = lock.get("packages");
        entries.members().forEach((key, entry) -> own(key, entry, stated.get(withoutPeers(key)), old));
        entries.members().forEach((key, entry) -> {
            List<String> needed = new ArrayList<>();
            for (String kind : RUNTIME) {
                entry.get(kind).members().forEach((name, version) -> add(name, version.text(""), needed));
            }
            needs.put(key, needed);
        });
        Set<String> running = new Graph(needs).reachable(roots(lock));
        packages.forEach((key, own) -> {
            JsonValue flag = entries.get(key).get("dev");
            boolean development = flag.isNull() ? !running.contains(key) : flag.isTrue();
            PackageListing.Entry listed = listing.add(own.name(), own.version(), development);
            for (String needed : needs.getOrDefault(key, List.of())) {
                Reference reference = packages.get(needed);
                if (reference != null) {
                    listed.needs(reference);
                }
            }
        });
    }

    private void own(String key, JsonValue entry, JsonValue stated, boolean old) {
        String plain = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
        int split = old ? plain.lastIndexOf('/') : plain.indexOf('@', 1);
        String name = split > 0 ? plain.substring(0, split) : plain;
        String version = split > 0 ? plain.substring(split + 1) : "";
        if (old && version.indexOf('_') > 0) {
            version = version.substring(0, version.indexOf('_'));
        }
        name = entry.get("name").text(stated.get("name").text(name));
        version = entry.get("version").text(stated.get("version").text(version));
        if (new Specifier(name, version).isOutsideRegistry() || name.indexOf(':') >= 0) {
            listing.leftOut(name, "it does not come from a registry");
        } else {
            packages.put(key, new Reference(name, version));
        }
    }

    private List<String> roots(JsonValue lock) {
        List<String> roots = new ArrayList<>();
        List<JsonValue> importers =
                new ArrayList<>(lock.get("importers").members().values());
        importers.add(lock);
        for (JsonValue importer : importers) {
            for (String kind : RUNTIME) {
                importer.get(kind)
                        .members()
                        .forEach((name, version) ->
                                add(name, version.text(version.get("version").text("")), roots));
            }
        }
        return roots;
    }

    /** A version names an entry together with the package's name, or, for aliases, alone. */
    private void add(String name, String version, List<String> keys) {
        for (String key :
                List.of("/" + name + "@" + version, name + "@" + version, "/" + name + "/" + version, version)) {
            if (packages.containsKey(key)) {
                keys.add(key);
                return;
            }
        }
    }

    private static String withoutPeers(String key) {
        int peers = key.indexOf('(');
        return peers > 0 ? key.substring(0, peers) : key;
    }
}
