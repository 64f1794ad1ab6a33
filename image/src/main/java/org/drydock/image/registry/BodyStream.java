package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A response's body as a stream that fails when nothing comes for too long; the JDK's own would wait for ever. */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
    private static final int AHEAD = 8;

    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final Duration patience;
    private volatile Flow.@Nullable Subscription subscription;
    private List<ByteBuffer> current = List.of();
    private int next;
    private boolean ended;

    private sealed interface Part {
        record Bytes(List<ByteBuffer> buffers) implements Part {}

        record Failed(Throwable cause) implements Part {}

        record Ended() implements Part {}
    }

    BodyStream(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(new Part.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        parts.add(new Part.Failed(cause));
    }

    @Override
    public void onComplete() {
        parts.add(new Part.Ended());
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
        while (!ended) {
            while (next < current.size()) {
                ByteBuffer buffer = current.get(next);
                if (buffer.hasRemaining()) {
                    int read = Math.min(length, buffer.remaining());
                    buffer.get(into, offset, read);
                    return read;
                }
                next++;
            }
            take();
        }
        return -1;
    }

    @Override
    public void close() {
        Flow.Subscription held = subscription;
        if (held != null) {
            held.cancel();
        }
        ended = true;
        parts.clear();
    }

    private void take() throws IOException {
        try {
            Part part = parts.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            switch (part) {
                case null -> {
                    close();
                    throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " s");
                }
                case Part.Bytes(List<ByteBuffer> buffers) -> {
                    current = buffers;
                    next = 0;
                    Flow.Subscription held = subscription;
                    if (held != null) {
                        held.request(1);
                    }
                }
                case Part.Failed(Throwable cause) -> {
                    ended = true;
                    throw new IOException("the connection broke: " + cause.getMessage(), cause);
                }
                case Part.Ended() -> ended = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }
}
