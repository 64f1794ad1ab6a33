package org.drydock.vuln.update;

import org.drydock.core.DrydockException;

/** An update cannot begin; the message says what was asked and what there is. */
public final class UpdateException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public UpdateException(String message) {
        super(message);
    }

    public UpdateException(String message, Throwable cause) {
        super(message, cause);
    }
}
