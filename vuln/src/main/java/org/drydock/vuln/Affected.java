package org.drydock.vuln;

import java.util.List;
import org.drydock.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of one package in one namespace an advisory speaks of.
 *
 * @param namespace the part of the world the name belongs to; see {@link Namespaces}
 * @param name normalised as {@link Namespaces#normaliseName} does
 * @param status {@link Status#AFFECTED} for versions in the ranges; {@link Status#NOT_AFFECTED} for the statement that no
 *     version is affected; {@link Status#WILL_NOT_FIX}, {@link Status#DEFERRED} and the like where the source says so of
 *     affected versions
 * @param ranges the affected ranges; a version is affected if any of them holds it
 * @param versions versions that are affected beside the ranges, as written
 * @param module the module stream that the statement is limited to, for example {@code nodejs:18}; null if the source
 *     does not limit it, empty if it is limited to packages outside of any module, {@code *} if it is limited to packages
 *     of a module whose stream the source does not name
 * @param ratings what the source says of the severity for this package, before the advisory's own
 */
public record Affected(
        String namespace,
        String name,
        Status status,
        List<Range> ranges,
        List<String> versions,
        @Nullable String module,
        List<Advisory.Rating> ratings) {
    public Affected {
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
        ratings = List.copyOf(ratings);
    }

    /**
     * From {@code introduced} on, up to but not including {@code fixed}, or up to and including {@code lastAffected}.
     *
     * @param introduced {@code "0"} for every version from the first
     * @param fixed null if no fix is known; at most one of {@code fixed} and {@code lastAffected} is set
     * @param lastAffected null if {@code fixed} is set or the range is open
     */
    public record Range(
            String introduced,
            @Nullable String fixed,
            @Nullable String lastAffected) {}
}
