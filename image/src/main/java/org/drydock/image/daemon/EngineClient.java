package org.drydock.image.daemon;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.drydock.core.Limits;
import org.drydock.image.ImageException;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * Asks a daemon, one connection for each question. Only reads.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
final class EngineClient {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MAX_ERROR = 1 << 16;

    private final Daemon daemon;
    private final EngineAddress address;
    private final Limits limits;

    /** The daemon does not have what was asked for. */
    static final class NotFoundException extends IOException {
        private static final long serialVersionUID = 1L;

        NotFoundException(String message) {
            super(message);
        }
    }

    EngineClient(Daemon daemon, EngineAddress address, Limits limits) {
        this.daemon = daemon;
        this.address = address;
        this.limits = limits;
    }

    Daemon daemon() {
        return daemon;
    }

    /**
     * Gets a small document.
     *
     * @throws NotFoundException if there is none
     * @throws ImageException if the daemon cannot be reached
     */
    JsonValue json(String path) throws IOException {
        try (InputStream body = stream(path)) {
            byte[] bytes = body.readNBytes(limits.metadataBytes() + 1);
            if (bytes.length > limits.metadataBytes()) {
                throw new IOException("an answer larger than " + limits.metadataBytes() + " bytes");
            }
            return JsonReader.read(bytes, daemon.word() + " " + path);
        }
    }

    /** Gets a body of any length, which the caller closes. */
    InputStream stream(String path) throws IOException {
        EngineConnection connection = connect();
        boolean done = false;
        try {
            connection
                    .out()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + daemon.word()
                                    + "\r\nUser-Agent: drydock\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            EngineResponse response = EngineResponse.read(connection.in());
            if (response.status() != 200) {
                byte[] error = response.body().readNBytes(MAX_ERROR);
                String stated = stated(error);
                if (response.status() == 404) {
                    throw new NotFoundException(stated);
                }
                throw new IOException(
                        "answers with status " + response.status() + (stated.isEmpty() ? "" : ": " + stated));
            }
            done = true;
            return new FilterInputStream(response.body()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return in.read(into, offset, length);
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private EngineConnection connect() {
        try {
            return EngineConnection.open(address, PATIENCE);
        } catch (IOException e) {
            throw new ImageException(
                    daemon.word() + ": no answer at " + address + " (" + e.getMessage() + "). " + daemon.wayOut(), e);
        }
    }

    private static String stated(byte[] body) {
        try {
            JsonValue json = JsonReader.read(body, "");
            String text = json.get("message").text(json.get("cause").text(""));
            String safe = text.replaceAll("\\p{Cntrl}", " ");
            return safe.length() > 200 ? safe.substring(0, 200) + "…" : safe;
        } catch (JsonException e) {
            return "";
        }
    }
}
