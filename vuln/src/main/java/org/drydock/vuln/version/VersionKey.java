package org.drydock.vuln.version;

import java.util.Arrays;

/**
 * The place of a version in its scheme's order, as bytes that compare unsigned. Immutable.
 *
 * <p>Some tools also place texts that are not versions by their own definition. Such a key is not
 * {@linkplain #isWellFormed well-formed}: from some byte on its place is a convention that proves nothing about the code
 * behind the version. Equality and order take no account of that, and {@link #bytes} does not hold it.
 */
public final class VersionKey implements Comparable<VersionKey> {
    /** What {@link #coveredBytes} is if the grammar covers the whole version. */
    public static final int ALL = Integer.MAX_VALUE;

    private final byte[] bytes;
    private final int coveredBytes;

    /** A key that is well-formed. */
    public VersionKey(byte[] bytes) {
        this(bytes.clone(), ALL);
    }

    /**
     * Takes bytes that nobody else holds, as a scheme wrote them.
     *
     * @param coveredBytes how many of them come from what the grammar covers; {@link #ALL} if the whole version does
     */
    public VersionKey(byte[] bytes, int coveredBytes) {
        this.bytes = bytes;
        this.coveredBytes = coveredBytes;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many of the bytes come from what the scheme's grammar covers, or {@link #ALL}. */
    public int coveredBytes() {
        return coveredBytes;
    }

    /** Whether the scheme's grammar covers the whole version. */
    public boolean isWellFormed() {
        return coveredBytes == ALL;
    }

    /** Whether the grammar covers what the order of this and another version depends on. */
    boolean comparesSoundlyWith(VersionKey other) {
        int covered = Math.min(coveredBytes, other.coveredBytes);
        int difference = Arrays.mismatch(bytes, other.bytes);
        return covered == ALL || (difference >= 0 && difference < covered);
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
