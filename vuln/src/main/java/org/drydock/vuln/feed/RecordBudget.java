package org.drydock.vuln.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what one record of a stream of records may take in memory: its bytes, and the values in it, which weigh more
 * than their bytes. Values are counted by the characters that separate them, so texts count a little too much.
 */
public final class RecordBudget extends FilterInputStream {
    private final String place;
    private final long maxBytes;
    private final long maxValues;
    private final boolean[] separates = new boolean[128];
    private long bytes;
    private long values;

    /** For JSON. */
    public RecordBudget(InputStream in, String place, int maxBytes, int maxValues) {
        this(in, place, maxBytes, maxValues, ",[{");
    }

    /** @param separators the characters, all below 128, that a value begins or ends with */
    RecordBudget(InputStream in, String place, int maxBytes, int maxValues, String separators) {
        super(in);
        separators.chars().forEach(c -> separates[c] = true);
        this.place = place;
        this.maxBytes = maxBytes;
        this.maxValues = maxValues;
    }

    /** A record ends here; the next one has the whole budget. */
    public void next() {
        bytes = 0;
        values = 0;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            count(b);
            check();
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        for (int i = offset; i < offset + n; i++) {
            count(into[i]);
        }
        check();
        return n;
    }

    private void count(int b) {
        bytes++;
        if (b >= 0 && separates[b]) {
            values++;
        }
    }

    private void check() {
        if (bytes > maxBytes) {
            throw new FeedException(place + ": a record is larger than " + (maxBytes >> 20) + " MiB");
        }
        if (values > maxValues) {
            throw new FeedException(place + ": a record holds more than " + maxValues + " values");
        }
    }
}
