package org.drydock.vuln.feed;

import org.drydock.core.DrydockException;

/** A feed cannot be read; the message names the file and the place in it. */
public final class FeedException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public FeedException(String message) {
        super(message);
    }

    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
