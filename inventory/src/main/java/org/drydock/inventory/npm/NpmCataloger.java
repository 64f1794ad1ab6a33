package org.drydock.inventory.npm;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;

/**
 * Reads the {@code package.json} of each installed Node.js package, and of applications. Lock files are not read: they
 * say what was wanted, not what is there.
 *
 * @see <a href="https://docs.npmjs.com/cli/configuring-npm/package-json">package.json</a>
 * @see <a href="https://docs.npmjs.com/cli/configuring-npm/folders">Where npm puts packages</a>
 */
public final class NpmCataloger implements Cataloger {
    /** Far beyond real ones, and small enough to be held as values many times its size. */
    static final int MAX_BYTES = 4 << 20;

    private static final String FILE_NAME = "package.json";

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name(FILE_NAME));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        PackageFolder folder = PackageFolder.of(file.path());
        if (folder.kind() == PackageFolder.Kind.PART_OF_PACKAGE) {
            return;
        }
        if (file.size() > MAX_BYTES) {
            sink.diagnostic(
                    Level.NOT_EXAMINED, "file-too-large", "", FILE_NAME + " is larger than " + MAX_BYTES + " bytes");
            return;
        }
        Manifest manifest = new Manifest();
        try {
            JsonReader.readMembers(new ByteArrayInputStream(bytes(file)), FILE_NAME, manifest::member);
        } catch (JsonException e) {
            sink.diagnostic(Level.NOT_EXAMINED, "malformed-package-json", "", String.valueOf(e.getMessage()));
            return;
        }
        switch (folder.kind()) {
            case PACKAGE -> addPackage(folder, manifest, sink);
            case APPLICATION -> addApplication(manifest, sink);
            case PART_OF_PACKAGE -> {}
        }
    }

    private static void addPackage(PackageFolder folder, Manifest manifest, CatalogSink sink) {
        String name = manifest.name().isEmpty() ? folder.name() : manifest.name();
        if (manifest.version().isEmpty()) {
            sink.diagnostic(
                    Level.NOTE,
                    "package-without-version",
                    "",
                    "package " + name + " states no version and is left out");
            return;
        }
        if (manifest.name().isEmpty()) {
            sink.diagnostic(
                    Level.NOTE,
                    "package-without-name",
                    "",
                    "the package states no name: its folder's is taken: " + name);
        }
        add(name, manifest, sink);
    }

    private static void addApplication(Manifest manifest, CatalogSink sink) {
        if (!manifest.name().isEmpty() && !manifest.version().isEmpty()) {
            add(manifest.name(), manifest, sink);
        }
    }

    private static void add(String name, Manifest manifest, CatalogSink sink) {
        sink.add(CatalogedPackage.of(PackageType.NPM, name, manifest.version()).withLicenses(manifest.licenses()));
    }

    private static byte[] bytes(CandidateFile file) {
        byte[] bytes = new byte[file.size()];
        file.content().get(0, bytes);
        return bytes;
    }
}
