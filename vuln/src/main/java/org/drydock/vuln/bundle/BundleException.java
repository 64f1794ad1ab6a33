package org.drydock.vuln.bundle;

import org.drydock.core.DrydockException;

/** A bundle cannot be written, or is not to be trusted; the message names the bundle and what is wrong with it. */
public final class BundleException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
