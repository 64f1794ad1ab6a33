package org.drydock.policy;

import org.drydock.core.DrydockException;

/** A file that decides about findings cannot be understood. The message names the file and the line. */
public final class PolicyException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public PolicyException(String message) {
        super(message);
    }

    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
