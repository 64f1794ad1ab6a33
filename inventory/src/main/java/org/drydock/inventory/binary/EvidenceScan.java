package org.drydock.inventory.binary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Looks for many patterns in one pass over a file of any size, window by window. */
final class EvidenceScan {
    private static final int WINDOW = 1 << 18;

    private final List<BytePattern> patterns = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private final BytePattern[][] byFirst = new BytePattern[256][];

    /** Takes what is found. */
    @FunctionalInterface
    interface Hit {
        /**
         * Says that the pattern was found.
         *
         * @param version empty if the pattern has none
         */
        void found(String version);
    }

    void want(BytePattern pattern, Hit hit) {
        patterns.add(pattern);
        hits.add(hit);
    }

    /**
     * Looks through the whole file.
     *
     * @param nameVersion the version that the file's name has
     */
    void run(ByteBuffer content, String nameVersion) {
        for (int first = 0; first < byFirst.length; first++) {
            int value = first;
            BytePattern[] here =
                    patterns.stream().filter(p -> p.canBeginWith(value)).toArray(BytePattern[]::new);
            byFirst[first] = here;
        }
        byte[] window = new byte[(int) Math.min(content.limit(), 1L + WINDOW + BytePattern.LONGEST)];
        for (long base = 0; base < content.limit(); base += WINDOW) {
            int before = base == 0 ? 0 : 1;
            int length = (int) Math.min(window.length, content.limit() - base + before);
            content.get((int) base - before, window, 0, length);
            look(window, before, Math.min(length, before + WINDOW), length, nameVersion);
        }
    }

    private void look(byte[] window, int from, int to, int length, String nameVersion) {
        for (int at = from; at < to; at++) {
            BytePattern[] here = byFirst[window[at] & 0xff];
            for (BytePattern pattern : here) {
                String version = pattern.mayBeginAt(window, at) ? pattern.match(window, at, length, nameVersion) : null;
                if (version != null) {
                    hits.get(patterns.indexOf(pattern)).found(version);
                }
            }
        }
    }
}
