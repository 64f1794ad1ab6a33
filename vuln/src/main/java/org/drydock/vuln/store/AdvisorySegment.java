package org.drydock.vuln.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * What one source says, from one immutable file or from the same bytes in memory. Safe for many threads; what it was
 * opened on stays in use as long as it is.
 */
public final class AdvisorySegment {
    private final SegmentTable table;
    private final SegmentSummary summary;

    AdvisorySegment(SegmentBytes bytes, String name, BlockCache cache) {
        this.table = new SegmentTable(bytes, name, cache);
        this.summary = table.summary();
    }

    /**
     * Opens a segment.
     *
     * @param bytes from position to limit
     * @param name names the segment in errors
     * @throws StoreException if it is no segment, or is damaged; also later, by any method that meets the damage
     */
    public static AdvisorySegment open(ByteBuffer bytes, String name) {
        return new AdvisorySegment(SegmentBytes.of(bytes), name, new BlockCache());
    }

    /** What the segment holds. */
    public SourceStatus status() {
        return summary.status();
    }

    /** The statements about a package, sorted by id. */
    public List<Statement> find(String namespace, String name) {
        Optional<ByteReader> value = table.value(Keys.statements(namespace, name));
        if (value.isEmpty()) {
            return List.of();
        }
        try {
            PooledReader in = new PooledReader(value.get());
            int count = in.count();
            List<Statement> statements = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                statements.add(StatementCodec.read(in, status().name(), namespace, name));
            }
            return statements;
        } catch (MalformedException e) {
            throw table.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** The record of this id, without its packages. */
    public Optional<Advisory> advisory(String id) {
        return entry(Keys.advisory(id), in -> AdvisoryCodec.read(in, id));
    }

    /** The ids of the records that have {@code alias} as another name, sorted. */
    public List<String> idsOf(String alias) {
        Optional<ByteReader> value = table.value(Keys.alias(alias));
        if (value.isEmpty()) {
            return List.of();
        }
        try {
            return value.get().texts();
        } catch (MalformedException e) {
            throw table.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** The catalogue's entry for {@code id}, if the segment is of a catalogue of exploited vulnerabilities. */
    public Optional<KnownExploited> knownExploited(String id) {
        return entry(Keys.knownExploited(id), in -> SmallTables.knownExploited(in, id));
    }

    /** How likely {@code id} is to be exploited, if the segment says so. */
    public Optional<ExploitPrediction> exploitPrediction(String id) {
        return entry(Keys.exploitPrediction(id), in -> SmallTables.exploitPrediction(in, id));
    }

    /** When a release stops to be mended, if the segment says so. */
    public Optional<EndOfLife> endOfLife(String product, String release) {
        return entry(Keys.endOfLife(product, release), in -> SmallTables.endOfLife(in, product, release));
    }

    /**
     * Reads all of the segment.
     *
     * @throws StoreException if any of it is damaged
     */
    public void verify() {
        table.verify();
    }

    private <T> Optional<T> entry(byte[] key, Decoder<T> decoder) {
        Optional<ByteReader> value = table.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.read(value.get()));
        } catch (MalformedException e) {
            throw table.damaged(String.valueOf(e.getMessage()));
        }
    }

    private interface Decoder<T> {
        T read(ByteReader in) throws MalformedException;
    }

    SegmentSummary summary() {
        return summary;
    }
}
