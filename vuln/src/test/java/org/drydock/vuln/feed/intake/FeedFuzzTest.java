package org.drydock.vuln.feed.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.RecordingSink;
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

/** Whatever a document holds, a parser ends in what it says or in a {@link FeedException}. */
final class FeedFuzzTest {
    @FuzzTest
    void osv(byte[] document) {
        parse(new OsvParser(), document);
    }

    @FuzzTest
    void debianTracker(byte[] document) {
        parse(new DebianTrackerParser(), document);
    }

    @FuzzTest
    void secdb(byte[] document) {
        parse(new SecdbParser(), document);
    }

    @FuzzTest
    void kev(byte[] document) {
        parse(new KevParser(), document);
    }

    @FuzzTest
    void nvd(byte[] document) {
        parse(new NvdParser(), document);
    }

    @FuzzTest
    void csaf(byte[] document) {
        parse(new CsafParser(), document);
    }

    @FuzzTest
    void openVex(byte[] document) {
        parse(new OpenVexParser(), document);
    }

    @FuzzTest
    void almaErrata(byte[] document) {
        parse(new AlmaErrataParser(), document);
    }

    @FuzzTest
    void rockyErrata(byte[] document) {
        parse(new RockyErrataParser(), document);
    }

    @FuzzTest
    void photon(byte[] document) {
        parse(new PhotonParser(), document);
    }

    @FuzzTest
    void endOfLife(byte[] document) {
        parse(new EndOfLifeParser(), document);
    }

    @FuzzTest
    void githubAdvisories(byte[] document) {
        parse(new GithubAdvisoryParser(), document);
    }

    @FuzzTest
    void updateinfo(byte[] document) {
        parse(new UpdateinfoParser(), document);
    }

    @FuzzTest
    void oval(byte[] document) {
        parse(new OvalParser(), document);
    }

    @FuzzTest
    void ubuntuTracker(byte[] document) {
        parse(new UbuntuTrackerParser(), document);
    }

    @FuzzTest
    void epss(byte[] document) {
        parse(new EpssParser(), document);
    }

    @FuzzTest
    void distroInfo(byte[] document) {
        parse(new DistroInfoParser(), document);
    }

    private static void parse(FeedParser parser, byte[] document) {
        FeedParsers.of(FeedStart.of(document));
        try {
            parser.parse(new ByteArrayInputStream(document), "fuzz", new RecordingSink());
        } catch (FeedException expected) {
            return;
        }
    }
}
