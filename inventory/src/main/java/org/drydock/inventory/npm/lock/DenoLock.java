package org.drydock.inventory.npm.lock;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * The lock file of Deno, versions 2 to 5: its packages of npm, with keys as {@code NAME@VERSION_PEERS}. Those of JSR have
 * no counterpart among the kinds of packages and are told of as left out.
 *
 * @see <a href="https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files">deno.lock</a>
 */
final class DenoLock {
    private DenoLock() {}

    static void read(JsonValue lock, PackageListing listing) {
        JsonValue nested = lock.get("packages");
        JsonValue npm = first(lock.get("npm").get("packages"), lock.get("npm"), nested.get("npm"));
        Map<String, Reference> packages = new LinkedHashMap<>();
        Map<String, Reference> byName = new HashMap<>();
        npm.members().keySet().forEach(key -> {
            Specifier own = Specifier.parse(withoutPeers(key));
            packages.put(key, new Reference(own.name(), own.version()));
            byName.putIfAbsent(own.name(), new Reference(own.name(), own.version()));
        });
        packages.forEach((key, own) -> {
            PackageListing.Entry listed = listing.add(own.name(), own.version());
            for (String need : needs(npm.get(key).get("dependencies"))) {
                Reference reference = packages.getOrDefault(need, byName.get(need));
                if (reference != null) {
                    listed.needs(reference);
                }
            }
        });
        first(lock.get("jsr"), nested.get("jsr"), nested.get("jsr"))
                .members()
                .keySet()
                .forEach(key -> listing.leftOut(key, "it is a package of JSR"));
    }

    private static JsonValue first(JsonValue one, JsonValue two, JsonValue three) {
        if (!one.members().isEmpty()) {
            return one;
        }
        return two.members().isEmpty() ? three : two;
    }

    /** Names with their keys, or keys alone, of which the version is left out where there is only one. */
    private static List<String> needs(JsonValue dependencies) {
        List<JsonValue> stated = dependencies.elements().isEmpty()
                ? List.copyOf(dependencies.members().values())
                : dependencies.elements();
        return stated.stream().map(need -> need.text("")).toList();
    }

    /** {@code a@1.0.0_b@2.0.0} is {@code a@1.0.0}. */
    private static String withoutPeers(String key) {
        int at = key.indexOf('@', 1);
        int peers = at < 0 ? -1 : key.indexOf('_', at);
        return peers < 0 ? key : key.substring(0, peers);
    }
}
