package org.drydock.runtime.field;

import org.drydock.runtime.WatchException;

/** A rule names a field that does not exist, or with an argument that it cannot have. */
public final class UnknownFieldException extends WatchException {
    private static final long serialVersionUID = 1L;

    UnknownFieldException(String message) {
        super(message);
    }
}
