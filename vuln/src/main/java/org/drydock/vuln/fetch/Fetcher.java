package org.drydock.vuln.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import org.drydock.core.Limits;
import org.drydock.vuln.fetch.HttpTransport.Response;

/**
 * Brings files from servers into a folder: only if they changed, the rest of them if a part is there, and again if it
 * fails in a way that may pass. A file in the folder is always whole; what is on its way is beside it as {@code .part}.
 */
public final class Fetcher implements AutoCloseable {
    private static final String PART = ".part";
    private static final int MAX_ATTEMPTS = 100;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final FetchSettings settings;
    private final FetchProgress progress;
    private final HttpTransport transport;

    public Fetcher(FetchSettings settings, FetchProgress progress) {
        this.settings = settings;
        this.progress = progress;
        this.transport = new HttpTransport(settings);
    }

    /**
     * A file that is there now.
     *
     * @param changed whether it is another one than before
     */
    public record Fetched(Path file, FetchedState state, boolean changed) {}

    /** What one attempt came to. */
    private sealed interface Attempt {
        record Done(Fetched fetched) implements Attempt {}

        /**
         * Worth another attempt.
         *
         * @param pause what the server asks for, empty if nothing
         */
        record Again(String reason, Optional<Duration> pause) implements Attempt {}
    }

    /**
     * Fetches a file.
     *
     * @param folder in which it gets its place by its address
     * @throws FetchException if it cannot be had; what was there before stays
     */
    public Fetched fetch(URI address, Path folder) {
        if (!HttpTransport.isHttp(address) || address.getHost() == null) {
            throw new FetchException(address + ": expected an address that begins with https:// or http://");
        }
        Path file = FetchFolder.fileOf(address, folder);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return attempts(address, file);
        } catch (IOException e) {
            throw new FetchException(file + ": cannot be written: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(HttpTransport.text(address) + ": interrupted", e);
        }
    }

    /** A file that was fetched before and is whole; nobody is asked whether it is still the same. */
    public static Optional<Path> kept(URI address, Path folder) {
        Path file = FetchFolder.fileOf(address, folder);
        return FetchedState.read(file).map(_ -> file);
    }

    /** Makes the next fetch of a file a full one, since what came is of no use. */
    public static void distrust(Path file) {
        try {
            FetchedState.forget(file);
        } catch (IOException e) {
            throw new FetchException(file + ": cannot be written: " + e, e);
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private Fetched attempts(URI address, Path file) throws IOException, InterruptedException {
        Instant end = settings.clock().instant().plus(settings.limits().total());
        Path part = FetchedState.beside(file, PART);
        long had = length(part);
        for (int total = 0, fruitless = 0; ; total++) {
            Attempt attempt = attempt(address, file, part, end);
            if (attempt instanceof Attempt.Done(Fetched fetched)) {
                return fetched;
            }
            Attempt.Again again = (Attempt.Again) attempt;
            fruitless = length(part) > had ? 1 : fruitless + 1;
            had = length(part);
            Duration wait = again.pause.orElse(Backoff.after(fruitless, settings.random()));
            if (again.pause.isPresent() && wait.compareTo(LONGEST_ASKED) > 0) {
                throw new FetchException(HttpTransport.text(address) + ": " + again.reason
                        + "; the server asks to wait " + wait.toMinutes() + " min: run it again then");
            }
            boolean late = settings.clock().instant().plus(wait).isAfter(end);
            if (fruitless >= settings.limits().attempts() || total >= MAX_ATTEMPTS || late) {
                throw new FetchException(HttpTransport.text(address) + ": " + again.reason + ", after " + (total + 1)
                        + (total == 0 ? " attempt" : " attempts") + "; run it again to go on");
            }
            progress.waiting(HttpTransport.text(address), again.reason, wait);
            settings.pause().of(wait);
        }
    }

    private Attempt attempt(URI address, Path file, Path part, Instant end) throws IOException, InterruptedException {
        Optional<FetchedState> before = FetchedState.read(file);
        Optional<FetchedState> partial = FetchedState.read(part).filter(state -> state.bytes() > 0);
        Response response;
        try {
            response = transport.get(address, headers(address, before, partial));
        } catch (SSLException e) {
            throw new FetchException(
                    HttpTransport.text(address) + ": no trusted connection: " + e.getMessage()
                            + "; a proxy that looks into connections needs --ca-file",
                    e);
        } catch (IOException e) {
            return again(e);
        }
        try (response) {
            if (response.status() == 304 && before.isPresent()) {
                return unchanged(file, before.get());
            }
            return switch (response.status()) {
                case 200 -> receive(response, file, part, 0, before, end);
                case 206 -> rest(response, file, part, partial, before, end);
                case 416 -> {
                    discard(part);
                    yield new Attempt.Again("the server has no such part", Optional.of(Duration.ZERO));
                }
                case 408, 425, 429, 500, 502, 503, 504 ->
                    new Attempt.Again(
                            "the server answers " + response.status(),
                            Backoff.retryAfter(
                                    response.header("retry-after"),
                                    settings.clock().instant()));
                default -> throw refused(address, response.status());
            };
        }
    }

    private static FetchException refused(URI address, int status) {
        boolean missing = status == 404 || status == 410;
        boolean forbidden = status == 401 || status == 403 || status == 407;
        String reason = missing ? " (not there)" : forbidden ? " (not allowed)" : "";
        return new FetchException(HttpTransport.text(address) + ": the server answers " + status + reason, missing);
    }

    private static Attempt again(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Attempt.Again(
                e instanceof HttpTimeoutException ? "timed out: " + message : "the connection failed: " + message,
                Optional.empty());
    }

    /** What is packed already is asked for as it is, since digests and ranges are of that. */
    private static Map<String, String> headers(
            URI address, Optional<FetchedState> before, Optional<FetchedState> partial) {
        Map<String, String> headers = new LinkedHashMap<>();
        String path = String.valueOf(address.getPath());
        boolean packed = path.matches(".*\\.(zip|gz|xz|zst|bz2|tgz)$");
        headers.put("Accept-Encoding", packed ? "identity" : "gzip");
        String validator = partial.map(Fetcher::strongValidator).orElse("");
        if (partial.isPresent() && !validator.isEmpty()) {
            headers.put("Range", "bytes=" + partial.get().bytes() + "-");
            headers.put("If-Range", validator);
        } else if (before.isPresent()) {
            FetchedState state = before.get();
            if (!state.etag().isEmpty()) {
                headers.put("If-None-Match", state.etag());
            } else if (!state.lastModified().isEmpty()) {
                headers.put("If-Modified-Since", state.lastModified());
            }
        }
        return headers;
    }

    /** What holds for each byte; a weak tag does not. */
    private static String strongValidator(FetchedState state) {
        return !state.etag().isEmpty() && !state.etag().startsWith("W/") ? state.etag() : state.lastModified();
    }

    private Attempt unchanged(Path file, FetchedState before) throws IOException {
        FetchedState state = new FetchedState(
                before.address(),
                before.etag(),
                before.lastModified(),
                before.sha256(),
                before.bytes(),
                settings.clock().instant());
        state.write(file);
        return new Attempt.Done(new Fetched(file, state, false));
    }

    private Attempt rest(
            Response response,
            Path file,
            Path part,
            Optional<FetchedState> partial,
            Optional<FetchedState> before,
            Instant end)
            throws IOException, InterruptedException {
        String range = response.header("content-range");
        if (partial.isEmpty() || !range.startsWith("bytes " + partial.get().bytes() + "-")) {
            discard(part);
            return new Attempt.Again("the server sends another part than was asked for", Optional.of(Duration.ZERO));
        }
        return receive(response, file, part, partial.get().bytes(), before, end);
    }

    private Attempt receive(
            Response response, Path file, Path part, long offset, Optional<FetchedState> before, Instant end)
            throws IOException, InterruptedException {
        String trouble = "";
        long bytes = offset;
        OptionalLong total = total(response, offset);
        tooLarge(response, total.orElse(0));
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(offset);
            out.position(offset);
            state(response, -1).write(part);
            try {
                List<ByteBuffer> next = response.body().next(settings.limits().idle());
                while (!next.isEmpty()) {
                    for (ByteBuffer buffer : next) {
                        bytes += buffer.remaining();
                        while (buffer.hasRemaining()) {
                            out.write(buffer);
                        }
                    }
                    tooLarge(response, bytes);
                    if (settings.clock().instant().isAfter(end)) {
                        throw new FetchException(HttpTransport.text(response.address()) + ": takes longer than "
                                + settings.limits().total().toMinutes() + " min; run it again to go on");
                    }
                    progress.received(HttpTransport.text(response.address()), bytes, total.orElse(-1));
                    next = response.body().next(settings.limits().idle());
                }
            } catch (BodyQueue.BrokenOffException e) {
                trouble = String.valueOf(e.getMessage());
            }
            out.force(false);
        }
        if (trouble.isEmpty() && total.isPresent() && total.getAsLong() != bytes) {
            trouble = "it ends after " + bytes + " of " + total.getAsLong() + " bytes";
        }
        return trouble.isEmpty()
                ? complete(response, file, part, state(response, bytes), before)
                : new Attempt.Again(trouble, Optional.empty());
    }

    private FetchedState state(Response response, long bytes) {
        return new FetchedState(
                HttpTransport.text(response.address()),
                response.header("etag"),
                response.header("last-modified"),
                "",
                bytes,
                settings.clock().instant());
    }

    private Attempt complete(Response response, Path file, Path part, FetchedState came, Optional<FetchedState> before)
            throws IOException {
        String trouble = StatedDigests.of(response.headers()).mismatch(part);
        trouble = trouble.isEmpty() ? FileIntegrity.trouble(part, Limits.DEFAULT) : trouble;
        if (!trouble.isEmpty()) {
            discard(part);
            return new Attempt.Again("what came is not whole: " + trouble, Optional.empty());
        }
        FetchedState state = new FetchedState(
                came.address(),
                came.etag(),
                came.lastModified(),
                HexFormat.of().formatHex(StatedDigests.sha256(part)),
                came.bytes(),
                came.checked());
        boolean changed = before.isEmpty() || !before.get().sha256().equals(state.sha256());
        FetchedState.forget(part);
        FetchedState.forget(file);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        state.write(file);
        return new Attempt.Done(new Fetched(file, state, changed));
    }

    private void tooLarge(Response response, long bytes) {
        if (bytes > settings.limits().bytes()) {
            throw new FetchException(HttpTransport.text(response.address()) + ": more than "
                    + settings.limits().bytes() + " bytes");
        }
    }

    /** How long the whole file will be; empty if the server does not say. */
    private static OptionalLong total(Response response, long offset) {
        OptionalLong length = response.headers().firstValueAsLong("content-length");
        return length.isPresent() ? OptionalLong.of(offset + length.getAsLong()) : OptionalLong.empty();
    }

    private static void discard(Path part) throws IOException {
        FetchedState.forget(part);
        Files.deleteIfExists(part);
    }

    private static long length(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
