package org.drydock.core;

/**
 * The root of all errors Drydock raises on purpose. Its message names the input, the place in it and, where there is
 * one, the way out, in one line: it is printed as it stands.
 */
public class DrydockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DrydockException(String message) {
        super(message);
    }

    public DrydockException(String message, Throwable cause) {
        super(message, cause);
    }
}
