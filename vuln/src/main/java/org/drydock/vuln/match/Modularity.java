package org.drydock.vuln.match;

import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement about a module stream is about a package at all. An rpm built for a module has a label such as
 * {@code nodejs:18:9020220826113534:rhel9}; the first such packages had none, but say so in their release.
 */
final class Modularity {
    /** What a statement says that is about modular packages, but does not name the stream. */
    private static final String ANY_STREAM = "*";

    private Modularity() {}

    /**
     * Whether the statement speaks of the package.
     *
     * @param module as in {@link org.drydock.vuln.Affected#module()}
     */
    static boolean speaksOf(@Nullable String module, Package subject) {
        if (module == null || !(subject.metadata() instanceof PackageMetadata.RpmMetadata rpm)) {
            return true;
        }
        String label = rpm.modularity();
        if (label == null || label.isEmpty()) {
            boolean modularRelease =
                    rpm.release().contains("module+el") || rpm.release().contains("module_el");
            return modularRelease == !module.isEmpty();
        }
        return module.equals(ANY_STREAM) || (!module.isEmpty() && (label + ":").startsWith(module + ":"));
    }
}
