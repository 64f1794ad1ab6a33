package org.drydock.vuln.feed;

import java.io.InputStream;

/**
 * Reads one feed in its published shape. Parsing is pure: bytes in, advisories and diagnostics out; a record that cannot
 * be read becomes a diagnostic with its place, and the others still count.
 */
public interface FeedParser {
    /** The shape, for example {@code osv}, {@code debian-tracker}, {@code alpine-secdb}, {@code kev}. */
    String format();

    /** Whether a document that begins like this is of this shape. Names of files do not count. */
    boolean recognises(FeedStart start);

    /**
     * Reads one document.
     *
     * @param in the document, uncompressed; the caller closes it
     * @param place names the document in diagnostics and errors
     * @throws FeedException if nothing can be made of the document at all, or of what follows a point in it; what was
     *     passed on until then is then only a part
     */
    void parse(InputStream in, String place, FeedSink sink);
}
