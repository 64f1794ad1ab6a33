package org.drydock.vuln.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a feed that is text, each of a bounded length. */
public final class FeedLines {
    private static final int MAX_LINE = 1 << 20;

    private final BufferedReader reader;
    private final String place;
    private long number;

    public FeedLines(InputStream in, String place) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.place = place;
    }

    /**
     * The next line without its end; null if there is none.
     *
     * @throws FeedException if it is too long or cannot be read
     */
    public @Nullable String next() {
        try {
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            number++;
            StringBuilder line = new StringBuilder();
            while (c >= 0 && c != '\n') {
                if (line.length() == MAX_LINE) {
                    throw new FeedException(place + ":" + number + ": longer than " + MAX_LINE + " characters");
                }
                line.append((char) c);
                c = reader.read();
            }
            int end = line.length();
            boolean mark = number == 1 && end > 0 && line.charAt(0) == '\uFEFF';
            return line.substring(mark ? 1 : 0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
        } catch (IOException e) {
            throw new FeedException(place + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The number of the line read last, from 1. */
    public long number() {
        return number;
    }
}
