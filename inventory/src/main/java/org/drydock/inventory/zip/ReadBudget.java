package org.drydock.inventory.zip;

import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;

/** How many bytes may still be read from one outermost archive and all archives in it together. */
public final class ReadBudget {
    private static final long RATIO_FREE_BYTES = 64L << 20;

    private final long total;
    private final int expansionRatio;
    private long left;

    public ReadBudget(Limits limits) {
        this.total = limits.archiveBytes();
        this.left = total;
        this.expansionRatio = limits.expansionRatio();
    }

    /** Whether nothing more may be read. */
    public boolean isSpent() {
        return left <= 0;
    }

    /**
     * Takes bytes out of the budget.
     *
     * @throws LimitExceededException if it does not hold as many; it is spent then
     */
    public void take(long count) {
        if (count > left) {
            left = 0;
            throw new LimitExceededException(
                    "more than the limit of " + total + " bytes in one archive, nested ones included");
        }
        left -= count;
    }

    /**
     * @param unpacked how many bytes a compressed stream has grown to
     * @param packed how many it was
     * @throws LimitExceededException if it has grown too much to be honest
     */
    void checkExpansion(long unpacked, long packed) {
        if (unpacked > RATIO_FREE_BYTES && unpacked / expansionRatio > packed) {
            throw new LimitExceededException("grows more than " + expansionRatio + " times when unpacked");
        }
    }
}
