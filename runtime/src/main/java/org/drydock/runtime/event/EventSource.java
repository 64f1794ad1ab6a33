package org.drydock.runtime.event;

import org.drydock.runtime.WatchException;

/** Where events come from: a capture, or a probe in the kernel. */
public interface EventSource extends AutoCloseable {
    /**
     * Fills in the next event; waits for it where events are live.
     *
     * @return false at the end
     * @throws WatchException if the source cannot be read further
     */
    boolean next(Event event);

    /** How many events happened and could not be told so far. */
    long lost();

    @Override
    void close();
}
