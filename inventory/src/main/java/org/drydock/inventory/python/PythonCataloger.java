package org.drydock.inventory.python;

import java.util.List;
import java.util.Locale;
import org.drydock.core.Diagnostic.Level;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;

/**
 * Reads the metadata of installed Python distributions: wheels ({@code *.dist-info/METADATA}), setuptools
 * ({@code *.egg-info/PKG-INFO}, and inside egg folders {@code EGG-INFO/PKG-INFO}) and distutils (plain
 * {@code *.egg-info} files). Names are yielded as stated.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/core-metadata/">Core metadata</a>
 */
public final class PythonCataloger implements Cataloger {
    private static final String EGG_INFO = ".egg-info";

    @Override
    public String name() {
        return "python";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("METADATA"), new Selector.Name("PKG-INFO"), new Selector.Extension(EGG_INFO));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (!isInstalledMetadata(file.path())) {
            return;
        }
        CoreMetadata metadata = CoreMetadata.read(file.content());
        if (metadata.name().isBlank() || metadata.version().isBlank()) {
            String missing = metadata.name().isBlank() ? "name" : "version";
            sink.diagnostic(
                    Level.NOT_EXAMINED,
                    "malformed-python-metadata",
                    "",
                    "the distribution states no " + missing + " and is left out");
            return;
        }
        sink.add(CatalogedPackage.of(PackageType.PYTHON, metadata.name(), metadata.version())
                .withLicenses(metadata.licenses()));
    }

    private static boolean isInstalledMetadata(ImagePath path) {
        String folder = path.parent().name().toLowerCase(Locale.ROOT);
        return switch (path.name()) {
            case "METADATA" -> folder.endsWith(".dist-info");
            case "PKG-INFO" -> folder.endsWith(EGG_INFO) || folder.equals("egg-info");
            default -> path.name().toLowerCase(Locale.ROOT).endsWith(EGG_INFO);
        };
    }
}
