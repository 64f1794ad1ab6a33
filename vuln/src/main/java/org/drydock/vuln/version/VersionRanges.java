package org.drydock.vuln.version;

import org.drydock.vuln.Affected;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the versions that a statement names hold an installed one.
 *
 * <p>A range holds what lies from {@code introduced} on, and before {@code fixed} or up to {@code lastAffected}. A text
 * that cannot be placed, or that differs only where no grammar covers it ({@link VersionKey#isWellFormed}), proves
 * nothing: the answer is then {@code NotInRange} only if another bound proves it.
 *
 * @see <a href="https://ossf.github.io/osv-schema/#evaluation">OSV, evaluation</a>
 */
public final class VersionRanges {
    private static final String FIRST = "0";

    private VersionRanges() {}

    /** Decides whether {@code affected} names {@code installed}, a version of {@code scheme}. */
    public static RangeDecision decide(Affected affected, VersionScheme scheme, String installed) {
        boolean listed = affected.versions().contains(installed);
        if (affected.ranges().isEmpty() && affected.versions().isEmpty()) {
            return new RangeDecision.Unknown("it names no versions");
        }
        VersionKey key;
        try {
            key = scheme.key(installed);
        } catch (InvalidVersionException e) {
            return listed
                    ? new RangeDecision.Listed(installed)
                    : new RangeDecision.Unknown("installed version: " + e.getMessage());
        }
        RangeDecision decision = decide(affected, scheme, key);
        return listed && !(decision instanceof RangeDecision.InRange) ? new RangeDecision.Listed(installed) : decision;
    }

    private static RangeDecision decide(Affected affected, VersionScheme scheme, VersionKey installed) {
        @Nullable String doubt = null;
        for (Affected.Range range : affected.ranges()) {
            Bounds bounds = new Bounds(scheme, installed);
            if (bounds.hold(range)) {
                return new RangeDecision.InRange(range);
            }
            doubt = doubt == null ? bounds.doubt() : doubt;
        }
        for (String version : affected.versions()) {
            if (isSame(scheme, version, installed)) {
                return new RangeDecision.Listed(version);
            }
        }
        return doubt == null ? new RangeDecision.NotInRange() : new RangeDecision.Unknown(doubt);
    }

    /** An entry that cannot be read is not a version that could be read. */
    private static boolean isSame(VersionScheme scheme, String version, VersionKey installed) {
        try {
            return scheme.key(version).equals(installed);
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    /** Compares one version with the bounds of one range. */
    private static final class Bounds {
        private final VersionScheme scheme;
        private final VersionKey installed;
        private @Nullable String doubt;
        private boolean excluded;

        Bounds(VersionScheme scheme, VersionKey installed) {
            this.scheme = scheme;
            this.installed = installed;
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
                VersionKey key = scheme.key(bound);
                int sign = Integer.signum(installed.compareTo(key));
                if (sign >= least && sign <= most) {
                    return true;
                }
                if (installed.comparesSoundlyWith(key)) {
                    excluded = true;
                } else {
                    doubt = name + ": the " + scheme.id() + " grammar does not say where the version lies to \""
                            + InvalidVersionException.shown(bound) + "\"";
                }
            } catch (InvalidVersionException e) {
                doubt = name + ": " + e.getMessage();
            }
            return false;
        }
    }
}
