package org.drydock.vuln.feed;

import org.drydock.core.Diagnostic;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.KnownExploited;

/** Takes what a feed says. */
public interface FeedSink {
    void advisory(Advisory advisory);

    /** A vulnerability that is known to be exploited. */
    void knownExploited(KnownExploited entry);

    void diagnostic(Diagnostic diagnostic);
}
