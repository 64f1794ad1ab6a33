package org.drydock.vuln.bundle;

import java.net.URI;
import java.nio.file.Path;
import org.drydock.core.Digest;
import org.drydock.vuln.fetch.Fetcher;

/** A bundle on a web server; blobs that were fetched before are not fetched again. */
final class LayoutServer implements BundleSource {
    private final URI base;
    private final Fetcher fetcher;
    private final Path folder;

    LayoutServer(URI address, Fetcher fetcher, Path folder) {
        String text = address.toString();
        this.base = text.endsWith("/") ? address : URI.create(text + "/");
        this.fetcher = fetcher;
        this.folder = folder;
    }

    @Override
    public String place() {
        return base.getRawUserInfo() == null ? base.toString() : base.getHost() + base.getRawPath();
    }

    @Override
    public byte[] index() {
        Path file = fetcher.fetch(base.resolve(OciLayout.INDEX), folder).file();
        return LayoutFolder.read(file, place() + OciLayout.INDEX, OciLayout.MAX_MANIFEST);
    }

    @Override
    public byte[] blob(Digest digest, int most) {
        URI address = base.resolve(OciLayout.blobPath(digest));
        Path file = Fetcher.kept(address, folder)
                .orElseGet(() -> fetcher.fetch(address, folder).file());
        byte[] bytes = LayoutFolder.read(file, place() + OciLayout.blobPath(digest), most);
        if (!Sha256.of(bytes).equals(digest)) {
            Fetcher.distrust(file);
        }
        return bytes;
    }

    @Override
    public void close() {}
}
