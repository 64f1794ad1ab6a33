package org.drydock.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that only packages of one kind have, as far as matching or reports need them. */
public sealed interface PackageMetadata {
    /** Nothing beyond the common facts. */
    record None() implements PackageMetadata {}

    /**
     * Of a dpkg package.
     *
     * @param maintainer as stated, to tell a distribution's packages from others'; empty if not stated
     */
    record DebMetadata(String maintainer) implements PackageMetadata {}

    /**
     * Of an rpm package.
     *
     * @param epoch null if the package states none
     * @param modularity the module label, for example {@code nodejs:18:9020220826113534:rhel9}; null if the tag is
     *     absent (unknown), empty if it is present and empty (not modular)
     */
    record RpmMetadata(
            @Nullable Integer epoch,
            String version,
            String release,
            @Nullable String modularity,
            String vendor,
            String sourceRpm)
            implements PackageMetadata {}

    /**
     * Of a Java archive.
     *
     * @param groupId empty if nothing in the archive states it
     * @param evidence where the coordinates come from: {@code pom.properties}, {@code pom.xml}, {@code manifest} or
     *     {@code file-name}
     * @param sha1 of the archive, 40 hex digits; empty for packages shaded into another archive
     * @param shadedInto the coordinates of the archive that this one was shaded into; empty if it is its own archive
     */
    record JavaMetadata(String groupId, String artifactId, String evidence, String sha1, String shadedInto)
            implements PackageMetadata {}

    /**
     * Of a module in a Go binary.
     *
     * @param goVersion the tool chain, for example {@code go1.22.1}
     * @param mainModule whether this is the module the binary was built from
     * @param h1 the module's checksum as {@code go.sum} has it, empty if not recorded
     */
    record GoMetadata(String goVersion, boolean mainModule, String h1) implements PackageMetadata {}

    /**
     * Of a program that no package manager tells of.
     *
     * @param products {@code vendor:product} of the CPE dictionary, the usual one first
     * @param certain whether several independent words in the file say so; else it is likely
     * @param evidence what was found in the file, as the table of programs writes it
     */
    record BinaryMetadata(List<String> products, boolean certain, List<String> evidence) implements PackageMetadata {
        private static final String CERTAIN = "certain";
        private static final String LIKELY = "likely";

        public BinaryMetadata {
            products = List.copyOf(products);
            evidence = List.copyOf(evidence);
        }

        /** How sure it is, in a word: {@code certain} or {@code likely}. */
        public String confidence() {
            return certain ? CERTAIN : LIKELY;
        }

        /** Whether a word means certainty. */
        public static boolean isCertain(String confidence) {
            return confidence.equals(CERTAIN);
        }
    }
}
