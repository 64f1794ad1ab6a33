package org.drydock.inventory.distro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Diagnostic.Level;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Selector;
import org.drydock.inventory.text.DiagnosticBudget;

/**
 * Reads which distribution a root file system is: from {@code os-release}, or from the release files of the time before
 * it. Several of them may be there and disagree; {@link #rank} says whom to believe.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>
 */
public final class DistroCataloger implements Cataloger {
    private static final int MAX_BYTES = 1 << 20;

    @Override
    public String name() {
        return "distro";
    }

    @Override
    public int version() {
        return 1;
    }

    /**
     * How much a file's word counts: the lowest rank wins. {@code etc/os-release} comes first, then
     * {@code usr/lib/os-release}, then the release files, the special before those that descendants copy.
     *
     * @return {@link Integer#MAX_VALUE} for a path that this cataloger does not read
     */
    public static int rank(ImagePath path) {
        return ReleaseFile.of(path).map(ReleaseFile::ordinal).orElse(Integer.MAX_VALUE);
    }

    @Override
    public List<Selector> selectors() {
        List<Selector> selectors = new ArrayList<>();
        for (ReleaseFile file : ReleaseFile.values()) {
            selectors.add(new Selector.Path(file.path()));
        }
        return List.copyOf(selectors);
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Optional<ReleaseFile> kind = ReleaseFile.of(file.path());
        if (kind.isEmpty()) {
            return;
        }
        if (file.size() > MAX_BYTES) {
            sink.diagnostic(
                    Level.NOT_EXAMINED,
                    "file-too-large",
                    "",
                    "a release file is never larger than " + MAX_BYTES + " bytes");
            return;
        }
        try (DiagnosticBudget diagnostics = new DiagnosticBudget(sink)) {
            Optional<Distro> distro = read(kind.get(), file, diagnostics);
            if (distro.isEmpty()) {
                Level level = kind.get().isOsRelease() ? Level.WARNING : Level.NOTE;
                diagnostics.report(level, "unknown-distribution", 0, "the file names no known distribution");
            }
            distro.ifPresent(sink::distro);
        }
    }

    private static Optional<Distro> read(ReleaseFile kind, CandidateFile file, DiagnosticBudget diagnostics) {
        return switch (kind) {
            case OS_RELEASE, USR_OS_RELEASE -> OsRelease.read(ShellVariables.read(file.content(), diagnostics));
            case LSB -> LsbRelease.read(ShellVariables.read(file.content(), diagnostics));
            case DEBIAN -> OneLineRelease.debian(file.text());
            case ALPINE -> OneLineRelease.alpine(file.text());
            case ORACLE, CENTOS, FEDORA, REDHAT, SYSTEM -> OneLineRelease.redHatFamily(file.text());
            case SUSE -> SuseRelease.read(file.text());
        };
    }
}
