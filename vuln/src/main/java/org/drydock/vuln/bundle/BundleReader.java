package org.drydock.vuln.bundle;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Digest;

/** Reads a bundle's manifest and chunks, each held against the digest that leads to it. */
final class BundleReader {
    private BundleReader() {}

    /**
     * A bundle's manifest and what led to it.
     *
     * @param key the one that its signature fits; empty if none was asked for
     */
    record Contents(Digest ociManifest, Digest config, BundleManifest manifest, Optional<PublicKey> key) {}

    /** For those who trust nothing in it, such as who is about to replace it. */
    static Contents unverified(BundleSource source, String name) {
        return read(source, name, List.of(), true);
    }

    /**
     * Reads the manifest and verifies its signature.
     *
     * @param name of the bundle, empty if there is one alone
     * @param keys one of which must have signed
     * @param unsignedAllowed whether it may be without a signature, or of an unknown key, if there are no {@code keys}
     * @throws BundleException if it is not to be trusted
     */
    static Contents read(BundleSource source, String name, List<PublicKey> keys, boolean unsignedAllowed) {
        Digest manifestDigest = OciLayout.manifest(source.index(), name, source.place());
        OciLayout.Artifact artifact =
                OciLayout.artifact(blob(source, manifestDigest, OciLayout.MAX_MANIFEST), source.place());
        byte[] config = blob(source, artifact.config(), OciLayout.MAX_MANIFEST);
        Optional<PublicKey> key = keys.stream()
                .filter(candidate -> BundleKeys.fits(config, artifact.signature(), candidate))
                .findFirst();
        if (key.isEmpty() && !(keys.isEmpty() && unsignedAllowed)) {
            throw new BundleException(source.place() + ": " + distrust(artifact.signature(), keys));
        }
        return new Contents(manifestDigest, artifact.config(), BundleManifest.read(config, source.place()), key);
    }

    private static String distrust(String signature, List<PublicKey> keys) {
        if (signature.isEmpty()) {
            return "the bundle is not signed; to take it all the same, leave out --key and give --allow-unsigned";
        }
        if (keys.isEmpty()) {
            return "the bundle is signed; give the public key of who signed it with --key FILE";
        }
        return "the signature does not fit: the manifest was changed, or signed with another key than "
                + String.join(", ", keys.stream().map(BundleKeys::fingerprint).toList());
    }

    /** A piece of a segment. */
    static byte[] chunk(BundleSource source, BundleManifest.Chunk chunk) {
        byte[] bytes = blob(source, chunk.sha256(), chunk.bytes());
        if (bytes.length != chunk.bytes()) {
            throw new BundleException(source.place() + ": " + OciLayout.blobPath(chunk.sha256())
                    + ": is not as long as the manifest says");
        }
        return bytes;
    }

    private static byte[] blob(BundleSource source, Digest digest, int most) {
        byte[] bytes = source.blob(digest, most);
        if (!Sha256.of(bytes).equals(digest)) {
            throw new BundleException(source.place() + ": " + OciLayout.blobPath(digest)
                    + ": damaged: it does not have the digest it is named after");
        }
        return bytes;
    }
}
