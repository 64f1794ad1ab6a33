package org.drydock.vuln.version;

/**
 * How one ecosystem orders its versions.
 *
 * <p>The order is given by keys: {@code a} comes before {@code b} exactly if {@code key(a)} comes before {@code key(b)}
 * as unsigned bytes, and both are the same version exactly if the keys are equal. A store can so keep keys and compare
 * without parsing.
 *
 * <p>Schemes are without state and may be shared among threads.
 */
public interface VersionScheme {
    /** The name under which stores and outputs know the scheme, for example {@code dpkg}. */
    String id();

    /**
     * The key that orders {@code version}.
     *
     * @throws InvalidVersionException if the text is no version of this scheme; it must then match nothing in silence,
     *     but be reported as unknown
     */
    VersionKey key(String version);

    /**
     * Whether the scheme's grammar covers {@code version}, a text that {@link #key} has ordered. Some tools place texts
     * that are not versions by their own definition; such a place proves nothing about the code behind it, so that
     * {@link VersionRanges} takes it for a hint that a version is affected, but not for proof that it is not.
     */
    default boolean isWellFormed(String version) {
        return true;
    }

    /** Compares two versions; see {@link #key(String)}. */
    default int compare(String left, String right) {
        return key(left).compareTo(key(right));
    }
}
