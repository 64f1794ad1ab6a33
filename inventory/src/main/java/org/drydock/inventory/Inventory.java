package org.drydock.inventory;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a target holds.
 *
 * @param distro null if no file tells it
 * @param packages sorted
 * @param unidentified software that nobody could name, sorted by place
 * @param diagnostics sorted
 * @param coverage what was looked at
 */
public record Inventory(
        @Nullable Distro distro,
        List<Package> packages,
        List<Unidentified> unidentified,
        List<Diagnostic> diagnostics,
        Coverage coverage) {
    public Inventory {
        packages = List.copyOf(packages);
        unidentified = List.copyOf(unidentified);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Software that is there but that nobody could name. */
    public record Unidentified(Location location, String what) {}

    /**
     * What was looked at.
     *
     * @param layers how many layers the target has, 1 for a directory
     * @param cachedLayers how many of them were known from an earlier scan and not read again
     * @param files how many files were walked over
     * @param bytes their uncompressed size
     * @param catalogedFiles how many files a cataloger read
     */
    public record Coverage(int layers, int cachedLayers, long files, long bytes, long catalogedFiles) {}
}
