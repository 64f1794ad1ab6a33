package org.drydock.inventory.rust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.executable.Sections;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * Reads from programs that {@code cargo auditable} built which crates they consist of. Crates that only helped to build
 * the program count as being for development.
 *
 * @see <a href="https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md">The embedded data</a>
 */
public final class RustBinaryCataloger implements Cataloger {
    private static final String SECTION = ".dep-v0";
    private static final int MAX_JSON = 16 << 20;
    private static final int SMALLEST = 4096;

    @Override
    public String name() {
        return "rust-binary";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Head((head, size) -> size >= SMALLEST && Sections.isExecutable(head)));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Optional<ByteBuffer> section = Sections.find(file.content().duplicate(), SECTION);
        if (section.isEmpty()) {
            return;
        }
        try {
            List<JsonValue> packages = JsonReader.read(inflate(section.get()), SECTION)
                    .get("packages")
                    .elements();
            try (PackageListing listing = new PackageListing(PackageType.CRATES, sink)) {
                list(packages, listing);
            }
        } catch (DataFormatException | JsonException e) {
            sink.diagnostic(
                    Level.NOT_EXAMINED,
                    "unreadable-dependency-list",
                    "",
                    "the list of crates in the program cannot be read: " + e.getMessage());
        }
    }

    private static void list(List<JsonValue> packages, PackageListing listing) {
        for (JsonValue entry : packages) {
            PackageListing.Entry listed = listing.add(
                    entry.get("name").text(""),
                    entry.get("version").text(""),
                    entry.get("kind").text("").equals("build"));
            for (JsonValue index : entry.get("dependencies").elements()) {
                int at = (int) index.number(-1);
                if (at >= 0 && at < packages.size()) {
                    JsonValue needed = packages.get(at);
                    listed.needs(new Reference(
                            needed.get("name").text(""), needed.get("version").text("")));
                }
            }
        }
    }

    private static byte[] inflate(ByteBuffer packed) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 13];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("it ends too early");
                }
                if (out.size() + count > MAX_JSON) {
                    throw new DataFormatException("it is larger than " + MAX_JSON + " bytes");
                }
                out.write(part, 0, count);
            }
        }
        return out.toByteArray();
    }
}
