package org.drydock.image.saved;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.drydock.core.Digest;

/** Content that is found by its digest, wherever it lies. What it gives is not verified yet. */
public interface ContentStore extends Closeable {
    /** Opens a manifest or an index. */
    InputStream manifest(Digest digest) throws IOException;

    /**
     * Opens a configuration or a layer.
     *
     * @param size in bytes, as its descriptor states it; -1 if it does not
     */
    InputStream blob(Digest digest, long size) throws IOException;

    /** The store's place, for messages. */
    String place();
}
