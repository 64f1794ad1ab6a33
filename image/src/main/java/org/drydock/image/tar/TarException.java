package org.drydock.image.tar;

import java.io.IOException;

/** A stream is not a tar archive, or stops being one at a known offset. */
public final class TarException extends IOException {
    private static final long serialVersionUID = 1L;

    TarException(long offset, String message) {
        super("at byte " + offset + ": " + message);
    }
}
