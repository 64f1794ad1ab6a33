package org.drydock.runtime.state;

import org.drydock.runtime.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event together with what was known when it happened. It is filled anew for each event: nobody keeps one.
 */
public final class Observation {
    public final Event event = new Event();
    public final Users users;
    /** The name of the machine that the events are of. */
    public final String hostname;
    /** The thread that the event is of; null if nothing is known of it. */
    public @Nullable Process thread;
    /** The descriptor that the event uses or makes; null if it uses none, or nothing is known of it. */
    public @Nullable Descriptor descriptor;
    /** The number of that descriptor. */
    public long descriptorNumber = Process.UNKNOWN;

    public Observation(Users users, String hostname) {
        this.users = users;
        this.hostname = hostname;
    }

    /** The process that the event is of; null if nothing is known of it. */
    public @Nullable Process process() {
        return thread == null ? null : thread.process();
    }
}
