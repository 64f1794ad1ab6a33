package org.drydock.inventory.python.declared;

import java.util.List;
import java.util.Locale;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads requirements files. Only what is pinned to one version is a package; all else is told of. A file that another one
 * includes is read by itself if its name is one of a requirements file.
 *
 * @see <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">Requirements file format</a>
 */
public final class RequirementsCataloger implements Cataloger {
    private static final int MAX_CONTINUED = 1 << 16;

    @Override
    public String name() {
        return "python-requirements";
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
        return List.of(
                new Selector.InDirectory("requirements"),
                new Selector.NameMatch(RequirementsCataloger::isRequirements));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        String name = file.path().name().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".txt")) {
            return;
        }
        boolean development = name.contains("dev") || name.contains("test");
        try (PackageListing listing = new PackageListing(PackageType.PYTHON, sink)) {
            ByteLines lines = new ByteLines(file.content());
            StringBuilder logical = new StringBuilder();
            while (lines.next()) {
                String line = lines.exactTextFrom(0);
                if (line.endsWith("\\") && logical.length() < MAX_CONTINUED) {
                    logical.append(line, 0, line.length() - 1).append(' ');
                    continue;
                }
                requirement(logical.append(line).toString(), file.path(), development, listing);
                logical.setLength(0);
            }
            requirement(logical.toString(), file.path(), development, listing);
        }
    }

    private static void requirement(String text, ImagePath path, boolean development, PackageListing listing) {
        int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
        String line = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (line.isEmpty()) {
            return;
        }
        if (line.startsWith("-")) {
            option(line, path, listing);
            return;
        }
        Requirement requirement = Requirement.parse(line);
        if (requirement.version().isEmpty()) {
            listing.leftOut(line, "no one version is required");
        } else {
            listing.add(requirement.name(), requirement.version(), development);
        }
    }

    private static void option(String line, ImagePath path, PackageListing listing) {
        boolean includes = line.startsWith("-r") || line.startsWith("--requirement");
        if (includes) {
            String file = line.substring(line.startsWith("-r") ? 2 : "--requirement".length())
                    .replaceFirst("^[= ]+", "")
                    .strip();
            String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            boolean seen = isRequirements(name) || path.parent().name().equals("requirements");
            if (!seen) {
                listing.leftOut(file, "it is a file that is not named as requirements files are");
            }
        } else if (line.startsWith("-e") || line.startsWith("--editable")) {
            listing.leftOut(line, "it is a project of its own");
        }
    }

    private static boolean isRequirements(String name) {
        return name.endsWith(".txt") && name.contains("requirements");
    }
}
