package org.drydock.vuln.feed;

import org.drydock.core.DrydockException;
import org.drydock.json.JsonException;

/** A feed cannot be read; the message names the file and the place in it. */
public final class FeedException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public FeedException(String message) {
        super(message);
    }

    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A document is not JSON; the cause's message names the place. */
    public static FeedException notJson(JsonException cause) {
        return new FeedException(FeedText.printable(String.valueOf(cause.getMessage())), cause);
    }
}
