package org.drydock.inventory.dotnet;

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
import org.drydock.inventory.document.XmlReader.Element;
import org.drydock.json.JsonValue;

/**
 * Reads what .NET projects restore or pin: {@code packages.lock.json}, {@code project.assets.json},
 * {@code packages.config} and {@code Directory.Packages.props}.
 *
 * @see <a href="https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files">Package
 *     references and lock files</a>
 * @see <a href="https://learn.microsoft.com/en-us/nuget/reference/packages-config">packages.config</a>
 * @see <a href="https://learn.microsoft.com/en-us/nuget/consume-packages/central-package-management">Central package
 *     management</a>
 */
public final class NugetProjectCataloger implements Cataloger {
    @Override
    public String name() {
        return "nuget-project";
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
        return List.of(
                new Selector.Name("packages.lock.json"),
                new Selector.Name("project.assets.json"),
                new Selector.Name("packages.config"),
                new Selector.Name("Directory.Packages.props"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.NUGET, sink)) {
            switch (file.path().name()) {
                case "packages.lock.json" ->
                    Documents.json(file, sink)
                            .ifPresent(lock -> lock.get("dependencies")
                                    .members()
                                    .values()
                                    .forEach(framework -> locked(framework, listing)));
                case "project.assets.json" ->
                    Documents.json(file, sink)
                            .ifPresent(assets -> assets.get("targets")
                                    .members()
                                    .values()
                                    .forEach(target -> restored(target, listing)));
                case "packages.config" -> Documents.xml(file, sink).ifPresent(root -> configured(root, listing));
                default -> Documents.xml(file, sink).ifPresent(root -> central(root, listing));
            }
        }
    }

    private static void locked(JsonValue framework, PackageListing listing) {
        Map<String, Reference> byName = new HashMap<>();
        framework.members().forEach((name, entry) -> {
            if (!isProject(entry)) {
                byName.put(name, new Reference(name, entry.get("resolved").text("")));
            }
        });
        framework.members().forEach((name, entry) -> {
            if (!isProject(entry)) {
                PackageListing.Entry listed =
                        listing.add(name, entry.get("resolved").text(""));
                needs(entry, byName, listed);
            }
        });
    }

    private static void restored(JsonValue target, PackageListing listing) {
        Map<String, Reference> byName = new HashMap<>();
        target.members().keySet().forEach(key -> {
            Reference own = NugetReference.ofPath(key);
            byName.put(own.name(), own);
        });
        target.members().forEach((key, entry) -> {
            if (entry.get("type").text("").equals("package")) {
                Reference own = NugetReference.ofPath(key);
                needs(entry, byName, listing.add(own.name(), own.version()));
            }
        });
    }

    private static boolean isProject(JsonValue entry) {
        return entry.get("type").text("").equalsIgnoreCase("Project");
    }

    private static void needs(JsonValue entry, Map<String, Reference> byName, PackageListing.Entry listed) {
        for (String name : entry.get("dependencies").members().keySet()) {
            Reference needed = byName.get(name);
            if (needed != null) {
                listed.needs(needed);
            }
        }
    }

    private static void configured(Element root, PackageListing listing) {
        for (Element entry : root.all("package")) {
            boolean development = entry.attribute("developmentDependency").equalsIgnoreCase("true");
            listing.add(entry.attribute("id"), entry.attribute("version"), development);
        }
    }

    private static void central(Element root, PackageListing listing) {
        Map<String, String> properties = new HashMap<>();
        for (Element group : root.all("PropertyGroup")) {
            group.children().forEach(p -> properties.put("$(" + p.name() + ")", p.text()));
        }
        for (Element group : root.all("ItemGroup")) {
            for (Element item : group.children()) {
                boolean global = item.name().equals("GlobalPackageReference");
                String name = item.attribute("Include");
                if ((global || item.name().equals("PackageVersion")) && !name.isEmpty()) {
                    String stated =
                            item.attribute("Version").isEmpty() ? item.textOf("Version") : item.attribute("Version");
                    String version = NugetReference.lowest(properties.getOrDefault(stated.strip(), stated));
                    if (version.isEmpty()) {
                        listing.leftOut(name, "its version is not fixed: " + stated);
                    } else {
                        listing.add(name, version, global);
                    }
                }
            }
        }
    }
}
