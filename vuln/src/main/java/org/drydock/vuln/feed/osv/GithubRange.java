package org.drydock.vuln.feed.osv;

import java.util.Optional;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedText;
import org.jspecify.annotations.Nullable;

/** A range as GitHub writes it: {@code >= 1.0, < 1.4.2}, {@code <= 2.0}, {@code = 3.1}. */
final class GithubRange {
    private GithubRange() {}

    /** Empty if a part of the text is not understood. */
    static Optional<Affected.Range> parse(String text) {
        String from = "0";
        boolean after = false;
        @Nullable String fixed = null;
        @Nullable String last = null;
        for (String part : text.split(",", -1)) {
            String bound = part.strip();
            int end = 0;
            while (end < bound.length() && "<>=".indexOf(bound.charAt(end)) >= 0) {
                end++;
            }
            String version = bound.substring(end).strip();
            if (!FeedText.isName(version) || version.indexOf(' ') >= 0) {
                return Optional.empty();
            }
            switch (bound.substring(0, end)) {
                case ">=", ">" -> {
                    from = version;
                    after = end == 1;
                }
                case "<" -> fixed = version;
                case "<=" -> last = version;
                case "=" -> {
                    from = version;
                    last = version;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Affected.Range(from, fixed, fixed == null ? last : null, after));
    }
}
