package org.drydock.image;

import java.io.IOException;
import java.io.InputStream;

/** Opens a layer's bytes as they are stored, compressed or not. May be called again for another reading. */
@FunctionalInterface
public interface LayerBlob {
    InputStream open() throws IOException;
}
