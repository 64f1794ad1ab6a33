package org.drydock.vuln.version;

import org.drydock.core.DrydockException;

/** A text is not a version of the scheme it was read by. */
public final class InvalidVersionException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public InvalidVersionException(String scheme, String version, String why) {
        super("not a " + scheme + " version: \"" + version + "\": " + why);
    }
}
