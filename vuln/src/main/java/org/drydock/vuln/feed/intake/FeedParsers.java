package org.drydock.vuln.feed.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.csaf.CsafParser;
import org.drydock.vuln.feed.debian.DebianTrackerParser;
import org.drydock.vuln.feed.errata.AlmaErrataParser;
import org.drydock.vuln.feed.errata.PhotonParser;
import org.drydock.vuln.feed.errata.RockyErrataParser;
import org.drydock.vuln.feed.errata.UpdateinfoParser;
import org.drydock.vuln.feed.lifecycle.DistroInfoParser;
import org.drydock.vuln.feed.lifecycle.EndOfLifeParser;
import org.drydock.vuln.feed.nvd.NvdParser;
import org.drydock.vuln.feed.openvex.OpenVexParser;
import org.drydock.vuln.feed.osv.GithubAdvisoryParser;
import org.drydock.vuln.feed.osv.OsvParser;
import org.drydock.vuln.feed.oval.OvalParser;
import org.drydock.vuln.feed.secdb.SecdbParser;
import org.drydock.vuln.feed.threat.EpssParser;
import org.drydock.vuln.feed.threat.KevParser;
import org.drydock.vuln.feed.ubuntu.UbuntuTrackerParser;

/** Every feed that Drydock reads. A new one is a new {@link FeedParser} and a line here. */
public final class FeedParsers {
    private static final List<FeedParser> ALL = List.of(
            new KevParser(),
            new NvdParser(),
            new CsafParser(),
            new OpenVexParser(),
            new SecdbParser(),
            new AlmaErrataParser(),
            new RockyErrataParser(),
            new PhotonParser(),
            new EndOfLifeParser(),
            new GithubAdvisoryParser(),
            new OsvParser(),
            new DebianTrackerParser(),
            new UpdateinfoParser(),
            new OvalParser(),
            new UbuntuTrackerParser(),
            new EpssParser(),
            new DistroInfoParser());

    private FeedParsers() {}

    /** The parsers, in the order in which they are asked whether they recognise a document. */
    public static List<FeedParser> all() {
        return ALL;
    }

    /** The parser of a document that begins like this; empty if none recognises it. */
    public static Optional<FeedParser> of(FeedStart start) {
        return ALL.stream().filter(parser -> parser.recognises(start)).findFirst();
    }

    /** The shapes, for people. */
    static String formats() {
        return ALL.stream().map(FeedParser::format).sorted().collect(Collectors.joining(", "));
    }
}
