package org.drydock.vuln.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;

/** Remembers what a feed says. */
public final class RecordingSink implements FeedSink {
    public final List<String> sources = new ArrayList<>();
    public final List<Advisory> advisories = new ArrayList<>();
    public final List<KnownExploited> knownExploited = new ArrayList<>();
    public final List<ExploitPrediction> exploitPredictions = new ArrayList<>();
    public final List<EndOfLife> endsOfLife = new ArrayList<>();
    public final List<String> withdrawn = new ArrayList<>();
    public final List<Diagnostic> diagnostics = new ArrayList<>();

    /** What a parser makes of a text; apostrophes stand for quotation marks. */
    public static RecordingSink of(FeedParser parser, String json) {
        RecordingSink sink = new RecordingSink();
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        parser.parse(new ByteArrayInputStream(text), "test.json", sink);
        return sink;
    }

    public List<String> codes() {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }

    @Override
    public void source(String name) {
        sources.add(name);
    }

    @Override
    public void advisory(Advisory advisory) {
        advisories.add(advisory);
    }

    @Override
    public void knownExploited(KnownExploited entry) {
        knownExploited.add(entry);
    }

    @Override
    public void exploitPrediction(ExploitPrediction entry) {
        exploitPredictions.add(entry);
    }

    @Override
    public void endOfLife(EndOfLife entry) {
        endsOfLife.add(entry);
    }

    @Override
    public void withdrawn(String id) {
        withdrawn.add(id);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }
}
