package org.drydock.vuln.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer, taken piece by piece by the thread that asked; none of it is waited for longer than told. */
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

    private sealed interface Piece {
        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record Failure(Throwable cause) implements Piece {}

        record End() implements Piece {}
    }

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        pieces.add(new Piece.Failure(cause));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece.End());
    }

    /** The connection broke in the middle of a body, or nothing more came in time. */
    static final class BrokenOffException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOffException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The next piece; empty at the end. */
    List<ByteBuffer> next(Duration idle) throws BrokenOffException, InterruptedException {
        subscription.join().request(1);
        Piece piece = pieces.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
        return switch (piece) {
            case null -> throw new BrokenOffException("nothing came for " + idle.toSeconds() + " s", null);
            case Piece.Bytes(List<ByteBuffer> buffers) -> buffers;
            case Piece.End _ -> List.of();
            case Piece.Failure(Throwable cause) ->
                throw new BrokenOffException("the connection broke off: " + cause.getMessage(), cause);
        };
    }

    @Override
    public void close() {
        if (subscription.isDone()) {
            subscription.join().cancel();
        }
    }
}
