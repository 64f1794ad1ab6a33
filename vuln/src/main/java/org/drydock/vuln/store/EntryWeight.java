package org.drydock.vuln.store;

import org.drydock.vuln.version.VersionScheme;

/** Counts about how many bytes an entry is by itself, whatever entries are beside it. */
final class EntryWeight implements EntryWriter {
    private int weight;

    private EntryWeight() {}

    static int of(byte[] key, Entry entry) {
        EntryWeight counter = new EntryWeight();
        entry.write(counter);
        return counter.weight + key.length;
    }

    @Override
    public EntryWeight number(long value) {
        weight++;
        return this;
    }

    @Override
    public EntryWeight text(String text) {
        weight += text.length() + 1;
        return this;
    }

    @Override
    public EntryWeight version(VersionScheme scheme, String text) {
        return text(text);
    }
}
