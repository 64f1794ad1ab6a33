package org.drydock.runtime.rules;

import org.drydock.runtime.WatchException;

/** Stops the loading of a file. */
final class LoadException extends WatchException {
    private static final long serialVersionUID = 1L;

    private final transient LoadIssue issue;

    LoadException(LoadIssue issue) {
        super(issue.message());
        this.issue = issue;
    }

    LoadIssue issue() {
        return issue;
    }
}
