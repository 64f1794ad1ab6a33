package org.drydock.vuln.match;

import org.drydock.inventory.Package;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the store for on behalf of a package.
 *
 * @param name normalised, as statements have it
 * @param version the version to hold against what is stated of that name
 * @param by what of the package {@code name} is
 * @param tier how near the namespace is to the package: what a lower one says counts before what a higher one says;
 *     {@link #CHANNEL} for fixes of an additional channel, which count beside the release's
 */
record Question(String namespace, String name, String version, By by, int tier) {
    /** The tier of namespaces that add fixes to a release for those who subscribe to them. */
    static final int CHANNEL = -1;

    /** What of a package a name is. */
    enum By {
        /** Its own name. */
        NAME,
        /** The name of what it was built from. */
        SOURCE,
        /** The name of the source rpm, where statements of a source rpm and of a binary one stand side by side. */
        SOURCE_RPM,
        /** A vendor and a product of the CPE dictionary. */
        CPE
    }

    /** Written out, as is {@link #hashCode()}: this is the key of many maps, and the generated ones link at run time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Question asked
                && asked.name.equals(name)
                && asked.version.equals(version)
                && asked.namespace.equals(namespace)
                && asked.by == by
                && asked.tier == tier;
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + version.hashCode()) * 31 + namespace.hashCode();
    }

    /** Whether it asks under another name than the package's own. */
    boolean bySource(Package subject) {
        return by == By.SOURCE_RPM || (by == By.SOURCE && !name.equals(subject.name()));
    }
}
