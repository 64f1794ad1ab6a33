package org.drydock.vuln.feed.oval;

import java.io.InputStream;
import java.util.Set;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedXml;

/**
 * Reads definitions of OVAL about rpm packages, as Oracle, SUSE and Microsoft (Azure Linux) publish them. A definition
 * stands before the tests that it refers to, so a document is held until its end, within bounds.
 *
 * @see <a href="https://oval-community-guidelines.readthedocs.io/en/latest/">OVAL</a>
 */
public final class OvalParser implements FeedParser {
    @Override
    public String format() {
        return "oval";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.xmlRoot().equals("oval_definitions");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        OvalDocument document = new OvalDocument(place, sink);
        FeedXml.records(
                in, place, Set.of("definition", "rpminfo_test", "rpminfo_object", "rpminfo_state"), document::element);
        document.tell();
    }
}
