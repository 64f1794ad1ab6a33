package org.drydock.inventory.pacman;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the database of pacman, a folder for each package: {@code desc} says what it is, {@code files} what it owns. Both
 * are sections, a heading {@code %NAME%} and the lines up to the next empty one.
 *
 * @see <a href="https://man.archlinux.org/man/core/pacman/pacman.8.en">pacman(8)</a>
 */
public final class PacmanCataloger implements Cataloger {
    private static final String DATABASE = "var/lib/pacman/local/";
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 1000;

    @Override
    public String name() {
        return "pacman";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("desc"), new Selector.Name("files"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        String folder = file.path().parent().value();
        int database = folder.lastIndexOf(DATABASE);
        boolean inDatabase = database == 0 || (database > 0 && folder.charAt(database - 1) == '/');
        if (!inDatabase
                || folder.indexOf('/', database + DATABASE.length()) >= 0
                || !Documents.fits(file, MAX_BYTES, sink)) {
            return;
        }
        if (file.path().name().equals("files")) {
            ownership(file, nameOf(folder.substring(database + DATABASE.length())), sink);
        } else {
            description(file, sink);
        }
    }

    /** {@code NAME-VERSION-RELEASE}: the last two dashes count. */
    private static String nameOf(String folder) {
        int release = folder.lastIndexOf('-');
        int version = release < 0 ? -1 : folder.lastIndexOf('-', release - 1);
        return version <= 0 ? folder : folder.substring(0, version);
    }

    private static void description(CandidateFile file, CatalogSink sink) {
        Map<String, List<String>> sections = new HashMap<>();
        ByteLines lines = new ByteLines(file.content());
        List<String> current = new ArrayList<>();
        while (lines.next()) {
            String line = lines.textFrom(0);
            if (line.length() > 2 && line.startsWith("%") && line.endsWith("%")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else if (!line.isBlank() && current.size() < MAX_VALUES) {
                current.add(line.strip());
            }
        }
        String name = first(sections, "NAME");
        String version = first(sections, "VERSION");
        if (name.isEmpty() || version.isEmpty()) {
            sink.diagnostic(
                    Level.NOT_EXAMINED, "malformed-package", "", "a package of pacman's without name or version");
            return;
        }
        String base = first(sections, "BASE");
        sink.add(new CatalogedPackage(
                PackageType.PACMAN,
                name,
                version,
                new SourcePackage(base.isEmpty() ? name : base, version),
                first(sections, "ARCH"),
                sections.getOrDefault("LICENSE", List.of()),
                "",
                new PackageMetadata.None()));
    }

    private static void ownership(CandidateFile file, String owner, CatalogSink sink) {
        ByteLines lines = new ByteLines(file.content());
        boolean files = false;
        int paths = 0;
        while (lines.next() && paths < file.limits().layerEntries()) {
            String line = lines.exactTextFrom(0);
            if (line.startsWith("%") && line.endsWith("%")) {
                files = line.equals("%FILES%");
            } else if (files && !line.isEmpty() && !line.endsWith("/")) {
                sink.owns(PackageType.PACMAN, owner, line);
                paths++;
            }
        }
    }

    private static String first(Map<String, List<String>> sections, String heading) {
        List<String> values = sections.getOrDefault(heading, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
