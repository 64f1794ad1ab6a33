package org.drydock.inventory.java;

/**
 * The coordinates of an artifact in Maven's sense.
 *
 * @param groupId empty if unknown
 * @param version empty if unknown
 */
record Coordinates(String groupId, String artifactId, String version) {
    private static final int MAX_LENGTH = 256;

    /** {@code group:artifact}, or the artifact alone. */
    String name() {
        return groupId.isEmpty() ? artifactId : groupId + ":" + artifactId;
    }

    /** These, with {@code other}'s parts where these are empty. */
    Coordinates orElse(Coordinates other) {
        return new Coordinates(
                groupId.isEmpty() ? other.groupId : groupId,
                artifactId.isEmpty() ? other.artifactId : artifactId,
                version.isEmpty() ? other.version : version);
    }

    /** {@code text} if it can be a group or artifact id as it stands, else empty. */
    static String idOrEmpty(String text) {
        String id = text.strip();
        return id.length() <= MAX_LENGTH && id.chars().allMatch(Coordinates::isIdCharacter) ? id : "";
    }

    /**
     * {@code text} if it can be a version as it stands, else empty: unresolved {@code ${...}} and texts with blanks are
     * refused.
     */
    static String versionOrEmpty(String text) {
        String version = text.strip();
        boolean fits = version.length() <= MAX_LENGTH
                && version.chars().allMatch(c -> isIdCharacter(c) || c == '+' || c == '~' || c == '!');
        return fits ? version : "";
    }

    private static boolean isIdCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }
}
