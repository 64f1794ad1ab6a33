package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drydock.core.Status;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionScheme;
import org.jspecify.annotations.Nullable;

/**
 * Joins what one record says of one package in several statements, one for each branch of it. A version that the range of
 * one branch holds is not mended by the fix of another; and of several fixes behind it the last is its own.
 */
final class BranchesOfOneRecord {
    private BranchesOfOneRecord() {}

    /** @param opinions of one question, those of one record side by side */
    static List<Opinion> join(List<Opinion> opinions, VersionScheme scheme) {
        List<Opinion> joined = new ArrayList<>(opinions.size());
        int from = 0;
        while (from < opinions.size()) {
            int to = from + 1;
            while (to < opinions.size()
                    && isOfSameRecord(
                            opinions.get(from).statement(), opinions.get(to).statement())) {
                to++;
            }
            if (to == from + 1) {
                joined.add(opinions.get(from));
            } else {
                add(opinions.subList(from, to), scheme, joined);
            }
            from = to;
        }
        return joined;
    }

    private static void add(List<Opinion> branches, VersionScheme scheme, List<Opinion> to) {
        @Nullable Opinion settled = null;
        boolean open = false;
        for (Opinion branch : branches) {
            if (branch.needsAttention() || branch.isDenial()) {
                to.add(branch);
                open |= branch.needsAttention();
            } else if (settled == null || isNearer(branch, settled, scheme)) {
                settled = branch;
            }
        }
        if (!open && settled != null) {
            to.add(settled);
        }
    }

    private static boolean isNearer(Opinion branch, Opinion than, VersionScheme scheme) {
        VersionKey own = fix(branch, scheme);
        VersionKey other = fix(than, scheme);
        return own != null && (other == null || own.compareTo(other) > 0);
    }

    private static @Nullable VersionKey fix(Opinion opinion, VersionScheme scheme) {
        String fixed = opinion.status() == Status.FIXED ? opinion.fixedVersion() : null;
        return fixed == null ? null : scheme.key(fixed);
    }

    private static boolean isOfSameRecord(Statement left, Statement right) {
        return left.advisoryId().equals(right.advisoryId())
                && left.source().equals(right.source())
                && Objects.equals(left.affected().module(), right.affected().module());
    }
}
