package org.drydock.benchmarks;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.testkit.SharedFolder;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.intake.FeedReader;

/** The records of the feeds in {@code shared/advisories}, as an import reads them. */
final class FeedRecords implements FeedReader.Receiver, FeedSink {
    private final List<Advisory> advisories = new ArrayList<>();

    private FeedRecords() {}

    static Path folder() {
        return SharedFolder.find("advisories")
                .orElseThrow(() -> new IllegalStateException("shared/advisories is not there"));
    }

    static List<Advisory> read() {
        FeedRecords records = new FeedRecords();
        new FeedReader(Limits.DEFAULT).read(folder(), records);
        return records.advisories;
    }

    @Override
    public void document(FeedParser parser, String group, String place, InputStream in) {
        parser.parse(in, place, this);
    }

    @Override
    public void source(String name) {}

    @Override
    public void advisory(Advisory advisory) {
        advisories.add(advisory);
    }

    @Override
    public void knownExploited(KnownExploited entry) {}

    @Override
    public void exploitPrediction(ExploitPrediction entry) {}

    @Override
    public void endOfLife(EndOfLife entry) {}

    @Override
    public void withdrawn(String id) {}

    @Override
    public void diagnostic(Diagnostic diagnostic) {}
}
