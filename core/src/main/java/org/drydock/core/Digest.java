package org.drydock.core;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A content address, {@code algorithm:hex}, as the OCI image specification writes it.
 *
 * @param algorithm lower case, for example {@code sha256}
 * @param hex lower-case hexadecimal digits
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests">OCI digests</a>
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final int SHA256_HEX = 64;
    private static final int SHA512_HEX = 128;

    public Digest {
        int expected = switch (algorithm) {
            case "sha256" -> SHA256_HEX;
            case "sha512" -> SHA512_HEX;
            default -> throw new IllegalArgumentException("unsupported digest algorithm: " + algorithm);
        };
        if (hex.length() != expected || !hex.chars().allMatch(Digest::isLowerHex)) {
            throw new IllegalArgumentException("malformed " + algorithm + " digest: " + hex);
        }
    }

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws IllegalArgumentException if the text is not a digest of a supported algorithm
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a digest: " + text);
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    /** The digest of {@code bytes}, which are a SHA-256 hash value already. */
    public static Digest sha256(byte[] hash) {
        return new Digest("sha256", HexFormat.of().formatHex(hash));
    }

    /** The first twelve digits, as people quote them. */
    public String shortHex() {
        return hex.substring(0, 12);
    }

    /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && hex.equals(that.hex) && algorithm.equals(that.algorithm);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
