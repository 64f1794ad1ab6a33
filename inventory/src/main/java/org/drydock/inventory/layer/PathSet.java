package org.drydock.inventory.layer;

import java.util.Arrays;

/** A set of {@link PathHash} values. Immutable. */
public final class PathSet {
    static final PathSet EMPTY = new PathSet(new long[0]);

    private final long[] sorted;

    private PathSet(long[] sorted) {
        this.sorted = sorted;
    }

    /** Whether the path with this value is in the set. */
    public boolean contains(long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    long get(int index) {
        return sorted[index];
    }

    /** Takes ascending values. */
    static PathSet ofSorted(long[] sorted) {
        return new PathSet(sorted.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathSet set && Arrays.equals(sorted, set.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** Collects values. */
    static final class Builder {
        private long[] values = new long[64];
        private int size;

        void add(long hash) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = hash;
        }

        void addAll(PathSet other) {
            for (long hash : other.sorted) {
                add(hash);
            }
        }

        PathSet build() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            int distinct = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            return new PathSet(distinct == sorted.length ? sorted : Arrays.copyOf(sorted, distinct));
        }
    }
}
