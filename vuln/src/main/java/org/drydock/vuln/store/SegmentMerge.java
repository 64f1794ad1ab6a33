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
 * Joins what was gathered under each key and writes it. Where a source has a record in several states, the one modified
 * last counts, with its statements and aliases; parts of the same state add up.
 */
final class SegmentMerge implements EntrySorter.Consumer {
    private final SegmentWriter writer;
    private final List<byte[]> payloads = new ArrayList<>();
    private final Map<String, String> latestOfSeveral = new HashMap<>();
    private final TreeSet<String> namespaces = new TreeSet<>();
    private byte[] key = new byte[0];
    private long records;
    private long statements;
    private long knownExploited;
    private String newestDate = "";

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
        SourceStatus status =
                new SourceStatus(source, format, List.copyOf(namespaces), records + knownExploited, newestDate, origin);
        return new SegmentSummary(status, statements, knownExploited);
    }

    private void endKey() throws IOException {
        if (payloads.isEmpty()) {
            return;
        }
        try {
            switch (key[0]) {
                case Keys.ADVISORY -> advisory();
                case Keys.ALIAS -> alias();
                case Keys.KNOWN_EXPLOITED -> exploited();
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
        String latest =
                parts.stream().map(Advisory::modified).max(String::compareTo).orElse("");
        if (parts.stream().anyMatch(part -> !part.modified().equals(latest))) {
            latestOfSeveral.put(id, latest);
            parts.removeIf(part -> !part.modified().equals(latest));
        }
        Advisory joined = AdvisoryCodec.join(parts);
        writer.put(key, AdvisoryCodec.bytes(joined));
        records++;
        dated(joined.published());
        dated(joined.modified());
    }

    private void alias() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        for (byte[] payload : payloads) {
            String[] head = new String(payload, StandardCharsets.UTF_8).split("\0", -1);
            if (counts(head[0], head[1])) {
                ids.add(head[0]);
            }
        }
        if (!ids.isEmpty()) {
            writer.put(key, new ByteWriter().texts(ids).toBytes());
        }
    }

    private void exploited() throws IOException, MalformedException {
        writer.put(key, payloads.getFirst());
        knownExploited++;
        dated(new ByteReader(payloads.getFirst()).text());
    }

    private void statements() throws IOException, MalformedException {
        String[] names = Keys.parts(key);
        List<Statement> kept = new ArrayList<>();
        for (byte[] payload : payloads) {
            int endOfId = indexOfNul(payload, 0);
            int endOfModified = indexOfNul(payload, endOfId + 1);
            String id = new String(payload, 0, endOfId, StandardCharsets.UTF_8);
            String modified = new String(payload, endOfId + 1, endOfModified - endOfId - 1, StandardCharsets.UTF_8);
            if (counts(id, modified)) {
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

    private boolean counts(String id, String modified) {
        String latest = latestOfSeveral.get(id);
        return latest == null || latest.equals(modified);
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
