package org.drydock.inventory.sbom;

import org.drydock.core.DrydockException;

/** A document is no list of packages in a known format. */
public final class SbomException extends DrydockException {
    private static final long serialVersionUID = 1L;

    SbomException(String message) {
        super(message);
    }

    SbomException(String message, Throwable cause) {
        super(message, cause);
    }
}
