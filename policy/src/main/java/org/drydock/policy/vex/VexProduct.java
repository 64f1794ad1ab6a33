package org.drydock.policy.vex;

import java.util.Optional;
import org.drydock.core.Purl;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.policy.PurlMatch;
import org.drydock.policy.VersionOrder;
import org.drydock.policy.VersionSet;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about: an image, a package, or a package in an image.
 *
 * @param image a package URL of an image, a name or a digest; null for packages wherever they are
 * @param pack null for an image with all that is in it
 * @param versions the versions of the package; null for those that {@code pack} states
 */
record VexProduct(
        @Nullable String image,
        @Nullable Purl pack,
        @Nullable VersionSet versions) {
    /** The product that an identifier means; empty if it is nothing that can be told from a package or an image. */
    static Optional<VexProduct> of(String identifier) {
        if (identifier.startsWith("pkg:")) {
            try {
                Purl purl = Purl.parse(identifier);
                return Optional.of(isImage(purl) ? ofImage(identifier) : new VexProduct(null, purl, null));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        boolean name = !identifier.contains("://") && (identifier.contains("@sha256:") || identifier.contains("/"));
        return name || identifier.startsWith("sha256:") ? Optional.of(ofImage(identifier)) : Optional.empty();
    }

    private static VexProduct ofImage(String identifier) {
        return new VexProduct(identifier, null, null);
    }

    private static boolean isImage(Purl purl) {
        return purl.type().equals("oci") || purl.type().equals("docker");
    }

    /** This package in an image. */
    VexProduct in(VexProduct context) {
        return new VexProduct(context.image(), pack, versions);
    }

    /** This package, limited to versions that it does not state itself. */
    VexProduct limitedTo(VersionSet set) {
        return pack == null || !pack.version().isEmpty() ? this : new VexProduct(image, pack, set);
    }

    boolean isImageOnly() {
        return pack == null;
    }

    /** What to look it up by, for a vulnerability. */
    String key(String id) {
        return id + "\n" + (pack == null ? "" : PurlMatch.key(pack));
    }

    boolean means(PackageSubject subject, ImageIdentity of, VersionOrder order) {
        if (image != null && !isOf(image, of)) {
            return false;
        }
        if (pack == null) {
            return true;
        }
        return PurlMatch.matches(pack, subject.purl())
                && (versions == null || versions.holds(subject.purl(), subject.version(), order));
    }

    private static boolean isOf(String image, ImageIdentity identity) {
        return image.startsWith("pkg:") ? identity.isMeantBy(Purl.parse(image)) : identity.isNamed(image);
    }
}
