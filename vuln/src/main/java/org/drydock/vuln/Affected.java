package org.drydock.vuln;

import java.util.List;
import org.drydock.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of one package in one namespace an advisory speaks of.
 *
 * @param namespace the part of the world the name belongs to; see {@link Namespaces}
 * @param name normalised as {@link Namespaces#normaliseName} does; where a source of rpm packages speaks of source
 *     packages, as {@link Namespaces#sourcePackage} has it
 * @param status {@link Status#AFFECTED} for versions in the ranges; {@link Status#NOT_AFFECTED} for the statement that no
 *     version is affected; {@link Status#WILL_NOT_FIX}, {@link Status#DEFERRED} and the like where the source says so of
 *     affected versions
 * @param ranges the affected ranges; a version is affected if any of them holds it
 * @param versions versions that are affected beside the ranges, as written
 * @param module the module stream that the statement is limited to, for example {@code nodejs:18}; null if the source
 *     does not limit it, empty if it is limited to packages outside of any module, {@code *} if it is limited to packages
 *     of a module whose stream the source does not name
 * @param ratings what the source says of the severity for this package, before the advisory's own
 * @param applicability where else the statement is limited
 */
public record Affected(
        String namespace,
        String name,
        Status status,
        List<Range> ranges,
        List<String> versions,
        @Nullable String module,
        List<Advisory.Rating> ratings,
        Applicability applicability) {
    public Affected {
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
        ratings = List.copyOf(ratings);
    }

    /** A statement without further limits. */
    public Affected(
            String namespace,
            String name,
            Status status,
            List<Range> ranges,
            List<String> versions,
            @Nullable String module,
            List<Advisory.Rating> ratings) {
        this(namespace, name, status, ranges, versions, module, ratings, Applicability.EVERYWHERE);
    }

    /**
     * From {@code introduced} on, up to but not including {@code fixed}, or up to and including {@code lastAffected}.
     *
     * @param introduced {@code "0"} for every version from the first
     * @param fixed null if no fix is known; at most one of {@code fixed} and {@code lastAffected} is set
     * @param lastAffected null if {@code fixed} is set or the range is open
     * @param limit from here on the range says nothing more, though nothing is mended by it: the next branch, or the first
     *     version nobody has examined; null if there is no such version
     * @param afterIntroduced whether the range begins behind {@code introduced}, which is then not affected itself
     */
    public record Range(
            String introduced,
            @Nullable String fixed,
            @Nullable String lastAffected,
            @Nullable String limit,
            boolean afterIntroduced) {
        /** A range that holds {@code introduced}. */
        public Range(String introduced, @Nullable String fixed, @Nullable String lastAffected) {
            this(introduced, fixed, lastAffected, null, false);
        }

        /** A range that holds {@code introduced}, and ends at {@code limit}. */
        public Range(String introduced, @Nullable String fixed, @Nullable String lastAffected, @Nullable String limit) {
            this(introduced, fixed, lastAffected, limit, false);
        }

        /** A range without a limit. */
        public Range(
                String introduced, @Nullable String fixed, @Nullable String lastAffected, boolean afterIntroduced) {
            this(introduced, fixed, lastAffected, null, afterIntroduced);
        }
    }

    /**
     * Limits of a statement that its name and its versions cannot say.
     *
     * @param cpe the name of the product as the source writes it, in the form of CPE 2.3; its part, edition and target
     *     software hold. Empty if the source names none
     * @param runningWith products in the form of CPE 2.3, with their versions, of which one must be there beside or
     *     below the package; empty if none must
     * @see <a href="https://csrc.nist.gov/pubs/ir/7695/final">CPE naming</a>
     */
    public record Applicability(String cpe, List<String> runningWith) {
        /** No limits. */
        public static final Applicability EVERYWHERE = new Applicability("", List.of());

        public Applicability {
            runningWith = List.copyOf(runningWith);
        }
    }
}
