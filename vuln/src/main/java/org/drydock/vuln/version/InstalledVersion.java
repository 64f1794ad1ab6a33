package org.drydock.vuln.version;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version to be held against what statements say, read once. */
public final class InstalledVersion {
    private final VersionScheme scheme;
    private final String text;
    private final @Nullable VersionKey key;
    private final String trouble;

    private InstalledVersion(VersionScheme scheme, String text, @Nullable VersionKey key, String trouble) {
        this.scheme = scheme;
        this.text = text;
        this.key = key;
        this.trouble = trouble;
    }

    /** Reads a version; one that the scheme does not allow is kept as a text that nothing can be told of. */
    public static InstalledVersion of(VersionScheme scheme, String text) {
        try {
            return new InstalledVersion(scheme, text, scheme.key(text), "");
        } catch (InvalidVersionException e) {
            return new InstalledVersion(scheme, text, null, String.valueOf(e.getMessage()));
        }
    }

    public VersionScheme scheme() {
        return scheme;
    }

    public String text() {
        return text;
    }

    /** Its place in the scheme's order; empty if the scheme does not allow it. */
    public Optional<VersionKey> key() {
        return Optional.ofNullable(key);
    }

    /** Why there is no key; empty if there is one. */
    String trouble() {
        return trouble;
    }
}
