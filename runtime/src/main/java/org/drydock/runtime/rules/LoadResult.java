package org.drydock.runtime.rules;

import java.util.List;

/** What came of loading one rule file. */
public record LoadResult(String file, List<LoadIssue> errors, List<LoadIssue> warnings) {
    public LoadResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether its rules can be used. */
    public boolean isSuccessful() {
        return errors.isEmpty();
    }
}
