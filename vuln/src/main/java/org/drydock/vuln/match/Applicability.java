package org.drydock.vuln.match;

import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Namespaces;
import org.jspecify.annotations.Nullable;

/** Whether a statement that was found under a package's name is about that package at all. */
final class Applicability {
    private Applicability() {}

    /** Whether statements of one name may be about some of the packages of that name only. */
    static boolean mayDiffer(Package subject) {
        return subject.type() == PackageType.RPM;
    }

    /** Why the statement is about something else, in a few words; null if it is about the package. */
    static @Nullable String objection(Affected affected, Package subject) {
        if (!(subject.metadata() instanceof RpmMetadata rpm)) {
            return affected.namespace().equals(Namespaces.CPE) ? CpeLimits.objection(affected) : null;
        }
        if (subject.name().endsWith("-debuginfo") || subject.name().endsWith("-debugsource")) {
            return "the package holds symbols and sources for debuggers, and nothing that runs";
        }
        if (!Modularity.speaksOf(affected.module(), subject)) {
            String label = rpm.modularity();
            return (affected.module() == null || affected.module().isEmpty()
                            ? "it speaks of packages outside of any module"
                            : "it speaks of module "
                                    + (affected.module().equals("*") ? "builds only" : affected.module()))
                    + "; the package is of "
                    + (label == null || label.isEmpty() ? "no module" : label);
        }
        if (affected.namespace().startsWith("oracle-linux:")) {
            return flavourObjection(affected, rpm);
        }
        return null;
    }

    private static @Nullable String flavourObjection(Affected affected, RpmMetadata rpm) {
        Flavour own = Flavour.of(rpm.release());
        for (Affected.Range range : affected.ranges()) {
            String fixed = range.fixed();
            if (fixed == null || Flavour.of(fixed) == own) {
                return null;
            }
        }
        return affected.ranges().isEmpty() ? null : "it speaks of another flavour; the package is " + own.words;
    }

    /** Builds of one package that are mended apart from each other. */
    private enum Flavour {
        PLAIN("a plain build"),
        FIPS("a FIPS build"),
        KSPLICE("a Ksplice build");

        private final String words;

        Flavour(String words) {
            this.words = words;
        }

        static Flavour of(String version) {
            if (version.contains(".ksplice")) {
                return KSPLICE;
            }
            return version.endsWith("_fips") || version.contains("_fips.") || version.contains(".fips") ? FIPS : PLAIN;
        }
    }
}
