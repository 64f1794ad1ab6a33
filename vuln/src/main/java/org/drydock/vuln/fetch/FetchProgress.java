package org.drydock.vuln.fetch;

import java.time.Duration;

/** Is told how far fetching is; for people who wait. Called often. */
public interface FetchProgress {
    /** Hears nothing. */
    FetchProgress NONE = new FetchProgress() {};

    /**
     * More of a file came.
     *
     * @param total bytes of all of it, -1 if that is not known
     */
    default void received(String address, long bytes, long total) {}

    /** It is tried again after a while. */
    default void waiting(String address, String reason, Duration wait) {}
}
