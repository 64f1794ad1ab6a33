package org.drydock.inventory.ruby;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the specifications of installed gems, which RubyGems writes to {@code specifications/}. They are programs; only
 * what RubyGems writes in its own way is understood: the first stub line, whose successors name extensions, and literals assigned to attributes.
 *
 * @see <a href="https://guides.rubygems.org/specification-reference/">Specification reference</a>
 */
public final class GemspecCataloger implements Cataloger {
    private static final String STUB = "# stub: ";
    private static final String DEFAULT_PLATFORM = "ruby";

    @Override
    public String name() {
        return "gemspec";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.InDirectory("specifications"), new Selector.InDirectory("specifications/default"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (!file.path().name().endsWith(".gemspec")) {
            return;
        }
        String name = "";
        String version = "";
        String platform = "";
        String licenses = "";
        boolean stub = false;
        ByteLines lines = new ByteLines(file.content());
        while (lines.next()) {
            String line = lines.textFrom(0);
            if (!stub && line.startsWith(STUB)) {
                stub = true;
                String[] words = line.substring(STUB.length()).split(" ", -1);
                name = words[0];
                version = words.length > 1 ? words[1] : "";
                platform = words.length > 2 ? words[2] : "";
            } else if (name.isEmpty() && line.startsWith("s.name")) {
                name = literal(line);
            } else if (version.isEmpty() && line.startsWith("s.version")) {
                version = literal(line);
            } else if (platform.isEmpty() && line.startsWith("s.platform")) {
                platform = literal(line);
            } else if (line.startsWith("s.license")) {
                licenses = line;
            }
        }
        try (PackageListing listing = new PackageListing(PackageType.RUBYGEMS, sink)) {
            if (name.isEmpty() || version.isEmpty()) {
                listing.unreadable(0, "the specification states no name or no version as RubyGems writes them");
                return;
            }
            PackageListing.Entry entry = listing.add(name, version);
            entry.architecture(platform.equals(DEFAULT_PLATFORM) ? "" : platform);
            for (int i = licenses.indexOf('"'); i >= 0; i = licenses.indexOf('"', i + 1)) {
                int end = licenses.indexOf('"', i + 1);
                if (end < 0) {
                    break;
                }
                entry.license(licenses.substring(i + 1, end));
                i = end;
            }
        }
    }

    /** The first text in double quotes; empty if there is none. */
    private static String literal(String line) {
        int start = line.indexOf('"');
        int end = line.indexOf('"', start + 1);
        return start < 0 || end < 0 ? "" : line.substring(start + 1, end);
    }
}
