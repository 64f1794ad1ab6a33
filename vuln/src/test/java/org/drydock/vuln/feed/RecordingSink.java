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
final class RecordingSink implements FeedSink {
    final List<String> sources = new ArrayList<>();
    final List<Advisory> advisories = new ArrayList<>();
    final List<KnownExploited> knownExploited = new ArrayList<>();
    final List<ExploitPrediction> exploitPredictions = new ArrayList<>();
    final List<EndOfLife> endsOfLife = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    /** What a parser makes of a text; apostrophes stand for quotation marks. */
    static RecordingSink of(FeedParser parser, String json) {
        RecordingSink sink = new RecordingSink();
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        parser.parse(new ByteArrayInputStream(text), "test.json", sink);
        return sink;
    }

    List<String> codes() {
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
