package org.drydock.vuln.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

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

    private static void parse(FeedParser parser, byte[] document) {
        JsonOutline.of(document);
        try {
            parser.parse(new ByteArrayInputStream(document), "fuzz", new RecordingSink());
        } catch (FeedException expected) {
            return;
        }
    }
}
