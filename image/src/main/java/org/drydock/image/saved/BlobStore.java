package org.drydock.image.saved;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Named files of a saved image, wherever they lie. Names are relative, with slashes. */
public interface BlobStore extends Closeable {
    /** The size in bytes of the file called {@code name}; empty if there is none. */
    Optional<Long> size(String name) throws IOException;

    /**
     * Opens a file for reading from its start.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(String name) throws IOException;

    /** The store's place, for messages. */
    String place();
}
