package org.drydock.vuln.feed;

import org.drydock.core.Diagnostic;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;

/**
 * Takes what a feed says. One id may come several times, each time with other packages: the parts belong together.
 */
public interface FeedSink {
    /**
     * Names the data set that the document is, before its first record: a later document of the same name replaces this
     * one. Not called for formats whose documents are single records of a larger set.
     *
     * @param name for example {@code alpine-secdb/3.11/main}
     */
    void source(String name);

    void advisory(Advisory advisory);

    /** A vulnerability that is known to be exploited. */
    void knownExploited(KnownExploited entry);

    /** How likely a vulnerability is to be exploited. */
    void exploitPrediction(ExploitPrediction entry);

    /** When a release of a distribution or a product stops to be mended. */
    void endOfLife(EndOfLife entry);

    /** A record that its source has taken back: it counts, and says nothing else. */
    void withdrawn(String id);

    void diagnostic(Diagnostic diagnostic);
}
