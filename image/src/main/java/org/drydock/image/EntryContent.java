package org.drydock.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The content of the entry that the walk is at. It can be read once, during the visit; what is not read is skipped. */
public interface EntryContent {
    /**
     * Looks at the beginning without consuming it.
     *
     * @param bytes how many at most
     * @return read only, big endian; shorter than {@code bytes} only if the content is. Valid until the content is read
     */
    ByteBuffer head(int bytes) throws IOException;

    /** The whole content. */
    InputStream stream();
}
