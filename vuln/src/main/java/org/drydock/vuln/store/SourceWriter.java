package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.drydock.core.Digest;
import org.drydock.vuln.store.SegmentWriter.OldBlock;
import org.jspecify.annotations.Nullable;

/**
 * Writes a source as segments: one with its records and small tables, and one with the statements of each namespace. They
 * are named after their content, so a name never stands for two contents.
 */
final class SourceWriter implements EntryTarget.OfOld, AutoCloseable {
    private static final int NAME_DIGITS = 16;
    private static final int NAME_LENGTH = 100;

    private final Path folder;
    private final String source;
    private final String format;
    private final String origin;
    private final List<Manifest.Entry> segments = new ArrayList<>();
    private String namespace = "";
    private Path aside;
    private SegmentWriter writer;

    SourceWriter(Path folder, String source, String format, String origin) throws IOException {
        this.folder = folder;
        this.source = source;
        this.format = format;
        this.origin = origin;
        this.aside = StoreFiles.aside(folder, "segment");
        this.writer = new SegmentWriter(Files.newOutputStream(aside));
    }

    @Override
    public void put(Entry entry, @Nullable OldBlock from) throws IOException {
        if (entry instanceof Entry.OfStatements statements
                && !statements.namespace().equals(namespace)) {
            endSegment();
            namespace = statements.namespace();
            aside = StoreFiles.aside(folder, "segment");
            writer = new SegmentWriter(Files.newOutputStream(aside));
        }
        writer.put(entry, from);
    }

    /** Nothing more comes. Only the segment of the records says when and where the source is from. */
    List<Manifest.Entry> finish() throws IOException {
        endSegment();
        return List.copyOf(segments);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void endSegment() throws IOException {
        SegmentWriter.Written written;
        try (SegmentWriter ended = writer) {
            written = ended.finish(source, format, namespace.isEmpty() ? origin : "");
        }
        long bytes = Files.size(aside);
        Path target = folder.resolve(segmentName(source, namespace, written.digest()));
        StoreFiles.publish(aside, target);
        segments.add(new Manifest.Entry(target.getFileName().toString(), bytes, written.summary()));
    }

    /** @param namespace empty for the segment of the records */
    static String segmentName(String source, String namespace, Digest digest) {
        String name = namespace.isEmpty() ? source : source + "-" + namespace;
        return fileName(name) + "-" + digest.hex().substring(0, NAME_DIGITS) + StoreFiles.SEGMENT;
    }

    /** A name for a file out of any text. */
    static String fileName(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
            out.append(plain ? c : '-');
        }
        return out.substring(0, Math.min(out.length(), NAME_LENGTH));
    }
}
