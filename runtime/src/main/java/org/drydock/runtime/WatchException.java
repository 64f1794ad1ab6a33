package org.drydock.runtime;

import org.drydock.core.DrydockException;

/** Rules, a capture or an event source cannot be used; the message names which, where in it, and why. */
public class WatchException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public WatchException(String message) {
        super(message);
    }

    public WatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
