package org.drydock.inventory.dpkg;

/**
 * What the third word of {@code Status} says about a package's files. The first word is what is wanted, the second
 * whether dpkg met an error; neither says whether files are there.
 */
enum PackageState {
    /** Unpacked at least: the files are there, even if configuration is pending. */
    ON_DISK,
    /** Never installed, or removed; at most its configuration files are left. */
    GONE,
    /** Unpacking or removing broke off: some files may be there. */
    HALF_INSTALLED,
    /** The field is missing or empty. */
    UNSTATED,
    /** A word dpkg does not have. */
    UNKNOWN;

    static PackageState of(String status) {
        if (status.isEmpty()) {
            return UNSTATED;
        }
        int last = Math.max(status.lastIndexOf(' '), status.lastIndexOf('\t'));
        return switch (status.substring(last + 1)) {
            case "installed", "unpacked", "half-configured", "triggers-awaited", "triggers-pending" -> ON_DISK;
            case "not-installed", "config-files" -> GONE;
            case "half-installed" -> HALF_INSTALLED;
            default -> UNKNOWN;
        };
    }
}
