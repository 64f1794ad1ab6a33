package org.drydock.inventory.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.document.XmlReader.Element;

/**
 * Reads the dependencies that a {@code pom.xml} declares, with the properties and the managed versions of the same file.
 * What a parent or an imported bill of materials says is not known, and what dependencies need in turn is not either: a
 * dependency whose version only they tell is told of and left out.
 *
 * @see <a href="https://maven.apache.org/pom.html#Dependencies">POM Reference</a>
 */
public final class PomCataloger implements Cataloger {
    private static final int MAX_EXPANSIONS = 20;
    private static final int MAX_TEXT = 1024;

    @Override
    public String name() {
        return "pom";
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
        return List.of(new Selector.Name("pom.xml"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.xml(file, sink).ifPresent(root -> {
            try (PackageListing listing = new PackageListing(PackageType.JAVA, sink)) {
                new Project(root).list(listing);
            }
        });
    }

    private static final class Project {
        private final Map<String, String> properties = new HashMap<>();
        private final Map<String, Element> managed = new HashMap<>();
        private final List<Element> dependencies = new ArrayList<>();

        Project(Element root) {
            Element parent = first(root, "parent");
            for (String name : List.of("groupId", "artifactId", "version")) {
                String own = root.textOf(name).isEmpty() && !name.equals("artifactId")
                        ? parent.textOf(name)
                        : root.textOf(name);
                properties.put("project." + name, own);
                properties.put("pom." + name, own);
                properties.put("project.parent." + name, parent.textOf(name));
            }
            first(root, "properties").children().forEach(p -> properties.put(p.name(), p.text()));
            for (Element dependency :
                    first(first(root, "dependencyManagement"), "dependencies").all("dependency")) {
                managed.put(id(dependency), dependency);
            }
            dependencies.addAll(first(root, "dependencies").all("dependency"));
            for (Element profile : first(root, "profiles").all("profile")) {
                dependencies.addAll(first(profile, "dependencies").all("dependency"));
            }
        }

        void list(PackageListing listing) {
            for (Element dependency : dependencies) {
                Element management = managed.getOrDefault(id(dependency), dependency);
                String version = resolved(stated(dependency, management, "version"));
                if (version.startsWith("[") && version.endsWith("]") && version.indexOf(',') < 0) {
                    version = version.substring(1, version.length() - 1);
                }
                if (version.isEmpty() || version.indexOf('$') >= 0 || version.indexOf(',') >= 0) {
                    listing.leftOut(id(dependency), "this file does not tell its version");
                    continue;
                }
                boolean development = stated(dependency, management, "scope").equals("test");
                String group = resolved(dependency.textOf("groupId"));
                String artifact = resolved(dependency.textOf("artifactId"));
                listing.add(id(dependency), version, development)
                        .metadata(new JavaMetadata(group, artifact, "pom.xml", "", ""));
            }
        }

        private String id(Element dependency) {
            return resolved(dependency.textOf("groupId")) + ":" + resolved(dependency.textOf("artifactId"));
        }

        private static String stated(Element dependency, Element management, String name) {
            String own = dependency.textOf(name);
            return own.isEmpty() ? management.textOf(name) : own;
        }

        private String resolved(String text) {
            String current = text;
            for (int i = 0; i < MAX_EXPANSIONS && current.length() <= MAX_TEXT; i++) {
                int start = current.indexOf("${");
                int end = current.indexOf('}', Math.max(0, start));
                String value = start < 0 || end < 0 ? null : properties.get(current.substring(start + 2, end));
                if (value == null || value.isEmpty()) {
                    return current;
                }
                current = current.substring(0, start) + value + current.substring(end + 1);
            }
            return current;
        }

        private static Element first(Element parent, String name) {
            List<Element> all = parent.all(name);
            return all.isEmpty() ? new Element(name, Map.of(), List.of(), "") : all.getFirst();
        }
    }
}
