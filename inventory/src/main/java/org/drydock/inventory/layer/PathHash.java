package org.drydock.inventory.layer;

/**
 * Paths as 64-bit values, so that a layer of any size can say what paths it has in eight bytes each. Two paths of a
 * million have the same value with a probability of about 3 in 10⁸.
 */
public final class PathHash {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xD6E8FEB86659FD93L;

    private PathHash() {}

    /** The value of a normal path, relative to the root. */
    public static long of(String path) {
        return finish(advance(SEED, path, 0, path.length()));
    }

    /**
     * The value of a path that a package database or a file walk gives. Leading slashes do not count, and neither does
     * {@code usr/} before the directories that distributions have merged into {@code /usr}: package databases write
     * {@code /lib/x} for what lies at {@code /usr/lib/x}.
     */
    public static long ofOwned(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        if (path.startsWith("usr/", start) && isMerged(path, start + 4)) {
            start += 4;
        }
        return finish(advance(SEED, path, start, path.length()));
    }

    static long start() {
        return SEED;
    }

    static long advance(long state, String path, int from, int to) {
        long hash = state;
        for (int i = from; i < to; i++) {
            hash = (hash ^ path.charAt(i)) * STEP;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    static long finish(long state) {
        long hash = (state ^ (state >>> 29)) * SEED;
        return hash ^ (hash >>> 32);
    }

    private static boolean isMerged(String path, int at) {
        return path.startsWith("lib/", at)
                || path.startsWith("bin/", at)
                || path.startsWith("sbin/", at)
                || path.startsWith("lib64/", at)
                || path.startsWith("lib32/", at)
                || path.startsWith("libx32/", at);
    }
}
