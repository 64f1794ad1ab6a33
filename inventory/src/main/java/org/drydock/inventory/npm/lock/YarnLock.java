package org.drydock.inventory.npm.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;
import org.drydock.json.JsonValue;

/**
 * The lock file of Yarn: a format of its own up to version 1, YAML since. It does not say what is for development.
 *
 * @see <a href="https://classic.yarnpkg.com/en/docs/yarn-lock/">yarn.lock, version 1</a>
 * @see <a href="https://yarnpkg.com/advanced/lockfile">yarn.lock since</a>
 */
final class YarnLock {
    private static final String METADATA = "__metadata:";

    private final PackageListing listing;
    private final Map<String, Reference> byDescriptor = new HashMap<>();
    private final List<Locked> locked = new ArrayList<>();

    private YarnLock(PackageListing listing) {
        this.listing = listing;
    }

    /** An entry with the descriptors, {@code NAME@RANGE}, of what it needs. */
    private record Locked(Reference own, List<String> needs) {}

    static void read(CandidateFile file, CatalogSink sink, PackageListing listing) {
        if (!Documents.fits(file, Documents.MAX_BYTES, sink)) {
            return;
        }
        YarnLock reading = new YarnLock(listing);
        if (isYaml(file)) {
            Documents.yaml(file, sink).forEach(reading::berry);
        } else {
            reading.classic(new ByteLines(file.content()));
        }
        reading.list();
    }

    private static boolean isYaml(CandidateFile file) {
        ByteLines lines = new ByteLines(file.content());
        while (lines.next()) {
            if (lines.length() == METADATA.length() && lines.isName(METADATA.length(), METADATA)) {
                return true;
            }
        }
        return false;
    }

    private void classic(ByteLines lines) {
        List<String> descriptors = List.of();
        String version = "";
        List<String> needs = new ArrayList<>();
        boolean inDependencies = false;
        while (lines.next()) {
            if (lines.isBlank() || lines.at(0) == '#') {
                continue;
            }
            String text = lines.exactTextFrom(0);
            if (!lines.isIndented()) {
                take(descriptors, version, needs, lines.number());
                descriptors = descriptors(text);
                version = "";
                needs = new ArrayList<>();
                if (!text.endsWith(":")) {
                    listing.unreadable(lines.number(), "neither an entry nor a part of one: " + lines.excerpt());
                }
            } else if (text.startsWith("    ")) {
                if (inDependencies) {
                    need(text.strip(), needs);
                }
                continue;
            } else if (text.startsWith("  version ")) {
                version = unquoted(text.substring("  version ".length()).strip());
            }
            String field = text.strip();
            inDependencies = field.equals("dependencies:") || field.equals("optionalDependencies:");
        }
        take(descriptors, version, needs, lines.number());
    }

    private void take(List<String> descriptors, String version, List<String> needs, int line) {
        if (descriptors.isEmpty()) {
            return;
        }
        Specifier specifier = Specifier.parse(descriptors.getFirst());
        if (version.isEmpty()) {
            listing.unreadable(line, "no version for " + specifier.name());
            return;
        }
        String name = Specifier.of(specifier.name(), specifier.version()).name();
        take(descriptors, new Reference(name, version), needs);
    }

    private void take(List<String> descriptors, Reference own, List<String> needs) {
        descriptors.forEach(descriptor -> byDescriptor.put(descriptor, own));
        locked.add(new Locked(own, List.copyOf(needs)));
    }

    /** {@code "a@^1.0.0", b@2:}. */
    private static List<String> descriptors(String line) {
        String text = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        List<String> descriptors = new ArrayList<>();
        for (String part : text.split(", ", -1)) {
            descriptors.add(unquoted(part.strip()));
        }
        return descriptors;
    }

    /** {@code "a" "^1.0.0"}, the quotes being optional. */
    private static void need(String text, List<String> needs) {
        int end = text.startsWith("\"") ? text.indexOf('"', 1) + 1 : text.indexOf(' ');
        if (end > 0 && end < text.length()) {
            needs.add(unquoted(text.substring(0, end)) + "@"
                    + unquoted(text.substring(end).strip()));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private void berry(JsonValue lock) {
        lock.members().forEach((key, entry) -> {
            Specifier resolution = Specifier.parse(entry.get("resolution").text(""));
            boolean own = resolution.version().startsWith("workspace:")
                    || resolution.version().startsWith("link:")
                    || resolution.version().startsWith("portal:");
            if (key.equals("__metadata") || own) {
                return;
            }
            List<String> needs = new ArrayList<>();
            entry.get("dependencies").members().forEach((name, range) -> needs.add(name + "@" + range.text("")));
            take(
                    List.of(key.split(", ", -1)),
                    new Reference(resolution.name(), entry.get("version").text("")),
                    needs);
        });
    }

    private void list() {
        for (Locked entry : locked) {
            PackageListing.Entry listed = listing.add(entry.own.name(), entry.own.version());
            for (String descriptor : entry.needs) {
                Reference needed = byDescriptor.get(descriptor);
                if (needed == null) {
                    Specifier plain = Specifier.parse(descriptor);
                    needed = byDescriptor.get(plain.name() + "@npm:" + plain.version());
                }
                if (needed != null) {
                    listed.needs(needed);
                }
            }
        }
    }
}
