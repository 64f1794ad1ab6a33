package org.drydock.vuln.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.core.Digest;

/** A bundle in a folder. */
final class LayoutFolder implements BundleSource {
    private final Path folder;

    LayoutFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public byte[] index() {
        return read(OciLayout.INDEX, OciLayout.MAX_MANIFEST);
    }

    @Override
    public byte[] blob(Digest digest, int most) {
        return read(OciLayout.blobPath(digest), most);
    }

    @Override
    public void close() {}

    private byte[] read(String path, int most) {
        return read(folder.resolve(path), place() + ": " + path, most);
    }

    static byte[] read(Path file, String place, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new BundleException(place + ": longer than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new BundleException(place + ": missing, or cannot be read", e);
        }
    }
}
