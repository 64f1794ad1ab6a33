package org.drydock.vuln.feed.csaf;

import java.io.InputStream;
import org.drydock.json.JsonValue;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;

/**
 * Reads documents of the Common Security Advisory Framework 2.0: VEX of Red Hat (one vulnerability each) and errata of
 * SUSE, Oracle and Red Hat (several). What they say of rpm packages and of packages of languages is read; container
 * images and products without a package are not packages, and are passed over.
 *
 * @see <a href="https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html">CSAF 2.0</a>
 * @see <a href="https://redhatproductsecurity.github.io/security-data-guidelines/csaf-vex/">Red Hat's use of it</a>
 */
public final class CsafParser implements FeedParser {
    @Override
    public String format() {
        return "csaf-vex";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("document", "csaf_version")
                || (start.json().has("document", "category")
                        && (start.json().has("document", "publisher")
                                || start.json().has("document", "tracking")));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        JsonValue json = FeedJson.whole(in, place);
        new CsafDocument(json, place, sink).tell();
    }
}
