package org.drydock.report.template;

/** Ends the filling of a template. */
final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitReached(String message) {
        super(message);
    }
}
