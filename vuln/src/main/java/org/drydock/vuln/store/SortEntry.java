package org.drydock.vuln.store;

import java.util.Arrays;

/** A key with one of the things said under it, ordered as unsigned bytes. */
@SuppressWarnings("ArrayRecordComponent") // compared by compareTo alone, never kept in a set
record SortEntry(byte[] key, byte[] payload) implements Comparable<SortEntry> {
    private static final int OVERHEAD = 80;

    int weight() {
        return key.length + payload.length + OVERHEAD;
    }

    @Override
    public int compareTo(SortEntry other) {
        int byKey = Arrays.compareUnsigned(key, other.key);
        return byKey != 0 ? byKey : Arrays.compareUnsigned(payload, other.payload);
    }
}
