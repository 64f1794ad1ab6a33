package org.drydock.image;

import org.drydock.core.DrydockException;

/** An image cannot be opened or cannot be trusted: nothing that it says may be reported as a result. */
public final class ImageException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
