package org.drydock.image.containerd;

import java.io.IOException;

/** A file is no bbolt database, or a damaged one, or one that was written to meanwhile. */
final class BoltException extends IOException {
    private static final long serialVersionUID = 1L;

    BoltException(String message) {
        super(message);
    }
}
