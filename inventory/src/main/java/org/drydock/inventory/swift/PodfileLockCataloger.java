package org.drydock.inventory.swift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Reads the lock file of CocoaPods. A pod's parts, {@code POD/PART}, count as the pod; pods from a path are the project's
 * own and left out.
 *
 * @see <a href="https://guides.cocoapods.org/using/using-cocoapods.html">Podfile.lock</a>
 */
public final class PodfileLockCataloger implements Cataloger {
    @Override
    public String name() {
        return "podfile-lock";
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
        return List.of(new Selector.Name("Podfile.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.COCOAPODS, sink)) {
            Documents.yaml(file, sink).forEach(lock -> read(lock, listing));
        }
    }

    private static void read(JsonValue lock, PackageListing listing) {
        Set<String> own = new HashSet<>();
        lock.get("EXTERNAL SOURCES").members().forEach((name, source) -> {
            if (!source.get(":path").isNull()) {
                own.add(pod(name));
            }
        });
        Map<String, Reference> byName = new LinkedHashMap<>();
        Map<String, List<String>> needs = new HashMap<>();
        for (JsonValue entry : lock.get("PODS").elements()) {
            entry.text().ifPresent(text -> know(text, List.of(), byName, needs));
            entry.members().forEach((text, needed) -> know(text, needed.elements(), byName, needs));
        }
        byName.forEach((name, reference) -> {
            if (own.contains(name)) {
                listing.leftOut(name, "it is the project's own");
                return;
            }
            PackageListing.Entry entry = listing.add(name, reference.version());
            for (String need : needs.getOrDefault(name, List.of())) {
                Reference needed = byName.get(need);
                if (needed != null && !need.equals(name)) {
                    entry.needs(needed);
                }
            }
        });
    }

    /** {@code A/Part (1.0)}. */
    private static void know(
            String text, List<JsonValue> needed, Map<String, Reference> byName, Map<String, List<String>> needs) {
        String name = pod(text);
        int open = text.indexOf('(');
        int close = text.indexOf(')', Math.max(0, open));
        byName.putIfAbsent(name, new Reference(name, open < 0 || close < 0 ? "" : text.substring(open + 1, close)));
        List<String> others = needs.computeIfAbsent(name, _ -> new ArrayList<>());
        needed.forEach(need -> others.add(pod(need.text(""))));
    }

    /** The name of the pod, without part and version. */
    private static String pod(String text) {
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
