package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.ByteReader.MalformedException;
import org.drydock.vuln.version.VersionSchemes;

/**
 * Joins what was gathered under each key and passes it on. Parts of a record add up. Where they are of several states, as
 * in an older and a newer export, the text is that of the last one, and so is what it says of a namespace that several
 * speak of: a record may also be kept in parts of its own date for each release of a distribution.
 */
final class SegmentMerge implements EntrySorter.Consumer {
    private final EntryTarget target;
    private final List<byte[]> payloads = new ArrayList<>();
    private final Map<RecordPart, String> latestOfSeveral = new HashMap<>();
    private byte[] key = new byte[0];

    /** What a record says of one namespace. */
    private record RecordPart(String id, String namespace) {}

    SegmentMerge(EntryTarget target) {
        this.target = target;
    }

    @Override
    public void accept(SortEntry entry) throws IOException {
        if (!Arrays.equals(entry.key(), key)) {
            finish();
            key = entry.key();
        }
        payloads.add(entry.payload());
    }

    /** Nothing more comes. */
    void finish() throws IOException {
        if (payloads.isEmpty()) {
            return;
        }
        try {
            switch (key[0]) {
                case Keys.ADVISORY -> advisory();
                case Keys.STATE -> state();
                case Keys.STATEMENTS -> statements();
                case Keys.KNOWN_EXPLOITED -> target.put(Entry.read(key, reader(payloads.getFirst())));
                default -> target.put(Entry.read(key, reader(payloads.getLast())));
            }
        } catch (MalformedException e) {
            throw new IOException("a temporary file changed while it was used: " + e.getMessage(), e);
        }
        payloads.clear();
    }

    private void advisory() throws IOException, MalformedException {
        List<Advisory> parts = new ArrayList<>();
        for (byte[] payload : payloads) {
            if (Entry.read(key, reader(payload)) instanceof Entry.OfAdvisory(var part)) {
                parts.add(part);
            }
        }
        target.put(new Entry.OfAdvisory(AdvisoryParts.join(parts)));
    }

    /** Payloads are sorted and differ, so the last one is the latest state. */
    private void state() {
        if (payloads.size() > 1) {
            String[] names = Keys.names(key);
            latestOfSeveral.put(
                    new RecordPart(names[0], names[1]), new String(payloads.getLast(), StandardCharsets.UTF_8));
        }
    }

    private void statements() throws IOException, MalformedException {
        String[] names = Keys.names(key);
        String latest = latestOfSeveral.get(new RecordPart(names[2], names[0]));
        List<StoredStatement> kept = new ArrayList<>();
        for (byte[] payload : payloads) {
            EntryReader in = new PlainReader(new ByteReader(payload), StoredStatement.scheme(names[0]));
            String modified = in.text();
            if (latest == null || latest.equals(modified)) {
                kept.add(StoredStatement.read(in));
            }
        }
        if (!kept.isEmpty()) {
            target.put(new Entry.OfStatements(names[0], names[1], names[2], kept));
        }
    }

    /** For entries without versions. */
    private static EntryReader reader(byte[] payload) {
        return new PlainReader(new ByteReader(payload), VersionSchemes.SEMVER);
    }
}
