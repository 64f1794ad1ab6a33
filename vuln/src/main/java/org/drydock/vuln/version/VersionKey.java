package org.drydock.vuln.version;

import java.util.Arrays;

/** The place of a version in its scheme's order, as bytes that compare unsigned. Immutable. */
public final class VersionKey implements Comparable<VersionKey> {
    private final byte[] bytes;

    public VersionKey(byte[] bytes) {
        this(bytes.clone(), true);
    }

    private VersionKey(byte[] bytes, @SuppressWarnings("unused") boolean owned) {
        this.bytes = bytes;
    }

    /** A key of bytes that nobody else holds. */
    static VersionKey wrap(byte[] bytes) {
        return new VersionKey(bytes, true);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(VersionKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
