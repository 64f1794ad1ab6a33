package org.drydock.vuln.feed;

import java.util.List;
import java.util.Optional;

/** Every feed that Drydock reads. A new one is a new {@link FeedParser} and a line here. */
public final class FeedParsers {
    private static final List<FeedParser> ALL =
            List.of(new KevParser(), new SecdbParser(), new OsvParser(), new DebianTrackerParser());

    private FeedParsers() {}

    /** The parsers, in the order in which they are asked whether they recognise a document. */
    public static List<FeedParser> all() {
        return ALL;
    }

    /** The parser of a document that begins like this; empty if none recognises it. */
    public static Optional<FeedParser> of(JsonOutline outline) {
        return ALL.stream().filter(parser -> parser.recognises(outline)).findFirst();
    }
}
