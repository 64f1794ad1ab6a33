package org.drydock.vuln.feed.osv;

import org.drydock.json.JsonValue;
import org.drydock.vuln.Affected;

/**
 * What a source tells of the end of a range in a member of its own. GitHub's says how far an open range is known to reach;
 * FriendsOfPHP ends a branch that was never mended where the next one begins, which its export writes like a fix.
 *
 * @see <a href="https://github.com/github/advisory-database">GitHub Advisory Database</a>
 * @see <a href="https://github.com/FriendsOfPHP/security-advisories">FriendsOfPHP, contributing</a>
 */
final class OsvRangeEnd {
    private static final String LAST_KNOWN = "last_known_affected_version_range";

    private OsvRangeEnd() {}

    static Affected.Range of(Affected.Range range, JsonValue json, JsonValue affected) {
        JsonValue specific = json.get("database_specific");
        boolean ofBranch =
                !specific.get("branch").isNull() && !specific.get("constraints").isNull();
        String fixed = range.fixed();
        if (ofBranch && fixed != null && specific.get("time").isNull()) {
            return new Affected.Range(range.introduced(), null, null, fixed);
        }
        if (fixed != null || range.lastAffected() != null || range.limit() != null) {
            return range;
        }
        String known =
                affected.get("database_specific").get(LAST_KNOWN).text("").strip();
        if (known.startsWith("<=")) {
            return bounded(range, known.substring(2).strip(), "");
        }
        return known.startsWith("<") ? bounded(range, "", known.substring(1).strip()) : range;
    }

    private static Affected.Range bounded(Affected.Range range, String last, String limit) {
        return last.isEmpty() && limit.isEmpty()
                ? range
                : new Affected.Range(
                        range.introduced(), null, last.isEmpty() ? null : last, limit.isEmpty() ? null : limit);
    }
}
