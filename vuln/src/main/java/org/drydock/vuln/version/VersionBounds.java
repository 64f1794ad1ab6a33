package org.drydock.vuln.version;

import java.util.List;
import java.util.Optional;
import org.drydock.vuln.Affected;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a statement names, as keys made once, so that a version is held against them by comparing bytes.
 * {@link VersionRanges} says what that means.
 */
public final class VersionBounds {
    private static final String FIRST = "0";

    private final List<Range> ranges;
    private final List<Bound> versions;

    /**
     * One end of a range, or a listed version.
     *
     * @param stated whether there is a bound; a range that is not bounded holds everything on that side
     * @param key null if what is stated is no version of the scheme
     */
    public record Bound(boolean stated, @Nullable VersionKey key) {
        /** No bound. */
        public static final Bound NONE = new Bound(false, null);

        /** The bound that a text states. */
        public static Bound of(VersionScheme scheme, String text) {
            try {
                return new Bound(true, scheme.key(text));
            } catch (InvalidVersionException e) {
                return new Bound(true, null);
            }
        }
    }

    /**
     * A range; at most one of {@code fixed} and {@code lastAffected} is stated.
     *
     * @param afterIntroduced whether {@code introduced} itself lies outside
     */
    public record Range(Bound introduced, Bound fixed, Bound lastAffected, Bound limit, boolean afterIntroduced) {}

    public VersionBounds(List<Range> ranges, List<Bound> versions) {
        this.ranges = List.copyOf(ranges);
        this.versions = List.copyOf(versions);
    }

    /** Reads what a statement names. */
    public static VersionBounds of(Affected affected, VersionScheme scheme) {
        return new VersionBounds(
                affected.ranges().stream()
                        .map(range -> new Range(
                                isFirst(range.introduced()) ? Bound.NONE : Bound.of(scheme, range.introduced()),
                                bound(scheme, range.fixed()),
                                bound(scheme, range.lastAffected()),
                                bound(scheme, range.limit()),
                                range.afterIntroduced()))
                        .toList(),
                affected.versions().stream()
                        .map(version -> Bound.of(scheme, version))
                        .toList());
    }

    /** Whether {@code introduced} means every version from the first. */
    public static boolean isFirst(String introduced) {
        return introduced.equals(FIRST);
    }

    /** Whether it is sure that the statement does not mean a version. */
    public boolean exclude(VersionKey installed) {
        if (ranges.isEmpty() && versions.isEmpty()) {
            return false;
        }
        for (Range range : ranges) {
            if (place(range, installed) != Place.OUTSIDE) {
                return false;
            }
        }
        return indexOf(installed) < 0;
    }

    /** @param affected what these are the bounds of, for the texts */
    RangeDecision decide(Affected affected, InstalledVersion installed) {
        if (ranges.isEmpty() && versions.isEmpty()) {
            return new RangeDecision.Unknown("it names no versions");
        }
        boolean listed = affected.versions().contains(installed.text());
        Optional<VersionKey> key = installed.key();
        if (key.isEmpty()) {
            return listed
                    ? new RangeDecision.Listed(installed.text())
                    : new RangeDecision.Unknown("installed version: " + installed.trouble());
        }
        @Nullable String doubt = null;
        for (int i = 0; i < ranges.size(); i++) {
            Place place = place(ranges.get(i), key.get());
            if (place == Place.INSIDE) {
                return new RangeDecision.InRange(affected.ranges().get(i));
            }
            if (place == Place.UNKNOWN && doubt == null) {
                doubt = doubt(ranges.get(i), affected.ranges().get(i), installed.scheme(), key.get());
            }
        }
        if (listed) {
            return new RangeDecision.Listed(installed.text());
        }
        int same = indexOf(key.get());
        if (same >= 0) {
            return new RangeDecision.Listed(affected.versions().get(same));
        }
        return doubt == null ? new RangeDecision.NotInRange() : new RangeDecision.Unknown(doubt);
    }

    private enum Place {
        INSIDE,
        OUTSIDE,
        UNKNOWN
    }

    /** Outside only if a bound proves it. */
    private static Place place(Range range, VersionKey installed) {
        Place introduced = place(range.introduced, installed, range.afterIntroduced ? 1 : 0, 1);
        Place fixed = place(range.fixed, installed, -1, -1);
        Place last = place(range.lastAffected, installed, -1, 0);
        Place limit = place(range.limit, installed, -1, -1);
        if (introduced == Place.OUTSIDE || fixed == Place.OUTSIDE || last == Place.OUTSIDE || limit == Place.OUTSIDE) {
            return Place.OUTSIDE;
        }
        return introduced == Place.INSIDE && fixed == Place.INSIDE && last == Place.INSIDE && limit == Place.INSIDE
                ? Place.INSIDE
                : Place.UNKNOWN;
    }

    /** Inside if the sign of the comparison with the bound lies from {@code least} to {@code most}. */
    private static Place place(Bound bound, VersionKey installed, int least, int most) {
        if (!bound.stated) {
            return Place.INSIDE;
        }
        VersionKey key = bound.key;
        if (key == null) {
            return Place.UNKNOWN;
        }
        int sign = Integer.signum(installed.compareTo(key));
        if (sign >= least && sign <= most) {
            return Place.INSIDE;
        }
        return installed.comparesSoundlyWith(key) ? Place.OUTSIDE : Place.UNKNOWN;
    }

    /** An entry that cannot be read is not a version that could be read. */
    private int indexOf(VersionKey installed) {
        for (int i = 0; i < versions.size(); i++) {
            VersionKey key = versions.get(i).key;
            if (key != null && key.equals(installed)) {
                return i;
            }
        }
        return -1;
    }

    /** The last bound of a range that leaves the version's place open. */
    private static String doubt(Range range, Affected.Range written, VersionScheme scheme, VersionKey installed) {
        if (place(range.limit, installed, -1, -1) == Place.UNKNOWN) {
            return doubt("limit", String.valueOf(written.limit()), range.limit, scheme);
        }
        if (place(range.lastAffected, installed, -1, 0) == Place.UNKNOWN) {
            return doubt("last affected", String.valueOf(written.lastAffected()), range.lastAffected, scheme);
        }
        if (place(range.fixed, installed, -1, -1) == Place.UNKNOWN) {
            return doubt("fixed", String.valueOf(written.fixed()), range.fixed, scheme);
        }
        return doubt("introduced", written.introduced(), range.introduced, scheme);
    }

    private static String doubt(String name, String text, Bound bound, VersionScheme scheme) {
        if (bound.key != null) {
            return name + ": the " + scheme.id() + " grammar does not say where the version lies to \""
                    + InvalidVersionException.shown(text) + "\"";
        }
        return name + ": " + InstalledVersion.of(scheme, text).trouble();
    }

    private static Bound bound(VersionScheme scheme, @Nullable String text) {
        return text == null ? Bound.NONE : Bound.of(scheme, text);
    }
}
