package org.drydock.vuln.feed.csaf;

import java.util.Optional;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ModuleStreams;
import org.jspecify.annotations.Nullable;

/**
 * A package in a product of a vendor.
 *
 * @param name as {@link Affected#name()}
 * @param version {@code epoch:version-release}; empty if the document speaks of every version
 * @param module as {@link Affected#module()}; empty or a name only where the document itself tells
 */
record CsafProduct(
        String namespace,
        String name,
        String version,
        @Nullable String module) {
    /** The module that a statement on every version is limited to, if it says that there is no vulnerability. */
    @Nullable
    String moduleOfAbsence() {
        return module == null && ModuleStreams.existIn(namespace) ? "" : module;
    }

    /** The module that a mended version is of. */
    @Nullable
    String moduleOfFix() {
        if (!ModuleStreams.existIn(namespace)) {
            return null;
        }
        if (!ModuleStreams.isModular(version)) {
            return "";
        }
        return module == null || module.isEmpty() ? ModuleStreams.UNNAMED : module;
    }

    /** A package by its name in a namespace; empty if the name cannot be one. */
    static Optional<CsafProduct> of(
            String namespace, String name, boolean source, String version, @Nullable String module) {
        if (!FeedText.isName(name)) {
            return Optional.empty();
        }
        String normal = Namespaces.normaliseName(namespace, name);
        return Optional.of(
                new CsafProduct(namespace, source ? Namespaces.sourcePackage(normal) : normal, version, module));
    }
}
