package org.drydock.vuln.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.intake.FeedReader;

/**
 * Makes the segment of advisories that comes with Drydock, when Drydock is built. The records lie in the sources as
 * feeds of any known shape; one that cannot be read whole fails the build.
 */
public final class StarterSetCompiler {
    private static final String SOURCE = "starter";
    private static final long MEMORY_BYTES = 64L << 20;

    private StarterSetCompiler() {}

    /**
     * Writes a segment.
     *
     * @param arguments the file to write, then the files to read, and the folders whose {@code .json} and {@code .jsonl}
     *     files are to be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("arguments: SEGMENT FEED...");
        }
        List<Path> feeds = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        compile(Path.of(arguments[0]), feeds);
    }

    static void compile(Path segment, List<Path> feeds) throws IOException {
        Path folder = segment.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + segment);
        }
        Files.createDirectories(folder);
        SegmentBuilder builder = new SegmentBuilder(folder, MEMORY_BYTES);
        FeedReader reader = new FeedReader(Limits.DEFAULT);
        for (Path feed : feeds) {
            files(feed).forEach(file -> reader.read(file, new Strict(builder)));
        }
        Path aside = StoreFiles.aside(folder, SOURCE);
        SegmentBuilder.write(List.of(builder), SOURCE, SOURCE, "built in", aside);
        StoreFiles.publish(aside, segment);
    }

    private static List<Path> files(Path feed) throws IOException {
        if (!Files.isDirectory(feed)) {
            return List.of(feed);
        }
        try (Stream<Path> files = Files.walk(feed)) {
            return files.filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** Takes everything into one segment, and no excuse. */
    private record Strict(SegmentBuilder builder) implements FeedReader.Receiver, FeedSink {
        @Override
        public void document(FeedParser parser, String group, String place, InputStream in) {
            parser.parse(in, place, this);
        }

        @Override
        public void source(String name) {}

        @Override
        public void advisory(Advisory advisory) {
            try {
                builder.add(advisory);
            } catch (IOException e) {
                throw Drafts.cannotWrite(e);
            }
        }

        @Override
        public void knownExploited(KnownExploited entry) {
            try {
                builder.add(entry);
            } catch (IOException e) {
                throw Drafts.cannotWrite(e);
            }
        }

        @Override
        public void exploitPrediction(ExploitPrediction entry) {
            try {
                builder.add(entry);
            } catch (IOException e) {
                throw Drafts.cannotWrite(e);
            }
        }

        @Override
        public void endOfLife(EndOfLife entry) {
            try {
                builder.add(entry);
            } catch (IOException e) {
                throw Drafts.cannotWrite(e);
            }
        }

        @Override
        public void withdrawn(String id) {
            throw new FeedException("starter set: " + id + " is withdrawn");
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            throw new StoreException("starter set: " + diagnostic.place() + ": " + diagnostic.message());
        }
    }
}
