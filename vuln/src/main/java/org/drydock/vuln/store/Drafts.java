package org.drydock.vuln.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.LimitExceededException;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.intake.FeedReader;
import org.jspecify.annotations.Nullable;

/** Sorts what feeds say by the source that says it. */
final class Drafts implements FeedReader.Receiver {

    static final long MEMORY_BYTES = 64L << 20;

    private final Path folder;
    private final ImportProgress progress;
    private final Map<String, Draft> byGroup = new LinkedHashMap<>();
    private final DiagnosticTally diagnostics = new DiagnosticTally();
    private long documents;
    private long records;
    private long inMemory;

    Drafts(Path folder, ImportProgress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    @Override
    public void document(FeedParser parser, String group, String place, InputStream in) {
        documents++;
        progress.reading(place, records);
        DocumentSink sink = new DocumentSink(parser.format(), group, place);
        try {
            parser.parse(in, place, sink);
        } catch (FeedException | LimitExceededException e) {
            sink.failed(e.getMessage());
        }
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** How many documents were feeds. */
    long documents() {
        return documents;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics.list();
    }

    /** What can be written, by name of source; a source of which a part is broken is left out, and said to be. */
    Map<String, List<Draft>> byName() {
        Map<String, List<Draft>> named = new TreeMap<>();
        for (Draft draft : byGroup.values()) {
            if (draft.isNamed()) {
                named.computeIfAbsent(draft.name(), _ -> new java.util.ArrayList<>())
                        .add(draft);
            }
        }
        named.entrySet().removeIf(source -> {
            boolean broken = source.getValue().stream().anyMatch(Draft::isBroken);
            if (broken) {
                diagnostic(Diagnostic.notExamined(
                        "source-incomplete",
                        source.getKey(),
                        "only a part of its feed could be read: what was imported of it before stays"));
            }
            return broken;
        });
        return named;
    }

    private Draft draft(String group, String format, boolean statedName, String origin) {
        Draft draft =
                byGroup.computeIfAbsent(group, _ -> new Draft(folder, MEMORY_BYTES, format, statedName ? group : null));
        draft.addOrigin(origin);
        return draft;
    }

    /** All drafts together hold a bounded part of what was read; the rest is put aside. */
    private void holdWithinMemory(long added) throws IOException {
        inMemory += added;
        if (inMemory > MEMORY_BYTES) {
            for (Draft draft : byGroup.values()) {
                draft.builder().spill();
            }
            inMemory = 0;
        }
    }

    static StoreException cannotWrite(IOException e) {
        return new StoreException("advisory store: cannot be written: " + e, e);
    }

    private interface Addition {
        void to(Draft draft) throws IOException;
    }

    /** Takes what one document says. */
    private final class DocumentSink implements FeedSink {
        private final String format;
        private final String place;
        private final String origin;
        private final String group;
        private @Nullable Draft draft;
        private boolean whole;
        private long taken;

        DocumentSink(String format, String group, String place) {
            this.format = format;
            this.group = group;
            this.place = place;
            int inside = place.indexOf("!/");
            this.origin = fileName(inside < 0 ? place : place.substring(0, inside));
        }

        @Override
        public void source(String name) {
            whole = true;
            draft = draft(name, format, true, origin);
        }

        @Override
        public void advisory(Advisory advisory) {
            take(target -> target.add(advisory));
        }

        @Override
        public void knownExploited(KnownExploited entry) {
            take(target -> target.add(entry));
        }

        @Override
        public void exploitPrediction(ExploitPrediction entry) {
            take(target -> target.add(entry));
        }

        @Override
        public void endOfLife(EndOfLife entry) {
            take(target -> target.add(entry));
        }

        @Override
        public void withdrawn(String id) {
            target().countWithdrawn();
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        /** A document that is a source, or gave a part of its records, leaves its source incomplete; a lone record not. */
        void failed(@Nullable String message) {
            diagnostics.add(Diagnostic.notExamined("feed-unreadable", place, String.valueOf(message)));
            if (whole || taken > 0) {
                target().markBroken();
            }
        }

        private void take(Addition addition) {
            try {
                SegmentBuilder builder = target().builder();
                long before = builder.weight();
                addition.to(target());
                holdWithinMemory(builder.weight() - before);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
            taken++;
            records++;
        }

        private Draft target() {
            Draft target = draft;
            if (target == null) {
                target = draft("document:" + format + ":" + group, format, false, origin);
                draft = target;
            }
            return target;
        }

        private static String fileName(String path) {
            Path name = Path.of(path).getFileName();
            return name == null ? path : name.toString();
        }
    }
}
