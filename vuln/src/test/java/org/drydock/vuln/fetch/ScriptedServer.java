package org.drydock.vuln.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A web server on the loopback that says what a test wants, also what no honest server says. One request a connection. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String scheme;
    private final Function<Request, Reply> script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public ScriptedServer(Function<Request, Reply> script) throws IOException {
        this("http", ServerSocketFactory.getDefault(), script);
    }

    ScriptedServer(String scheme, ServerSocketFactory sockets, Function<Request, Reply> script) throws IOException {
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** What was asked; names of headers in lower case. */
    public record Request(String target, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is answered. */
    public static final class Reply {
        private final List<String> head;
        private final byte[] body;
        private final long stall;

        /**
         * An answer as it goes over the line.
         *
         * @param head the status line and the headers
         * @param stall how long the connection stays open with nothing more to come
         */
        Reply(List<String> head, byte[] body, long stall) {
            this.head = List.copyOf(head);
            this.body = body.clone();
            this.stall = stall;
        }

        public static Reply of(String status, byte[] body, String... headers) {
            List<String> head = new ArrayList<>(List.of("HTTP/1.1 " + status, "Content-Length: " + body.length));
            head.addAll(List.of(headers));
            return new Reply(head, body, 0);
        }

        public static Reply ok(byte[] body, String... headers) {
            return of("200 OK", body, headers);
        }

        /** Claims all of the body and sends a part of it. */
        static Reply cut(byte[] body, int sent, String... headers) {
            List<String> head = new ArrayList<>(List.of("HTTP/1.1 200 OK", "Content-Length: " + body.length));
            head.addAll(List.of(headers));
            return new Reply(head, java.util.Arrays.copyOf(body, sent), 0);
        }

        /** What honest servers do with a range, if the validator fits. */
        public static Reply range(Request request, byte[] body, String etag) {
            String range = request.header("range");
            if (range.startsWith("bytes=") && request.header("if-range").equals(etag)) {
                int from = Integer.parseInt(range.substring(6, range.length() - 1));
                return of(
                        "206 Partial Content",
                        java.util.Arrays.copyOfRange(body, from, body.length),
                        "ETag: " + etag,
                        "Content-Range: bytes " + from + "-" + (body.length - 1) + "/" + body.length);
            }
            return request.header("if-none-match").equals(etag)
                    ? of("304 Not Modified", new byte[0], "ETag: " + etag)
                    : ok(body, "ETag: " + etag);
        }

        Reply stalling(long millis) {
            return new Reply(head, body, millis);
        }
    }

    public URI address(String path) {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + path);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String[] first = line(in).split(" ", -1);
            if (first.length < 2) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(first[1], headers);
            requests.add(request);
            Reply reply = script.apply(request);
            OutputStream out = connection.getOutputStream();
            String head = String.join("\r\n", reply.head) + "\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(reply.body);
            out.flush();
            if (reply.stall > 0) {
                connection.setSoTimeout((int) reply.stall);
                while (in.read() >= 0) {
                    // until the client goes, or it was long enough
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
