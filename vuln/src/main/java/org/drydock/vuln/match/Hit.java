package org.drydock.vuln.match;

import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.RangeDecision;
import org.jspecify.annotations.Nullable;

/** A statement that holds a package's version, and how that was found. */
record Hit(Statement statement, PackageNamespaces.Question question, RangeDecision decision) {
    /** The version that mends it, as far as the range that holds the installed one says; null if it says none. */
    @Nullable
    String fixedVersion() {
        return decision instanceof RangeDecision.InRange(var range) ? range.fixed() : null;
    }

    /** The range as text, for people. */
    String range() {
        return switch (decision) {
            case RangeDecision.InRange(var range) -> {
                String from = range.introduced().equals("0")
                        ? ""
                        : (range.afterIntroduced() ? "> " : ">= ") + range.introduced();
                String to = range.fixed() != null
                        ? "< " + range.fixed()
                        : range.lastAffected() != null ? "<= " + range.lastAffected() : "";
                if (from.isEmpty() && to.isEmpty()) {
                    yield "all versions";
                }
                yield from.isEmpty() || to.isEmpty() ? from + to : from + ", " + to;
            }
            case RangeDecision.Listed(var version) -> "= " + version;
            case RangeDecision.NotInRange _, RangeDecision.Unknown _ -> "";
        };
    }
}
