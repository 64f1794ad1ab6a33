package org.drydock.inventory.dotnet;

import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the list of packages that is deployed with a .NET application. Packages of which the application was only compiled
 * against something count as being for development.
 *
 * @see <a href="https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md">
 *     [appname].deps.json</a>
 */
public final class DepsJsonCataloger implements Cataloger {
    private static final String RUNTIME_PACK = "runtimepack.";

    @Override
    public String name() {
        return "dotnet-deps";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.NameMatch(name -> name.endsWith(".deps.json")));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.json(file, sink).ifPresent(deps -> read(deps, sink));
    }

    private static void read(JsonValue deps, CatalogSink sink) {
        String runtime = deps.get("runtimeTarget").get("name").text("");
        JsonValue targets = deps.get("targets");
        JsonValue target = targets.members().size() == 1
                ? targets.members().values().iterator().next()
                : targets.get(runtime);
        try (PackageListing listing = new PackageListing(PackageType.NUGET, sink)) {
            deps.get("libraries").members().forEach((key, library) -> {
                String kind = library.get("type").text("").toLowerCase(java.util.Locale.ROOT);
                if (kind.equals("package") || kind.equals("runtimepack")) {
                    add(key, target.get(key), listing);
                }
            });
        }
    }

    private static void add(String key, JsonValue assets, PackageListing listing) {
        Reference own = NugetReference.ofPath(key);
        String name = own.name().startsWith(RUNTIME_PACK) ? own.name().substring(RUNTIME_PACK.length()) : own.name();
        boolean compiledAgainstOnly = !assets.get("compile").members().isEmpty()
                && List.of("runtime", "runtimeTargets", "native", "resources").stream()
                        .allMatch(kind -> assets.get(kind).members().isEmpty());
        PackageListing.Entry entry = listing.add(name, own.version(), compiledAgainstOnly);
        for (Map.Entry<String, JsonValue> need :
                assets.get("dependencies").members().entrySet()) {
            entry.needs(new Reference(need.getKey(), need.getValue().text("")));
        }
    }
}
