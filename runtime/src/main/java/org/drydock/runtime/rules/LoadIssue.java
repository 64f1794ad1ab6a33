package org.drydock.runtime.rules;

import java.util.List;

/**
 * An error or a warning about rules.
 *
 * @param locations the way to the place, outermost first
 * @param snippet the text around it
 */
public record LoadIssue(IssueCode code, String message, List<Location> locations, String snippet) {
    public LoadIssue {
        locations = List.copyOf(locations);
    }
}
