package org.drydock.inventory.layer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Unidentified;

/**
 * Counts the programs that no package owns and that no cataloger named. Some of them are listed, all are counted; many of
 * them on a distribution without a single package mean that its package database was removed.
 */
final class UnownedPrograms {
    private static final int MOST_LISTED = 100;
    private static final Set<String> WITH_PACKAGES = Set.of(
            "arch",
            "debian",
            "ubuntu",
            "raspbian",
            "alpine",
            "wolfi",
            "chainguard",
            "rhel",
            "centos",
            "fedora",
            "almalinux",
            "rocky",
            "ol",
            "amzn",
            "sles",
            "opensuse-leap",
            "opensuse-tumbleweed",
            "photon",
            "mariner",
            "azurelinux");

    private final TreeSet<Unidentified> listed = new TreeSet<>(
            Comparator.comparing(Inventory.Unidentified::location).thenComparing(Inventory.Unidentified::what));
    private long count;

    void add(Unidentified program) {
        count++;
        listed.add(program);
        if (listed.size() > MOST_LISTED) {
            listed.removeLast();
        }
    }

    /** The first of them. */
    List<Unidentified> listed() {
        return List.copyOf(listed);
    }

    /**
     * What to say of them.
     *
     * @param packages whether the package database of a distribution tells of any package
     */
    void report(Optional<Distro> distro, boolean packages, Set<Diagnostic> diagnostics) {
        if (count == 0) {
            return;
        }
        String listing = count > MOST_LISTED ? "; the first " + MOST_LISTED + " are listed" : "";
        diagnostics.add(Diagnostic.note(
                "unowned-programs",
                "",
                count + (count == 1 ? " program belongs" : " programs belong") + " to no package" + listing));
        boolean expected = distro.filter(d -> WITH_PACKAGES.contains(d.id().toLowerCase(Locale.ROOT)))
                .isPresent();
        if (expected && !packages) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Level.NOT_EXAMINED,
                    "package-database-missing",
                    "",
                    "the programs of " + distro.map(Distro::prettyName).orElse("")
                            + " are there, but no package database that tells which packages they are of: it was"
                            + " removed or emptied, and its packages are not examined"));
        }
    }
}
