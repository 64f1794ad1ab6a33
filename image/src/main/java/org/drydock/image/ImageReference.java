package org.drydock.image;

import java.util.Locale;
import java.util.Optional;
import org.drydock.core.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image in a registry. Names without a host are those of Docker Hub, as every container tool has it:
 * {@code debian:12} is {@code docker.io/library/debian:12}.
 *
 * @param host the registry's host, with {@code :port} where stated, lower case
 * @param repository for example {@code library/debian}
 * @param tag empty if only a digest is given
 * @param digest null if only a tag is given
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI
 *     distribution, names and references</a>
 */
public record ImageReference(
        String host,
        String repository,
        String tag,
        @Nullable Digest digest) {
    /** The registry that names without a host belong to. */
    public static final String DOCKER_HUB = "docker.io";

    private static final int MAX_NAME = 255;
    private static final int MAX_TAG = 128;
    private static final String DEFAULT_TAG = "latest";

    /**
     * Reads {@code [HOST[:PORT]/]NAME[:TAG][@DIGEST]}; without tag and digest the tag is {@code latest}.
     *
     * @throws ImageException if the text has another form
     */
    public static ImageReference parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new ImageException(
                        text + ": not the name of an image: expected [HOST/]NAME[:TAG] or [HOST/]NAME@sha256:…"));
    }

    /** As {@link #parse}, empty if the text has another form. */
    public static Optional<ImageReference> tryParse(String text) {
        String rest = text;
        Digest digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            try {
                digest = Digest.parse(rest.substring(at + 1));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            rest = rest.substring(0, at);
        }
        String host = DOCKER_HUB;
        int slash = rest.indexOf('/');
        if (slash > 0 && isHost(rest.substring(0, slash))) {
            host = rest.substring(0, slash).toLowerCase(Locale.ROOT);
            rest = rest.substring(slash + 1);
        }
        String tag = digest == null ? DEFAULT_TAG : "";
        int colon = rest.indexOf(':');
        if (colon >= 0) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
            if (!isTag(tag)) {
                return Optional.empty();
            }
        }
        if (host.equals("index.docker.io") || host.equals("registry-1.docker.io")) {
            host = DOCKER_HUB;
        }
        if (host.equals(DOCKER_HUB) && rest.indexOf('/') < 0) {
            rest = "library/" + rest;
        }
        return isName(rest) ? Optional.of(new ImageReference(host, rest, tag, digest)) : Optional.empty();
    }

    /** Whether a text says by itself that it is an image: it has a registry's host, a tag or a digest. */
    public static boolean isExplicit(String text) {
        int slash = text.indexOf('/');
        boolean hasHost = slash > 0 && isHost(text.substring(0, slash)) && !text.startsWith(".");
        boolean hasTag = text.indexOf(':', slash < 0 ? 0 : slash) > 0 || text.indexOf('@') > 0;
        return (hasHost || hasTag) && tryParse(text).isPresent();
    }

    /** The manifest's name in the registry: the digest if there is one, else the tag. */
    public String manifest() {
        return digest == null ? tag : digest.toString();
    }

    /** Host and repository. */
    public String name() {
        return host + "/" + repository;
    }

    /** The name in full, with tag and digest as far as given. */
    @Override
    public String toString() {
        return name() + (tag.isEmpty() ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }

    private static boolean isHost(String text) {
        if (text.isEmpty() || text.startsWith(":") || text.startsWith(".") || text.contains("..")) {
            return false;
        }
        boolean plain = text.chars()
                .allMatch(c -> isLowerOrDigit(c)
                        || (c >= 'A' && c <= 'Z')
                        || c == '.'
                        || c == '-'
                        || c == ':'
                        || c == '['
                        || c == ']'
                        || c == '_');
        return plain && (text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.equals("localhost"));
    }

    /** Components of lower-case letters and digits, with single separators inside. */
    private static boolean isName(String text) {
        if (text.length() > MAX_NAME) {
            return false;
        }
        for (String component : text.split("/", -1)) {
            boolean bounded = !component.isEmpty()
                    && isLowerOrDigit(component.charAt(0))
                    && isLowerOrDigit(component.charAt(component.length() - 1));
            if (!bounded
                    || component.contains("..")
                    || !component.chars().allMatch(c -> isLowerOrDigit(c) || c == '.' || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_TAG
                && text.charAt(0) != '.'
                && text.charAt(0) != '-'
                && text.chars()
                        .allMatch(c -> isLowerOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-');
    }

    private static boolean isLowerOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
