package org.drydock.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.drydock.inventory.ScanProgress;

/** Shows on one line of a terminal how far the reading is, and leaves nothing behind. */
final class ProgressLine implements ScanProgress {
    private static final long INTERVAL_NANOS = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final String target;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong next = new AtomicLong();
    private volatile int total;

    ProgressLine(PrintStream err, String target) {
        this.err = err;
        this.target = target;
    }

    @Override
    public void layers(int layers, int cached) {
        total = layers;
        done.set(cached);
        show();
    }

    @Override
    public void bytes(long more) {
        bytes.addAndGet(more);
        long now = System.nanoTime();
        long due = next.get();
        if ((due == 0 || now - due >= 0) && next.compareAndSet(due, now + INTERVAL_NANOS)) {
            show();
        }
    }

    @Override
    public void layerDone() {
        done.incrementAndGet();
        show();
    }

    /** Another thing that takes time. */
    void say(String what) {
        print(CLEAR + what + "…");
    }

    void clear() {
        print(CLEAR);
    }

    private void show() {
        print(CLEAR + "reading " + target + ": layer " + done.get() + " of " + total + " done, " + (bytes.get() >> 20)
                + " MB");
    }

    private void print(String text) {
        synchronized (err) {
            err.print(text);
            err.flush();
        }
    }
}
