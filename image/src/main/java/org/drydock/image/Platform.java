package org.drydock.image;

import java.util.Locale;

/**
 * What an image runs on.
 *
 * @param os for example {@code linux}
 * @param architecture Go's word, for example {@code amd64}
 * @param variant for example {@code v8}, empty if there is none
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index</a>
 */
public record Platform(String os, String architecture, String variant) {
    /**
     * Reads {@code OS/ARCH} or {@code OS/ARCH/VARIANT}; common other words for architectures are understood.
     *
     * @throws ImageException if the text has another form
     */
    public static Platform parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new ImageException(
                    "--platform " + text + ": expected OS/ARCH or OS/ARCH/VARIANT, for example linux/arm64");
        }
        return of(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    /** With the architecture in its usual word; {@code arm64}'s only variant, {@code v8}, goes without saying. */
    public static Platform of(String os, String architecture, String variant) {
        String arch = switch (architecture) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386", "i686" -> "386";
            default -> architecture;
        };
        return new Platform(os, arch, variant);
    }

    /** What images for this machine are made for. */
    public static Platform ofThisMachine() {
        return of("linux", System.getProperty("os.arch", "amd64"), "");
    }

    /** Whether an image for {@code offered} is what this platform asks for. */
    public boolean accepts(Platform offered) {
        boolean anyVariant = variant.isEmpty() || variant.equals(offered.variant);
        boolean impliedV8 = architecture.equals("arm64") && variant.equals("v8") && offered.variant.isEmpty();
        return os.equals(offered.os) && architecture.equals(offered.architecture) && (anyVariant || impliedV8);
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
