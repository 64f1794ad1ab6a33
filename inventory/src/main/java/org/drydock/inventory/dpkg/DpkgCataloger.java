package org.drydock.inventory.dpkg;

import java.util.List;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/**
 * Reads dpkg's database: which packages are installed, what they were built from, and which files they own. Images
 * without a package manager have one file a package in {@code status.d} instead of one for all.
 *
 * @see <a href="https://manpages.debian.org/stable/dpkg/dpkg-query.1.en.html">dpkg-query(1)</a>
 * @see <a href="https://manpages.debian.org/stable/dpkg-dev/deb822.5.en.html">deb822(5)</a>
 */
public final class DpkgCataloger implements Cataloger {
    private static final String STATUS = "var/lib/dpkg/status";
    private static final ImagePath STATUS_D = new ImagePath("var/lib/dpkg/status.d");
    private static final ImagePath FILE_LISTS = new ImagePath("var/lib/dpkg/info");
    private static final String LIST = ".list";
    private static final String CHECKSUMS = ".md5sums";

    @Override
    public String name() {
        return "dpkg";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(
                new Selector.Path(STATUS),
                new Selector.InDirectory(STATUS_D.value()),
                new Selector.Extension(LIST),
                new Selector.Extension(CHECKSUMS));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        ImagePath directory = file.path().parent();
        String name = file.path().name();
        if (file.path().value().equals(STATUS)) {
            new StatusFile(file, sink, false).read();
        } else if (directory.equals(STATUS_D) || directory.equals(FILE_LISTS)) {
            if (name.endsWith(LIST)) {
                new OwnershipList(file, sink, packageOf(name, LIST)).readPaths();
            } else if (name.endsWith(CHECKSUMS)) {
                new OwnershipList(file, sink, packageOf(name, CHECKSUMS)).readChecksums();
            } else if (directory.equals(STATUS_D)) {
                new StatusFile(file, sink, true).read();
            }
        }
    }

    /** {@code libc6:amd64.list} tells of {@code libc6}. */
    private static String packageOf(String fileName, String suffix) {
        String name = fileName.substring(0, fileName.length() - suffix.length());
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
