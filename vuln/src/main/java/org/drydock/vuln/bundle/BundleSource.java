package org.drydock.vuln.bundle;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.core.Digest;
import org.drydock.vuln.fetch.Fetcher;

/**
 * Where a bundle lies: the index of an OCI image layout, and blobs by their digest. What comes out of it is not trusted; a
 * registry would be another one of these.
 */
public interface BundleSource extends AutoCloseable {
    /** Names it in errors. */
    String place();

    /**
     * The layout's {@code index.json}.
     *
     * @throws BundleException if there is none
     */
    byte[] index();

    /**
     * A blob.
     *
     * @param most how many bytes it may have
     * @throws BundleException if it is not there, or is longer
     */
    byte[] blob(Digest digest, int most);

    @Override
    void close();

    /** A folder, or a tar file of one. */
    static BundleSource open(Path path) {
        return Files.isDirectory(path) ? new LayoutFolder(path) : LayoutArchive.open(path);
    }

    /**
     * A folder on a web server.
     *
     * @param folder where fetched blobs are kept until they are used
     */
    static BundleSource open(URI address, Fetcher fetcher, Path folder) {
        return new LayoutServer(address, fetcher, folder);
    }

    /** Clears a folder that blobs were kept in, once they are used. */
    static void forget(Path folder) {
        BundleWriter.deleteAll(folder);
    }

    /** Whether a path looks like a bundle, and not like a feed. */
    static boolean isBundle(Path path) {
        return Files.isDirectory(path)
                ? Files.isRegularFile(path.resolve(OciLayout.MARKER))
                        && Files.isRegularFile(path.resolve(OciLayout.INDEX))
                : LayoutArchive.isArchive(path);
    }
}
