package org.drydock.inventory.document;

import org.drydock.core.DrydockException;

/** A text is not of the format that it should be, or beyond the limits. */
public final class DocumentException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public DocumentException(String message) {
        super(message);
    }

    public DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
