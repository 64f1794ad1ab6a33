package org.drydock.vuln.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.drydock.vuln.version.VersionBounds.Bound;
import org.drydock.vuln.version.VersionKey;
import org.drydock.vuln.version.VersionScheme;

/**
 * Gathers the entries of one block. Each text and each version is kept once, in pools that belong to the block, so that
 * no other block changes with it; see {@link SegmentFormat}.
 */
final class BlockWriter implements EntryWriter {
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Version, Integer> versions = new HashMap<>();
    private final ByteWriter textPool = new ByteWriter();
    private final ByteWriter keyPool = new ByteWriter();
    private final ByteWriter written = new ByteWriter();
    private final ByteWriter value = new ByteWriter();
    private final ByteWriter entries = new ByteWriter();
    private byte[] lastKey = new byte[0];
    private int count;

    private record Version(String scheme, String text) {}

    int count() {
        return count;
    }

    void add(byte[] key, Entry entry) {
        int shared = Math.max(0, count == 0 ? 0 : Arrays.mismatch(key, lastKey));
        value.clear();
        entry.write(this);
        entries.number(shared).number(key.length - shared).number(value.size());
        entries.raw(key, shared, key.length - shared).raw(value.array(), 0, value.size());
        lastKey = key;
        count++;
    }

    /** Facts: pools, then entries. */
    byte[] facts() {
        ByteWriter all = new ByteWriter().number(texts.size()).raw(textPool.array(), 0, textPool.size());
        all.number(versions.size()).raw(keyPool.array(), 0, keyPool.size());
        return all.number(count).raw(entries.array(), 0, entries.size()).toBytes();
    }

    /** How the versions of the pool are written. */
    byte[] written() {
        return written.toBytes();
    }

    void clear() {
        texts.clear();
        versions.clear();
        textPool.clear();
        keyPool.clear();
        written.clear();
        entries.clear();
        lastKey = new byte[0];
        count = 0;
    }

    @Override
    public BlockWriter number(long number) {
        value.number(number);
        return this;
    }

    @Override
    public BlockWriter text(String text) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
            textPool.text(text);
        }
        value.number(known);
        return this;
    }

    @Override
    public BlockWriter version(VersionScheme scheme, String text) {
        Version version = new Version(scheme.id(), text);
        Integer known = versions.get(version);
        if (known == null) {
            known = versions.size();
            versions.put(version, known);
            addKey(Bound.of(scheme, text).key());
            written.text(text);
        }
        value.number(known);
        return this;
    }

    private void addKey(@org.jspecify.annotations.Nullable VersionKey key) {
        if (key == null) {
            keyPool.number(Block.NO_KEY);
            return;
        }
        keyPool.number(key.isWellFormed() ? Block.WHOLE_KEY : Block.PARTLY_COVERED + key.coveredBytes());
        keyPool.counted(key.bytes());
    }
}
