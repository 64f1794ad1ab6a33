package org.drydock.vuln.version;

import org.drydock.vuln.Affected;

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
    private VersionRanges() {}

    /** Decides whether {@code affected} names {@code installed}, a version of {@code scheme}. */
    public static RangeDecision decide(Affected affected, VersionScheme scheme, String installed) {
        return decide(affected, InstalledVersion.of(scheme, installed));
    }

    /** Decides whether {@code affected} names a version. */
    public static RangeDecision decide(Affected affected, InstalledVersion installed) {
        return decide(affected, VersionBounds.of(affected, installed.scheme()), installed);
    }

    /**
     * Decides whether {@code affected} names a version.
     *
     * @param bounds those of {@code affected} in the version's scheme
     */
    public static RangeDecision decide(Affected affected, VersionBounds bounds, InstalledVersion installed) {
        return bounds.decide(affected, installed);
    }
}
