package org.drydock.core;

/** A reader met one of its {@link Limits}; what it had found until then stands. */
public final class LimitExceededException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
