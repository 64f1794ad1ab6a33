package org.drydock.vuln.feed.ubuntu;

import java.io.InputStream;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;

/**
 * Reads files of Ubuntu's CVE tracker: one vulnerability each, as text.
 *
 * @see <a href="https://git.launchpad.net/ubuntu-cve-tracker/tree/README">The tracker's README</a>
 */
public final class UbuntuTrackerParser implements FeedParser {
    @Override
    public String format() {
        return "ubuntu-tracker";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.lines().stream().limit(200).anyMatch(line -> line.startsWith("Candidate: CVE-"));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        new UbuntuRecord(place, sink).read(in);
    }
}
