package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Status;

/**
 * One verdict from what several statements mean for the same package and vulnerability.
 *
 * <p>The nearest namespace that says anything decides; a fix that an additional channel brought counts beside it. Within
 * one namespace a source that denies it is believed, then any that affirms it, then doubt, and only then that all of them
 * hold the version for mended or never concerned.
 *
 * @param status what holds
 * @param deciding the opinions that it rests on, never empty
 */
record Consensus(Status status, List<Opinion> deciding) {
    static Consensus of(List<Opinion> opinions) {
        List<Opinion> nearest = new ArrayList<>();
        List<Opinion> channel = new ArrayList<>();
        int tier = Integer.MAX_VALUE;
        for (Opinion opinion : opinions) {
            int own = opinion.question().tier();
            if (own == Question.CHANNEL) {
                channel.add(opinion);
                continue;
            }
            if (own < tier) {
                tier = own;
                nearest.clear();
            }
            if (own == tier) {
                nearest.add(opinion);
            }
        }
        if (nearest.isEmpty()) {
            return ofOneTier(channel);
        }
        Consensus found = ofOneTier(nearest);
        if (channel.isEmpty() || !Opinion.needsAttention(found.status)) {
            return found;
        }
        Consensus ofChannel = ofOneTier(channel);
        if (ofChannel.status == Status.FIXED) {
            return ofChannel;
        }
        List<Opinion> both = new ArrayList<>(found.deciding);
        both.addAll(ofChannel.deciding);
        return new Consensus(found.status, both);
    }

    private static Consensus ofOneTier(List<Opinion> opinions) {
        List<Opinion> denials = new ArrayList<>();
        List<Opinion> affirming = new ArrayList<>();
        List<Opinion> doubtful = new ArrayList<>();
        List<Opinion> mended = new ArrayList<>();
        for (Opinion opinion : opinions) {
            if (opinion.isDenial() && !opinion.needsAttention()) {
                denials.add(opinion);
            } else if (opinion.status() == Status.UNKNOWN) {
                doubtful.add(opinion);
            } else if (opinion.needsAttention()) {
                affirming.add(opinion);
            } else if (opinion.status() == Status.FIXED) {
                mended.add(opinion);
            }
        }
        if (!denials.isEmpty()) {
            return new Consensus(denials.getFirst().status(), denials);
        }
        if (!affirming.isEmpty()) {
            return new Consensus(common(affirming), affirming);
        }
        if (!doubtful.isEmpty()) {
            return new Consensus(Status.UNKNOWN, doubtful);
        }
        return mended.isEmpty() ? new Consensus(Status.NOT_AFFECTED, opinions) : new Consensus(Status.FIXED, mended);
    }

    /** Affected, unless every source that affirms it says the same more. */
    private static Status common(List<Opinion> affirming) {
        Status first = affirming.getFirst().status();
        for (Opinion opinion : affirming) {
            if (opinion.status() != first) {
                return Status.AFFECTED;
            }
        }
        return first;
    }
}
