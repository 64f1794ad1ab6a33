package org.drydock.vuln.version;

/**
 * How one ecosystem orders its versions.
 *
 * <p>The order is given by keys: {@code a} comes before {@code b} exactly if {@code key(a)} comes before {@code key(b)}
 * as unsigned bytes, and both are the same version exactly if the keys are equal. A store can so keep keys and compare
 * without parsing.
 *
 * <p>Where the ecosystem's tool orders more than its own definition covers, the scheme does too, and the key says so
 * ({@link VersionKey#isWellFormed}).
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

    /** Compares two versions; see {@link #key(String)}. */
    default int compare(String left, String right) {
        return key(left).compareTo(key(right));
    }
}
