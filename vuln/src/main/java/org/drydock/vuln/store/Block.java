package org.drydock.vuln.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.drydock.vuln.store.ByteReader.MalformedException;
import org.drydock.vuln.version.VersionBounds;
import org.drydock.vuln.version.VersionBounds.Bound;
import org.drydock.vuln.version.VersionKey;
import org.jspecify.annotations.Nullable;

/**
 * An unpacked block of a {@linkplain SegmentFormat segment}. Texts, versions and entries are made when they are first
 * asked for, and kept. Safe for many threads: what several make at once is the same.
 */
final class Block {
    /** Before a version that is none of its scheme. */
    static final int NO_KEY = 0;
    /** Before a key that the grammar covers whole. */
    static final int WHOLE_KEY = 1;
    /** This, and how many bytes the grammar covers, before any other key. */
    static final int PARTLY_COVERED = 2;

    private static final int BYTES_A_SLOT = 48;
    private static final Bound NO_VERSION = new Bound(true, null);

    private final byte[] facts;
    private final IntFunction<String[]> writtenTexts;
    private final int[] textStarts;
    private final @Nullable String[] texts;
    private final @Nullable Bound[] bounds;
    private final byte[][] keys;
    private final int[] valueStarts;
    private final int[] valueEnds;
    private final @Nullable Entry[] entries;
    private final @Nullable List<VersionBounds>[] judged;
    private volatile String @Nullable [] written;

    /**
     * @param written gives how the versions are written, for their number
     * @throws MalformedException if the bytes are no block
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    Block(byte[] facts, IntFunction<String[]> written) throws MalformedException {
        this.facts = facts;
        this.writtenTexts = written;
        ByteReader in = new ByteReader(facts);
        textStarts = new int[in.count()];
        texts = new String[textStarts.length];
        for (int i = 0; i < textStarts.length; i++) {
            textStarts[i] = in.position();
            in.skip(in.count());
        }
        bounds = new Bound[in.count()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = readBound(in);
        }
        int count = in.count();
        keys = new byte[count][];
        valueStarts = new int[count];
        valueEnds = new int[count];
        entries = new Entry[count];
        judged = new List[count];
        readEntries(in, count);
    }

    int count() {
        return keys.length;
    }

    byte[] key(int entry) {
        return keys[entry];
    }

    /** The first entry whose key is not before {@code key}; {@link #count} if there is none. */
    int ceiling(byte[] key) {
        int found = Arrays.binarySearch(keys, key, Arrays::compareUnsigned);
        return found >= 0 ? found : -found - 1;
    }

    /** @throws MalformedException if there is no entry in the bytes */
    Entry entry(int number) throws MalformedException {
        Entry known = entries[number];
        if (known == null) {
            known = Entry.read(keys[number], new Reader(valueStarts[number], valueEnds[number]));
            entries[number] = known;
        }
        return known;
    }

    /** The places of the versions that each of the statements of an entry names. */
    List<VersionBounds> bounds(int number, List<StoredStatement> statements) {
        List<VersionBounds> known = judged[number];
        if (known == null) {
            known = statements.stream().map(StoredStatement::bounds).toList();
            judged[number] = known;
        }
        return known;
    }

    /** Reads all that is there. */
    void verify() throws MalformedException {
        for (int i = 0; i < count(); i++) {
            Entry entry = entry(i);
            if (entry instanceof Entry.OfStatements(var namespace, var name, var id, var statements)) {
                statements.forEach(statement -> statement.statement("", namespace, name, id));
            }
        }
    }

    /** About how much memory this takes when everything was asked for. */
    int weight() {
        return facts.length * 3 + (texts.length + bounds.length + 2 * keys.length) * BYTES_A_SLOT;
    }

    private static Bound readBound(ByteReader in) throws MalformedException {
        long kind = in.number();
        if (kind == NO_KEY) {
            return NO_VERSION;
        }
        byte[] key = in.bytes();
        long covered = kind - PARTLY_COVERED;
        if (kind != WHOLE_KEY && (covered < 0 || covered > key.length)) {
            throw new MalformedException("a version's key is incomplete");
        }
        return new Bound(true, new VersionKey(key, kind == WHOLE_KEY ? VersionKey.ALL : (int) covered));
    }

    private void readEntries(ByteReader in, int count) throws MalformedException {
        byte[] last = new byte[0];
        for (int i = 0; i < count; i++) {
            long shared = in.number();
            int own = in.count();
            int value = in.count();
            if (shared < 0 || shared > last.length) {
                throw new MalformedException("a key is incomplete");
            }
            byte[] key = Arrays.copyOf(last, (int) shared + own);
            int start = in.position();
            in.skip(own);
            System.arraycopy(facts, start, key, (int) shared, own);
            if (i > 0 && Arrays.compareUnsigned(key, last) <= 0) {
                throw new MalformedException("keys are out of order");
            }
            valueStarts[i] = in.position();
            in.skip(value);
            valueEnds[i] = in.position();
            keys[i] = key;
            last = key;
        }
        if (!in.atEnd()) {
            throw new MalformedException("bytes are left over");
        }
    }

    private String text(long number) throws MalformedException {
        if (number < 0 || number >= texts.length) {
            throw new MalformedException("a text is missing");
        }
        String known = texts[(int) number];
        if (known == null) {
            known = new ByteReader(facts, textStarts[(int) number], facts.length - textStarts[(int) number]).text();
            texts[(int) number] = known;
        }
        return known;
    }

    private String written(int version) {
        String[] all = written;
        if (all == null) {
            all = writtenTexts.apply(bounds.length);
            written = all;
        }
        return all[version];
    }

    /** Reads one value. A value never reaches into the next one. */
    private final class Reader implements EntryReader {
        private final ByteReader in;

        Reader(int start, int end) {
            in = new ByteReader(facts, start, end - start);
        }

        @Override
        public long number() throws MalformedException {
            return in.number();
        }

        @Override
        public int count() throws MalformedException {
            return in.count();
        }

        @Override
        public String text() throws MalformedException {
            return Block.this.text(in.number());
        }

        @Override
        public StoredVersion version() throws MalformedException {
            long number = in.number();
            if (number < 0 || number >= bounds.length) {
                throw new MalformedException("a version is missing");
            }
            return new Pooled(Block.this, (int) number);
        }
    }

    /** A version of the pool. */
    private record Pooled(Block block, int number) implements StoredVersion {
        @Override
        public Bound bound() {
            Bound bound = block.bounds[number];
            return bound == null ? NO_VERSION : bound;
        }

        @Override
        public String text() {
            return block.written(number);
        }
    }
}
