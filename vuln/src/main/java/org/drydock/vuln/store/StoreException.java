package org.drydock.vuln.store;

import org.drydock.core.DrydockException;

/** The advisory store is missing, damaged or cannot be written; the message names the file and the way out. */
public sealed class StoreException extends DrydockException permits DamagedStoreException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
