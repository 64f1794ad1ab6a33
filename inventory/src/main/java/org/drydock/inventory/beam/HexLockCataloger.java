package org.drydock.inventory.beam;

import java.util.ArrayList;
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
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the lock files of Mix and Rebar, which are terms of their languages with one package a line. Packages from
 * repositories of source code have no version and are told of.
 *
 * @see <a href="https://hexdocs.pm/mix/Mix.Tasks.Deps.html">mix deps</a>
 * @see <a href="https://rebar3.org/docs/configuration/dependencies/#lock-files">rebar.lock</a>
 */
public final class HexLockCataloger implements Cataloger {
    private static final String HEX = "{:hex, :";
    private static final String PACKAGE = "{pkg,<<\"";

    @Override
    public String name() {
        return "hex-lock";
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
        return List.of(new Selector.Name("mix.lock"), new Selector.Name("rebar.lock"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.HEX, sink)) {
            ByteLines lines = new ByteLines(file.content());
            if (file.path().name().equals("mix.lock")) {
                mix(lines, listing);
            } else {
                rebar(lines, listing);
            }
        }
    }

    private static void mix(ByteLines lines, PackageListing listing) {
        Map<String, Reference> byName = new HashMap<>();
        Map<Reference, List<String>> needs = new HashMap<>();
        List<Reference> locked = new ArrayList<>();
        while (lines.next()) {
            String line = lines.textFrom(0);
            if (!line.startsWith("\"")) {
                continue;
            }
            String key = line.substring(1, Math.max(1, line.indexOf('"', 1)));
            int hex = line.indexOf(HEX);
            int comma = hex < 0 ? -1 : line.indexOf(", \"", hex);
            int end = comma < 0 ? -1 : line.indexOf('"', comma + 3);
            if (hex < 0) {
                listing.leftOut(key, "it does not come from a registry");
            } else if (end < 0) {
                listing.unreadable(lines.number(), "a package without name or version: " + lines.excerpt());
            } else {
                String name = line.substring(hex + HEX.length(), comma).replace("\"", "");
                Reference own = new Reference(name, line.substring(comma + 3, end));
                locked.add(own);
                byName.put(key, own);
                needs.put(own, atoms(line, end));
            }
        }
        for (Reference own : locked) {
            PackageListing.Entry entry = listing.add(own.name(), own.version());
            for (String need : needs.getOrDefault(own, List.of())) {
                Reference needed = byName.get(need);
                if (needed != null) {
                    entry.needs(needed);
                }
            }
        }
    }

    /** The atoms that begin the tuples of a line: {@code {:dep, "~> 1.0", …}}. */
    private static List<String> atoms(String line, int from) {
        List<String> atoms = new ArrayList<>();
        for (int at = line.indexOf("{:", from); at >= 0; at = line.indexOf("{:", at + 2)) {
            int comma = line.indexOf(',', at);
            if (comma > 0) {
                atoms.add(line.substring(at + 2, comma).replace("\"", ""));
            }
        }
        return atoms;
    }

    private static void rebar(ByteLines lines, PackageListing listing) {
        while (lines.next()) {
            String line = lines.textFrom(0);
            int start = line.indexOf("{<<\"");
            int tuple = line.indexOf(PACKAGE);
            if (tuple >= 0) {
                int nameEnd = line.indexOf("\">>", tuple + PACKAGE.length());
                int version = nameEnd < 0 ? -1 : line.indexOf("<<\"", nameEnd);
                int versionEnd = version < 0 ? -1 : line.indexOf("\">>", version);
                if (versionEnd < 0) {
                    listing.unreadable(lines.number(), "a package without name or version: " + lines.excerpt());
                } else {
                    listing.add(
                            line.substring(tuple + PACKAGE.length(), nameEnd), line.substring(version + 3, versionEnd));
                }
            } else if (start >= 0 && line.contains("{git,")) {
                int end = line.indexOf("\">>", start);
                listing.leftOut(end < 0 ? line : line.substring(start + 4, end), "it does not come from a registry");
            }
        }
    }
}
