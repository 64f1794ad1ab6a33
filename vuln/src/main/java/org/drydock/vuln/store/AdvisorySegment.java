package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.Judgement;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.RangeDecision;
import org.drydock.vuln.version.VersionBounds;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionRanges;
import org.drydock.vuln.version.VersionSchemes;
import org.jspecify.annotations.Nullable;

/**
 * What one source says, all of it or of one namespace, from one immutable file or from the same bytes in memory. Safe for
 * many threads; what it was opened on stays in use as long as it is.
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
        List<Statement> found = new ArrayList<>();
        table.visit(Keys.prefix(Keys.STATEMENTS, namespace, name), (block, number) -> {
            if (block.entry(number) instanceof Entry.OfStatements(var _, var _, var id, var statements)) {
                statements.forEach(s -> found.add(s.statement(status().name(), namespace, name, id)));
            }
        });
        return found;
    }

    /** As {@link AdvisoryStore#judge}. */
    public List<Judgement> judge(String namespace, String name, InstalledVersion installed) {
        byte[] subject = Keys.prefix(Keys.STATEMENTS, namespace, name);
        List<Judgement> judgements = new ArrayList<>();
        judge(subject, KeyFilter.hash(subject), namespace, name, installed, judgements);
        return judgements;
    }

    /** @param hash {@link KeyFilter#hash} of the subject */
    void judge(
            byte[] subject,
            long hash,
            String namespace,
            String name,
            InstalledVersion installed,
            List<Judgement> judgements) {
        VersionKey key = holdsKeysOf(namespace, installed) ? installed.key().orElse(null) : null;
        table.visit(subject, hash, (block, number) -> {
            if (block.entry(number) instanceof Entry.OfStatements(var _, var _, var id, var statements)) {
                List<VersionBounds> bounds = block.bounds(number, statements);
                for (int i = 0; i < statements.size(); i++) {
                    StoredStatement statement = statements.get(i);
                    if (statement.status() == Status.NOT_AFFECTED || !excludes(bounds.get(i), key)) {
                        Statement whole = statement.statement(status().name(), namespace, name, id);
                        judgements.add(new Judgement(whole, decide(whole, bounds.get(i), key, installed)));
                    }
                }
            }
        });
    }

    /** The record of this id, without its packages. */
    public Optional<Advisory> advisory(String id) {
        byte[] subject = Keys.of(Keys.ADVISORY, id);
        return advisory(subject, KeyFilter.hash(subject));
    }

    Optional<Advisory> advisory(byte[] subject, long hash) {
        return first(subject, hash).map(entry -> entry instanceof Entry.OfAdvisory(var advisory) ? advisory : null);
    }

    /** The ids of the records that have {@code alias} as another name, sorted. */
    public List<String> idsOf(String alias) {
        byte[] subject = Keys.prefix(Keys.ALIAS, alias);
        return idsOf(subject, KeyFilter.hash(subject));
    }

    List<String> idsOf(byte[] subject, long hash) {
        List<String> ids = new ArrayList<>();
        table.visit(
                subject, hash, (block, number) -> ids.add(block.entry(number).advisoryId()));
        return ids;
    }

    /** The catalogue's entry for {@code id}, if the segment is of a catalogue of exploited vulnerabilities. */
    public Optional<KnownExploited> knownExploited(String id) {
        return first(Keys.of(Keys.KNOWN_EXPLOITED, id))
                .map(entry -> entry instanceof Entry.OfKnownExploited(var exploited) ? exploited : null);
    }

    /** How likely {@code id} is to be exploited, if the segment says so. */
    public Optional<ExploitPrediction> exploitPrediction(String id) {
        return first(Keys.of(Keys.EXPLOIT_PREDICTION, id))
                .map(entry -> entry instanceof Entry.OfExploitPrediction(var prediction) ? prediction : null);
    }

    /** When a release stops to be mended, if the segment says so. */
    public Optional<EndOfLife> endOfLife(String product, String release) {
        return first(Keys.of(Keys.END_OF_LIFE, product, release))
                .map(entry -> entry instanceof Entry.OfEndOfLife(var end) ? end : null);
    }

    /**
     * Reads all of the segment.
     *
     * @throws StoreException if any of it is damaged
     */
    public void verify() {
        table.verify();
    }

    SegmentSummary summary() {
        return summary;
    }

    /** Passes on the entries that are to stay; what is packed anew anyway comes without its block. */
    void copy(Predicate<Entry> stays, EntryTarget.OfOld target) throws IOException {
        boolean packedAnew = summary.keysRevision() != VersionSchemes.KEYS_REVISION;
        table.copy(stays, (entry, from) -> target.put(entry, packedAnew ? null : from));
    }

    private Optional<Entry> first(byte[] subject) {
        return first(subject, KeyFilter.hash(subject));
    }

    private Optional<Entry> first(byte[] subject, long hash) {
        List<Entry> found = new ArrayList<>(1);
        table.visit(subject, hash, (block, number) -> found.add(block.entry(number)));
        return found.stream().findFirst();
    }

    /** Keys that another revision made, or that are of another scheme, are not comparable: the texts are read then. */
    private boolean holdsKeysOf(String namespace, InstalledVersion installed) {
        return summary.keysRevision() == VersionSchemes.KEYS_REVISION
                && installed
                        .scheme()
                        .id()
                        .equals(StoredStatement.scheme(namespace).id());
    }

    private static boolean excludes(VersionBounds bounds, @Nullable VersionKey key) {
        return key != null && bounds.exclude(key);
    }

    private static RangeDecision decide(
            Statement statement, VersionBounds bounds, @Nullable VersionKey key, InstalledVersion installed) {
        return key == null
                ? VersionRanges.decide(statement.affected(), installed)
                : VersionRanges.decide(statement.affected(), bounds, installed);
    }
}
