package org.drydock.vuln.version;

import org.drydock.vuln.Affected;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the versions that a statement names hold an installed one.
 *
 * <p>A range holds what lies from {@code introduced} on, and before {@code fixed} or up to {@code lastAffected}. Where a
 * text cannot be placed, or only with doubt ({@link VersionScheme#isWellFormed}), the answer is {@code NotInRange} only
 * if another bound proves it.
 *
 * @see <a href="https://ossf.github.io/osv-schema/#evaluation">OSV, evaluation</a>
 */
public final class VersionRanges {
    private static final String FIRST = "0";

    private VersionRanges() {}

    /** Decides whether {@code affected} names {@code installed}, a version of {@code scheme}. */
    public static RangeDecision decide(Affected affected, VersionScheme scheme, String installed) {
        if (affected.versions().contains(installed)) {
            return new RangeDecision.Listed(installed);
        }
        if (affected.ranges().isEmpty() && affected.versions().isEmpty()) {
            return new RangeDecision.Unknown("it names no versions");
        }
        VersionKey key;
        try {
            key = scheme.key(installed);
        } catch (InvalidVersionException e) {
            return new RangeDecision.Unknown("installed version: " + e.getMessage());
        }
        return decide(affected, scheme, installed, key);
    }

    private static RangeDecision decide(Affected affected, VersionScheme scheme, String installed, VersionKey key) {
        @Nullable String doubt = null;
        for (Affected.Range range : affected.ranges()) {
            Bounds bounds = new Bounds(scheme, key);
            if (bounds.hold(range)) {
                return new RangeDecision.InRange(range);
            }
            doubt = doubt == null ? bounds.doubt() : doubt;
        }
        for (String version : affected.versions()) {
            if (isSame(scheme, version, key)) {
                return new RangeDecision.Listed(version);
            }
        }
        if (doubt == null && !scheme.isWellFormed(installed)) {
            doubt = "installed version: " + notCovered(scheme, installed);
        }
        return doubt == null ? new RangeDecision.NotInRange() : new RangeDecision.Unknown(doubt);
    }

    /** An entry that cannot be read is not a version that could be read. */
    private static boolean isSame(VersionScheme scheme, String version, VersionKey key) {
        try {
            return scheme.key(version).equals(key);
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    private static String notCovered(VersionScheme scheme, String version) {
        return "the " + scheme.id() + " grammar does not cover \"" + InvalidVersionException.shown(version) + "\"";
    }

    /** Compares one version with the bounds of one range. */
    private static final class Bounds {
        private final VersionScheme scheme;
        private final VersionKey key;
        private @Nullable String doubt;
        private boolean excluded;

        Bounds(VersionScheme scheme, VersionKey key) {
            this.scheme = scheme;
            this.key = key;
        }

        boolean hold(Affected.Range range) {
            boolean held = range.introduced().equals(FIRST) || holds(range.introduced(), "introduced", 0, 1);
            if (range.fixed() != null) {
                held &= holds(range.fixed(), "fixed", -1, -1);
            }
            if (range.lastAffected() != null) {
                held &= holds(range.lastAffected(), "last affected", -1, 0);
            }
            return held;
        }

        /** Why it cannot be told that the version lies outside; null if it can. */
        @Nullable
        String doubt() {
            return excluded ? null : doubt;
        }

        /** Whether the sign of the comparison with the bound lies from {@code least} to {@code most}. */
        private boolean holds(String bound, String name, int least, int most) {
            try {
                int sign = Integer.signum(key.compareTo(scheme.key(bound)));
                if (sign >= least && sign <= most) {
                    return true;
                }
                if (scheme.isWellFormed(bound)) {
                    excluded = true;
                } else {
                    doubt = name + ": " + notCovered(scheme, bound);
                }
            } catch (InvalidVersionException e) {
                doubt = name + ": " + e.getMessage();
            }
            return false;
        }
    }
}
