package org.drydock.inventory.npm.lock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * The textual lock file of Bun: JSON with commas before closing brackets. Its keys are paths of package names, as folders
 * of {@code node_modules} would lie; its values begin with {@code NAME@VERSION}.
 *
 * @see <a href="https://bun.sh/docs/install/lockfile">bun.lock</a>
 */
final class BunLock {
    private static final List<String> RUNTIME = List.of("dependencies", "optionalDependencies", "peerDependencies");

    private final Map<String, Reference> packages = new LinkedHashMap<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    private BunLock() {}

    static void read(CandidateFile file, CatalogSink sink, PackageListing listing) {
        if (!Documents.fits(file, Documents.MAX_BYTES, sink)) {
            return;
        }
        try {
            byte[] plain = withoutExtras(file.text()).getBytes(StandardCharsets.UTF_8);
            new BunLock().read(JsonReader.read(plain, file.path().name()), listing);
        } catch (JsonException e) {
            Documents.malformed(sink, String.valueOf(e.getMessage()));
        }
    }

    private void read(JsonValue lock, PackageListing listing) {
        Map<String, JsonValue> entries = lock.get("packages").members();
        entries.forEach((key, entry) -> {
            String stated = entry.elements().isEmpty()
                    ? ""
                    : entry.elements().getFirst().text("");
            Specifier own = Specifier.parse(stated);
            if (own.version().startsWith("workspace:")) {
                return;
            }
            if (own.isOutsideRegistry()) {
                listing.leftOut(own.name(), "its version is " + own.version());
                return;
            }
            packages.put(key, new Reference(own.name(), own.version()));
        });
        packages.keySet()
                .forEach(key ->
                        needs.put(key, needs(key, details(lock.get("packages").get(key)))));
        List<String> roots = new ArrayList<>();
        lock.get("workspaces").members().forEach((_, workspace) -> {
            for (String kind : RUNTIME) {
                String name = workspace.get("name").text("");
                workspace.get(kind).members().keySet().forEach(need -> resolve(name, need, roots));
            }
        });
        Set<String> running = new Graph(needs).reachable(roots);
        packages.forEach((key, own) -> {
            PackageListing.Entry listed = listing.add(own.name(), own.version(), !running.contains(key));
            for (String needed : needs.getOrDefault(key, List.of())) {
                Reference reference = packages.get(needed);
                if (reference != null) {
                    listed.needs(reference);
                }
            }
        });
    }

    private static JsonValue details(JsonValue entry) {
        for (JsonValue element : entry.elements()) {
            if (!element.members().isEmpty()) {
                return element;
            }
        }
        return JsonValue.JsonNull.NULL;
    }

    private List<String> needs(String key, JsonValue details) {
        List<String> keys = new ArrayList<>();
        for (String kind : RUNTIME) {
            details.get(kind).members().keySet().forEach(need -> resolve(key, need, keys));
        }
        return keys;
    }

    private void resolve(String from, String name, List<String> keys) {
        String base = from;
        while (true) {
            String key = base.isEmpty() ? name : base + "/" + name;
            if (packages.containsKey(key)) {
                keys.add(key);
                return;
            }
            if (base.isEmpty()) {
                return;
            }
            base = base.lastIndexOf('/') < 0 ? "" : base.substring(0, base.lastIndexOf('/'));
        }
    }

    /** Drops comments and commas before closing brackets. */
    static String withoutExtras(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int comma = -1;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = endOfString(text, i);
                plain.append(text, i, end);
                comma = -1;
                i = end;
                continue;
            }
            if (c == '/' && i + 1 < text.length() && text.charAt(i + 1) == '/') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
                continue;
            }
            if ((c == ']' || c == '}') && comma >= 0) {
                plain.setCharAt(comma, ' ');
            }
            if (!Character.isWhitespace(c)) {
                comma = c == ',' ? plain.length() : -1;
            }
            plain.append(c);
            i++;
        }
        return plain.toString();
    }

    private static int endOfString(String text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }
}
