package org.drydock.inventory.python.declared;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads what {@code setup.cfg} requires, and the texts in a list that {@code setup.py} assigns to
 * {@code install_requires}; nothing is run. Only what is pinned to one version is a package.
 *
 * @see <a href="https://setuptools.pypa.io/en/latest/userguide/declarative_config.html">setup.cfg</a>
 */
public final class SetupCataloger implements Cataloger {
    private static final int MAX_BYTES = 1 << 20;
    private static final String KEY = "install_requires";

    @Override
    public String name() {
        return "python-setup";
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
        return List.of(new Selector.Name("setup.py"), new Selector.Name("setup.cfg"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (!Documents.fits(file, MAX_BYTES, sink)) {
            return;
        }
        try (PackageListing listing = new PackageListing(PackageType.PYTHON, sink)) {
            if (file.path().name().equals("setup.py")) {
                program(file.text(), listing);
            } else {
                configuration(new ByteLines(file.content()), listing);
            }
        }
    }

    private static void configuration(ByteLines lines, PackageListing listing) {
        boolean options = false;
        boolean required = false;
        while (lines.next()) {
            String line = lines.textFrom(0);
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            if (!lines.isIndented()) {
                options = line.startsWith("[") ? line.equals("[options]") : options;
                int equals = line.indexOf('=');
                required = options
                        && equals > 0
                        && line.substring(0, equals).strip().equals(KEY);
                line = required ? line.substring(equals + 1).strip() : "";
            }
            if (required && !line.isEmpty()) {
                add(line, listing);
            }
        }
    }

    private static void program(String text, PackageListing listing) {
        int start = text.indexOf('[', Math.max(0, text.indexOf(KEY)));
        boolean assigned = text.contains(KEY)
                && start > 0
                && text.substring(text.indexOf(KEY) + KEY.length(), start)
                        .strip()
                        .equals("=");
        if (!assigned) {
            return;
        }
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != ']') {
            char c = text.charAt(i);
            int end = -1;
            if (c == '#') {
                end = text.indexOf('\n', i);
            } else if (c == '"' || c == '\'') {
                end = text.indexOf(c, i + 1);
                if (end > 0) {
                    add(text.substring(i + 1, end), listing);
                }
            } else {
                end = i;
            }
            if (end < 0) {
                return;
            }
            i = end + 1;
        }
    }

    private static void add(String text, PackageListing listing) {
        Requirement requirement = Requirement.parse(text);
        if (requirement.version().isEmpty()) {
            listing.leftOut(text, "no one version is required");
        } else {
            listing.add(requirement.name(), requirement.version());
        }
    }
}
