package org.drydock.inventory.python.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Lock files that list packages with the groups that want them.
 *
 * @see <a href="https://pipenv.pypa.io/en/latest/pipfile.html">Pipfile.lock</a>
 * @see <a href="https://packaging.python.org/en/latest/specifications/pylock-toml/">pylock.toml</a>
 */
final class PythonLocks {
    private static final Set<String> DEVELOPMENT =
            Set.of("dev", "develop", "development", "test", "tests", "docs", "lint");

    private PythonLocks() {}

    static void pipenv(JsonValue lock, PackageListing listing) {
        lock.members().forEach((group, packages) -> {
            if (!group.equals("_meta")) {
                packages.members().forEach((name, entry) -> {
                    String version = entry.get("version").text("");
                    if (version.isEmpty()) {
                        listing.leftOut(name, "it does not come from an index");
                    } else {
                        listing.add(
                                name,
                                version.startsWith("==") ? version.substring(2) : version,
                                !group.equals("default"));
                    }
                });
            }
        });
    }

    /** Of Poetry, PDM and the common format. */
    static void grouped(List<JsonValue> packages, PackageListing listing) {
        Map<String, Reference> byName = new HashMap<>();
        packages.forEach(entry -> byName.putIfAbsent(key(entry.get("name").text("")), reference(entry)));
        for (JsonValue entry : packages) {
            Reference own = reference(entry);
            if (own.version().isEmpty() && isOutsideIndex(entry)) {
                listing.leftOut(own.name(), "it does not come from an index");
                continue;
            }
            PackageListing.Entry listed = listing.add(own.name(), own.version(), isForDevelopment(entry));
            for (String need : needs(entry.get("dependencies"))) {
                Reference needed = byName.get(key(need));
                if (needed != null) {
                    listed.needs(needed);
                }
            }
        }
    }

    private static boolean isOutsideIndex(JsonValue entry) {
        return List.of("vcs", "directory", "archive").stream()
                .anyMatch(kind -> !entry.get(kind).members().isEmpty());
    }

    private static boolean isForDevelopment(JsonValue entry) {
        List<JsonValue> groups = entry.get("groups").elements();
        return groups.isEmpty()
                ? entry.get("category").text("").equals("dev")
                : groups.stream().allMatch(group -> DEVELOPMENT.contains(group.text("")));
    }

    /** A table with names as keys, requirements as texts, or tables with a name. */
    private static List<String> needs(JsonValue dependencies) {
        List<String> names = new ArrayList<>(dependencies.members().keySet());
        for (JsonValue need : dependencies.elements()) {
            names.add(need.get("name").text(Requirement.nameOf(need.text(""))));
        }
        return names;
    }

    static Reference reference(JsonValue entry) {
        return new Reference(entry.get("name").text(""), entry.get("version").text(""));
    }

    /** Names are equal whatever stands between their words. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }
}
