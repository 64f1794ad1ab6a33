package org.drydock.image.daemon;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A daemon's answer: a status and a body of whichever length.
 *
 * @param headers by name in lower case
 * @param body ends where the answer ends; an answer that is cut off is an {@link EOFException}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
record EngineResponse(int status, Map<String, String> headers, InputStream body) {
    private static final int MAX_LINE = 1 << 14;
    private static final int MAX_HEADERS = 200;

    /** Reads the answer's head; the body is read from {@code in} later. */
    static EngineResponse read(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, 1 << 16);
        while (true) {
            int status = status(line(buffered));
            Map<String, String> headers = headers(buffered);
            if (status >= 200) {
                return new EngineResponse(status, headers, body(status, headers, buffered));
            }
        }
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("not an answer of HTTP");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (int count = 0; ; count++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            if (count == MAX_HEADERS) {
                throw new IOException("more than " + MAX_HEADERS + " headers");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private static InputStream body(int status, Map<String, String> headers, InputStream in) throws IOException {
        if (status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return new Chunked(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return in;
        }
        if (length.length() > 18 || !length.matches("[0-9]+")) {
            throw new IOException("a length that is no number");
        }
        return new Sized(in, Long.parseLong(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the answer ends too early");
            }
            if (line.length() == MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE + " bytes");
            }
            line.append((char) b);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    /** A body of a stated length. */
    private static final class Sized extends InputStream {
        private final InputStream in;
        private long left;

        Sized(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 || length == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = in.read(into, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("the answer ends " + left + " bytes too early");
            }
            left -= read;
            return read;
        }
    }

    /** A body in chunks. */
    private static final class Chunked extends InputStream {
        private final InputStream in;
        private long left;
        private boolean first = true;
        private boolean ended;

        Chunked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !nextChunk()) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("the answer ends inside a chunk");
            }
            left -= read;
            return read;
        }

        private boolean nextChunk() throws IOException {
            if (ended) {
                return false;
            }
            if (!first && !line(in).isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
            first = false;
            String size = line(in).replaceFirst(";.*$", "").strip();
            if (size.isEmpty()
                    || size.length() > 15
                    || !size.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                throw new IOException("a chunk's length is no number");
            }
            left = Long.parseLong(size, 16);
            ended = left == 0;
            return !ended;
        }
    }
}
