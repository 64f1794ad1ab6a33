package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Digest;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.Statement;

/**
 * Gathers what one source says, in any order and amount, and writes it as a segment. What is gathered in several builders
 * can be written as one.
 */
final class SegmentBuilder {
    /** A segment just written. */
    record Written(Digest digest, SegmentSummary summary) {}

    private final EntrySorter entries;

    /**
     * @param folder for what does not fit in memory
     * @param memoryBytes how much is held in memory
     */
    SegmentBuilder(Path folder, long memoryBytes) {
        this.entries = new EntrySorter(folder, memoryBytes);
    }

    /**
     * Adds a record, or a part of one. Of two states of a record, told apart by {@code modified}, the later one alone
     * will count wherever both speak of packages of the same namespace.
     */
    void add(Advisory advisory) throws IOException {
        entries.add(Keys.advisory(advisory.id()), AdvisoryCodec.bytes(advisory));
        for (String alias : advisory.aliases()) {
            entries.add(Keys.alias(alias), advisory.id().getBytes(StandardCharsets.UTF_8));
        }
        byte[] modified = advisory.modified().getBytes(StandardCharsets.UTF_8);
        for (String namespace :
                advisory.affected().stream().map(Affected::namespace).distinct().toList()) {
            entries.add(Keys.state(advisory.id(), namespace), modified);
        }
        for (Affected affected : advisory.affected()) {
            ByteWriter payload = new ByteWriter();
            byte[] start = (advisory.id() + '\0' + advisory.modified() + '\0').getBytes(StandardCharsets.UTF_8);
            payload.raw(start, 0, start.length);
            StatementCodec.write(
                    new PooledWriter(payload),
                    new Statement("", advisory.id(), advisory.aliases(), advisory.related(), affected));
            entries.add(Keys.statements(affected.namespace(), affected.name()), payload.toBytes());
        }
    }

    void add(KnownExploited entry) throws IOException {
        entries.add(Keys.knownExploited(entry.id()), SmallTables.bytes(entry));
    }

    void add(ExploitPrediction entry) throws IOException {
        entries.add(Keys.exploitPrediction(entry.id()), SmallTables.bytes(entry));
    }

    void add(EndOfLife entry) throws IOException {
        entries.add(Keys.endOfLife(entry.product(), entry.release()), SmallTables.bytes(entry));
    }

    /** How many bytes are held in memory, about. */
    long weight() {
        return entries.weight();
    }

    /** Writes what is in memory aside. */
    void spill() throws IOException {
        entries.spill();
    }

    void discard() throws IOException {
        entries.discard();
    }

    /**
     * Writes what the builders hold as one segment; they are empty then.
     *
     * @param origin as {@link AdvisoryStore.SourceStatus#origin}
     */
    static Written write(List<SegmentBuilder> builders, String source, String format, String origin, Path file)
            throws IOException {
        try (SegmentWriter writer = new SegmentWriter(Files.newOutputStream(file))) {
            SegmentMerge merge = new SegmentMerge(writer);
            EntrySorter.merge(builders.stream().map(builder -> builder.entries).toList(), merge);
            SegmentSummary summary = merge.finish(source, format, origin);
            return new Written(writer.finish(summary), summary);
        }
    }
}
