package org.drydock.policy;

import java.util.OptionalInt;
import org.drydock.core.Purl;

/** How the versions of a package are ordered. Whoever composes the program knows; policy does not. */
@FunctionalInterface
public interface VersionOrder {
    /** Knows nothing: only equal texts are equal. */
    VersionOrder UNKNOWN = (_, left, right) -> left.equals(right) ? OptionalInt.of(0) : OptionalInt.empty();

    /**
     * Compares two versions of a package, as {@link java.util.Comparator#compare} does.
     *
     * @param of the package whose ecosystem orders them
     * @return empty if it cannot be told which is newer
     */
    OptionalInt compare(Purl of, String left, String right);
}
