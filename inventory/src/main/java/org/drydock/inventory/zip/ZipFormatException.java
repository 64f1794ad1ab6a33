package org.drydock.inventory.zip;

import org.drydock.core.DrydockException;

/** Bytes that are not a zip archive, or an entry of one that cannot be read. */
public final class ZipFormatException extends DrydockException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    ZipFormatException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** Tells of the input, not of the program; hostile archives make many of them. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** What is wrong, and with which entry. */
    public String problem() {
        return problem;
    }
}
