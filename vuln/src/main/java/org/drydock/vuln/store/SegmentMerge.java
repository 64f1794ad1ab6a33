package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * Joins what was gathered under each key and writes it. Parts of a record add up. Where they are of several states, as in
 * an older and a newer export, the text is that of the last one, and so is what it says of a namespace that several speak
 * of: a record may also be kept in parts of its own date for each release of a distribution.
 */
final class SegmentMerge implements EntrySorter.Consumer {
    private final SegmentWriter writer;
    private final List<byte[]> payloads = new ArrayList<>();
    private final Map<RecordPart, String> latestOfSeveral = new HashMap<>();
    private final TreeSet<String> namespaces = new TreeSet<>();
    private byte[] key = new byte[0];
    private long records;
    private long statements;
    private long knownExploited;
    private long exploitPredictions;
    private long endsOfLife;
    private String newestDate = "";

    /** What a record says of one namespace. */
    private record RecordPart(String id, String namespace) {}

    SegmentMerge(SegmentWriter writer) {
        this.writer = writer;
    }

    @Override
    public void accept(SortEntry entry) throws IOException {
        if (!Arrays.equals(entry.key(), key)) {
            endKey();
            key = entry.key();
        }
        payloads.add(entry.payload());
    }

    SegmentSummary finish(String source, String format, String origin) throws IOException {
        endKey();
        long held = records > 0 ? records : knownExploited + exploitPredictions + endsOfLife;
        SourceStatus status = new SourceStatus(source, format, List.copyOf(namespaces), held, newestDate, origin);
        return new SegmentSummary(status, statements, knownExploited, exploitPredictions, endsOfLife);
    }

    private void endKey() throws IOException {
        if (payloads.isEmpty()) {
            return;
        }
        try {
            switch (key[0]) {
                case Keys.ADVISORY -> advisory();
                case Keys.ALIAS -> alias();
                case Keys.STATE -> state();
                case Keys.KNOWN_EXPLOITED -> exploited();
                case Keys.EXPLOIT_PREDICTION -> predicted();
                case Keys.END_OF_LIFE -> endOfLife();
                case Keys.PACKAGE -> statements();
                default -> throw new IllegalStateException("unknown key");
            }
        } catch (MalformedException e) {
            throw new IOException("a temporary file changed while it was used: " + e.getMessage(), e);
        }
        payloads.clear();
    }

    private void advisory() throws IOException, MalformedException {
        String id = Keys.parts(key)[1];
        List<Advisory> parts = new ArrayList<>();
        for (byte[] payload : payloads) {
            parts.add(AdvisoryCodec.read(new ByteReader(payload), id));
        }
        Advisory joined = AdvisoryCodec.join(parts);
        writer.put(key, AdvisoryCodec.bytes(joined));
        records++;
        dated(joined.published());
        dated(joined.modified());
    }

    private void alias() throws IOException {
        List<String> ids = payloads.stream()
                .map(payload -> new String(payload, StandardCharsets.UTF_8))
                .toList();
        writer.put(key, new ByteWriter().texts(ids).toBytes());
    }

    /** Payloads are sorted and differ, so the last one is the latest state. */
    private void state() {
        if (payloads.size() > 1) {
            String[] names = Keys.parts(key);
            latestOfSeveral.put(
                    new RecordPart(names[1], names[2]), new String(payloads.getLast(), StandardCharsets.UTF_8));
        }
    }

    private void exploited() throws IOException, MalformedException {
        writer.put(key, payloads.getFirst());
        knownExploited++;
        dated(new ByteReader(payloads.getFirst()).text());
    }

    /** Payloads begin with their date and are sorted, so the last one is the newest. */
    private void predicted() throws IOException, MalformedException {
        writer.put(key, payloads.getLast());
        exploitPredictions++;
        dated(new ByteReader(payloads.getLast()).text());
    }

    /** Of several dates the last one stands. */
    private void endOfLife() throws IOException {
        writer.put(key, payloads.getLast());
        endsOfLife++;
    }

    private void statements() throws IOException, MalformedException {
        String[] names = Keys.parts(key);
        List<Statement> kept = new ArrayList<>();
        for (byte[] payload : payloads) {
            int endOfId = indexOfNul(payload, 0);
            int endOfModified = indexOfNul(payload, endOfId + 1);
            String id = new String(payload, 0, endOfId, StandardCharsets.UTF_8);
            String modified = new String(payload, endOfId + 1, endOfModified - endOfId - 1, StandardCharsets.UTF_8);
            String latest = latestOfSeveral.get(new RecordPart(id, names[1]));
            if (latest == null || latest.equals(modified)) {
                int start = endOfModified + 1;
                ByteReader in = new ByteReader(payload, start, payload.length - start);
                kept.add(StatementCodec.read(new PooledReader(in), "", names[1], names[2]));
            }
        }
        if (kept.isEmpty()) {
            return;
        }
        ByteWriter value = new ByteWriter();
        PooledWriter out = new PooledWriter(value);
        out.number(kept.size());
        kept.forEach(statement -> StatementCodec.write(out, statement));
        writer.put(key, value.toBytes());
        namespaces.add(names[1]);
        statements += kept.size();
    }

    private void dated(String stated) {
        if (stated.length() < 10) {
            return;
        }
        String date = stated.substring(0, 10);
        for (int i = 0; i < date.length(); i++) {
            char c = date.charAt(i);
            boolean hyphen = i == 4 || i == 7;
            if (hyphen ? c != '-' : (c < '0' || c > '9')) {
                return;
            }
        }
        newestDate = date.compareTo(newestDate) > 0 ? date : newestDate;
    }

    private static int indexOfNul(byte[] bytes, int from) throws MalformedException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        throw new MalformedException("an id is cut off");
    }
}
