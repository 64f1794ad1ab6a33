package org.drydock.inventory.ruby;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the lock file of Bundler. Gems from a path are the project's own and left out. It does not say what is for
 * development.
 *
 * @see <a href="https://bundler.io/man/gemfile.5.html">Gemfile</a>
 */
public final class GemfileLockCataloger implements Cataloger {
    private static final int SPEC = 4;
    private static final int NEED = 6;

    @Override
    public String name() {
        return "gemfile-lock";
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
        return List.of(new Selector.Name("Gemfile.lock"), new Selector.Name("gems.locked"));
    }

    /** A gem, and the names of those that it needs. */
    private record Locked(Reference own, String platform, List<String> needs) {}

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        List<Locked> locked = new ArrayList<>();
        try (PackageListing listing = new PackageListing(PackageType.RUBYGEMS, sink)) {
            read(new ByteLines(file.content()), locked, listing);
            Map<String, Reference> byName = new HashMap<>();
            locked.forEach(gem -> byName.putIfAbsent(gem.own.name(), gem.own));
            Map<Reference, String> platforms = new LinkedHashMap<>();
            for (Locked gem : locked) {
                PackageListing.Entry entry = listing.add(gem.own.name(), gem.own.version());
                platforms.merge(gem.own, gem.platform, (one, other) -> one.equals(other) ? one : "");
                entry.architecture(platforms.getOrDefault(gem.own, ""));
                for (String need : gem.needs) {
                    Reference reference = byName.get(need);
                    if (reference != null) {
                        entry.needs(reference);
                    }
                }
            }
        }
    }

    private static void read(ByteLines lines, List<Locked> locked, PackageListing listing) {
        String section = "";
        List<String> needs = new ArrayList<>();
        while (lines.next()) {
            String line = lines.exactTextFrom(0);
            int indent = line.length() - line.stripLeading().length();
            if (indent == 0) {
                if (line.startsWith("<<<<<<<") || line.startsWith(">>>>>>>")) {
                    listing.unreadable(lines.number(), "a merge conflict");
                }
                section = line.strip().isEmpty() ? section : line.strip();
            } else if (section.equals("GEM") || section.equals("GIT") || section.equals("PLUGIN SOURCE")) {
                String text = line.strip();
                int space = text.indexOf(' ');
                if (indent == NEED) {
                    needs.add(space < 0 ? text : text.substring(0, space));
                } else if (indent == SPEC && text.endsWith(")") && text.indexOf(" (") == space && space > 0) {
                    String version = text.substring(space + 2, text.length() - 1);
                    int hyphen = version.indexOf('-');
                    needs = new ArrayList<>();
                    locked.add(new Locked(
                            new Reference(
                                    text.substring(0, space), hyphen < 0 ? version : version.substring(0, hyphen)),
                            hyphen < 0 ? "" : version.substring(hyphen + 1),
                            needs));
                } else if (indent == SPEC) {
                    listing.unreadable(lines.number(), "not a gem with its version: " + lines.excerpt());
                }
            }
        }
    }
}
