package org.drydock.vuln.store;

import org.drydock.vuln.version.VersionBounds.Bound;
import org.drydock.vuln.version.VersionScheme;

/** A version that a statement names: its place in the order, and apart from that how it was written. */
interface StoredVersion {
    Bound bound();

    String text();

    /** One of which only the text is kept. */
    record Written(String text, VersionScheme scheme) implements StoredVersion {
        @Override
        public Bound bound() {
            return Bound.of(scheme, text);
        }
    }
}
