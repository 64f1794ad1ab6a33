package org.drydock.image.registry;

import java.io.IOException;

/** A registry's answer that is no content. */
final class RegistryException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * With the answer's status.
     *
     * @param status of HTTP; 0 if there was no answer
     */
    RegistryException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    boolean isNotFound() {
        return status == 404;
    }
}
