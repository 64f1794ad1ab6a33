package org.drydock.vuln.feed.errata;

import java.util.Optional;
import org.drydock.vuln.feed.FeedText;

/**
 * An rpm package in full.
 *
 * @param epoch empty or {@code 0} for none
 * @param arch {@code src} and {@code nosrc} for source packages
 * @see <a href="https://rpm.org/docs/latest/manual/dependencies.html#versioning">Versions of rpm packages</a>
 */
public record Nevra(String name, String epoch, String version, String release, String arch) {
    private static final String SUFFIX = ".rpm";

    /** Reads {@code name-epoch:version-release.arch}, with or without the epoch and the ending of a file. */
    public static Optional<Nevra> parse(String text) {
        String bare = text.endsWith(SUFFIX) ? text.substring(0, text.length() - SUFFIX.length()) : text;
        int dot = bare.lastIndexOf('.');
        int release = bare.lastIndexOf('-');
        int version = release <= 0 ? -1 : bare.lastIndexOf('-', release - 1);
        if (version <= 0 || dot <= release) {
            return Optional.empty();
        }
        String epochAndVersion = bare.substring(version + 1, release);
        int colon = epochAndVersion.indexOf(':');
        Nevra nevra = new Nevra(
                bare.substring(0, version),
                colon < 0 ? "" : epochAndVersion.substring(0, colon),
                epochAndVersion.substring(colon + 1),
                bare.substring(release + 1, dot),
                bare.substring(dot + 1));
        return nevra.isWhole() ? Optional.of(nevra) : Optional.empty();
    }

    /** Whether there is a name, a version and a release. */
    public boolean isWhole() {
        return FeedText.isName(name) && FeedText.isName(version) && FeedText.isName(release) && !arch.isEmpty();
    }

    /** Whether it is a source package, which is never installed. */
    public boolean isSource() {
        return arch.equals("src") || arch.equals("nosrc");
    }

    /** The version as packages are compared by it: {@code epoch:version-release}. */
    public String evr() {
        String bare = version + "-" + release;
        return epoch.isEmpty() || epoch.equals("0") ? bare : epoch + ":" + bare;
    }
}
