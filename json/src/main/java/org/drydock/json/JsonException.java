package org.drydock.json;

import org.drydock.core.DrydockException;

/** A text is not JSON, or is beyond the limits of the reader. The message names the place. */
public final class JsonException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
