package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        String id = advisory.id();
        add(new Entry.OfAdvisory(advisory));
        for (String alias : advisory.aliases()) {
            add(new Entry.OfAlias(alias, id));
        }
        byte[] modified = advisory.modified().getBytes(StandardCharsets.UTF_8);
        for (String namespace :
                advisory.affected().stream().map(Affected::namespace).distinct().toList()) {
            add(Keys.of(Keys.STATE, id, namespace), modified);
        }
        for (Affected affected : advisory.affected()) {
            ByteWriter payload = new ByteWriter();
            EntryWriter out = new PlainWriter(payload).text(advisory.modified());
            StoredStatement.of(new Statement("", id, advisory.aliases(), advisory.related(), affected))
                    .write(out, StoredStatement.scheme(affected.namespace()));
            add(Keys.of(Keys.STATEMENTS, affected.namespace(), affected.name(), id), payload.toBytes());
        }
    }

    void add(KnownExploited entry) throws IOException {
        add(new Entry.OfKnownExploited(entry));
    }

    void add(ExploitPrediction entry) throws IOException {
        add(new Entry.OfExploitPrediction(entry));
    }

    void add(EndOfLife entry) throws IOException {
        add(new Entry.OfEndOfLife(entry));
    }

    private void add(Entry entry) throws IOException {
        ByteWriter payload = new ByteWriter();
        entry.write(new PlainWriter(payload));
        add(entry.key(), payload.toBytes());
    }

    private void add(byte[] key, byte[] payload) throws IOException {
        if (Arrays.equals(key, Keys.NONE)) {
            throw new StoreException("advisory store: a record has a NUL in a name");
        }
        entries.add(key, payload);
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

    /** Passes on what the builders hold, in order; they are empty then. */
    static void drain(List<SegmentBuilder> builders, EntryTarget target) throws IOException {
        SegmentMerge merge = new SegmentMerge(target);
        EntrySorter.merge(builders.stream().map(builder -> builder.entries).toList(), merge);
        merge.finish();
    }

    /**
     * Writes what the builders hold as one segment of all namespaces; they are empty then.
     *
     * @param origin as {@link AdvisoryStore.SourceStatus#origin}
     */
    static SegmentWriter.Written write(
            List<SegmentBuilder> builders, String source, String format, String origin, Path file) throws IOException {
        try (SegmentWriter writer = new SegmentWriter(Files.newOutputStream(file))) {
            drain(builders, writer);
            return writer.finish(source, format, origin);
        }
    }
}
