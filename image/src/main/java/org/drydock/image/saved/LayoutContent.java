package org.drydock.image.saved;

import java.io.IOException;
import java.io.InputStream;
import org.drydock.core.Digest;

/** The content of an OCI layout: all of it lies in {@code blobs/ALGORITHM/HEX}. */
public final class LayoutContent implements ContentStore {
    private final BlobStore blobs;

    public LayoutContent(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public InputStream manifest(Digest digest) throws IOException {
        return blobs.open(name(digest));
    }

    @Override
    public InputStream blob(Digest digest, long size) throws IOException {
        return blobs.open(name(digest));
    }

    @Override
    public String place() {
        return blobs.place();
    }

    @Override
    public void close() throws IOException {
        blobs.close();
    }

    private static String name(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }
}
