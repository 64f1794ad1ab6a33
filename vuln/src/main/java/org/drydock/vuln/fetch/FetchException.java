package org.drydock.vuln.fetch;

import org.drydock.core.DrydockException;

/** Something could not be fetched; the message names the address and the way out. */
public final class FetchException extends DrydockException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    public FetchException(String message) {
        this(message, false);
    }

    /** @param missing whether the server says that there is no such file */
    FetchException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    public FetchException(String message, Throwable cause) {
        super(message, cause);
        this.missing = false;
    }

    /** Whether the server is there and says that the file is not. */
    public boolean isMissing() {
        return missing;
    }
}
