package org.drydock.inventory.jvm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;
import org.drydock.json.JsonValue;

/**
 * Reads Gradle's lock files and version catalogues. A locked module is for development if every configuration that it is
 * locked for is one of tests; a catalogue's plugins only build.
 *
 * @see <a href="https://docs.gradle.org/current/userguide/dependency_locking.html">Locking versions</a>
 * @see <a href="https://docs.gradle.org/current/userguide/version_catalogs.html">Version catalogues</a>
 */
public final class GradleCataloger implements Cataloger {
    private static final String CATALOGUE = ".versions.toml";
    private static final String LOCK = ".lockfile";

    @Override
    public String name() {
        return "gradle";
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
        return List.of(new Selector.NameMatch(name -> name.endsWith(CATALOGUE) || name.endsWith(LOCK)));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        boolean lock = file.path().name().endsWith(LOCK);
        try (PackageListing listing = new PackageListing(PackageType.JAVA, sink)) {
            if (!lock) {
                Documents.toml(file, sink).ifPresent(catalogue -> catalogue(catalogue, listing));
            } else if (file.path().name().contains("gradle")
                    || file.path().parent().name().equals("dependency-locks")) {
                locked(new ByteLines(file.content()), listing);
            }
        }
    }

    private static void locked(ByteLines lines, PackageListing listing) {
        while (lines.next()) {
            String line = lines.textFrom(0);
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("empty=")) {
                continue;
            }
            int equals = line.indexOf('=');
            String[] parts = (equals < 0 ? line : line.substring(0, equals)).split(":", -1);
            if (parts.length != 3) {
                listing.unreadable(lines.number(), "not GROUP:ARTIFACT:VERSION: " + lines.excerpt());
                continue;
            }
            boolean test = equals > 0
                    && Arrays.stream(line.substring(equals + 1).split(",", -1))
                            .allMatch(c -> c.toLowerCase(Locale.ROOT).contains("test"));
            add(parts[0], parts[1], parts[2], test, listing);
        }
    }

    private static void catalogue(JsonValue catalogue, PackageListing listing) {
        JsonValue versions = catalogue.get("versions");
        catalogue.get("libraries").members().forEach((alias, library) -> {
            String[] parts = library.text("").split(":", -1);
            String[] module = library.get("module").text("").split(":", -1);
            boolean split = module.length == 2;
            String group = parts.length == 3
                    ? parts[0]
                    : split ? module[0] : library.get("group").text("");
            String name = parts.length == 3
                    ? parts[1]
                    : split ? module[1] : library.get("name").text("");
            String version = parts.length == 3 ? parts[2] : version(library.get("version"), versions);
            if (version.isEmpty() || version.endsWith("+") || version.indexOf(',') >= 0) {
                listing.leftOut(alias, "the catalogue fixes no version");
            } else {
                add(group, name, version, false, listing);
            }
        });
    }

    private static String version(JsonValue stated, JsonValue versions) {
        JsonValue value = stated.get("ref").isNull()
                ? stated
                : versions.get(stated.get("ref").text(""));
        for (String kind : List.of("strictly", "require", "prefer")) {
            if (!value.get(kind).isNull()) {
                return value.get(kind).text("");
            }
        }
        return value.text("");
    }

    private static void add(String group, String artifact, String version, boolean test, PackageListing listing) {
        listing.add(group + ":" + artifact, version, test)
                .metadata(new JavaMetadata(group, artifact, "gradle", "", ""));
    }
}
