package org.drydock.inventory.java;

import java.util.List;

/**
 * The version of an archive without Maven's descriptors.
 *
 * @param version empty if nothing tells it
 * @param inManifest whether the manifest tells it, alone or as well
 */
record ManifestVersion(String version, boolean inManifest) {
    /** Attributes that tell the artifact's version, best first. */
    private static final List<String> OWN =
            List.of("Nar-Version", "Plugin-Version", "Implementation-Version", "Bundle-Version");

    /** Tells the version of what is implemented, which need not be the artifact's. */
    private static final String SPECIFICATION = "Specification-Version";

    /** Goes before a build number in the versions of Kotlin's libraries. */
    private static final String RELEASE_BUILD = "-release-";

    /**
     * Where manifest and file name tell the same, the file name's form counts: OSGi pads and mangles. Where they tell
     * different versions, the manifest is believed, since files are renamed more easily than rebuilt.
     */
    static ManifestVersion of(ArchiveName file, JarManifest manifest) {
        List<String> own = OWN.stream()
                .map(name -> clean(manifest.get(name)))
                .filter(v -> !v.isEmpty() && !VersionTokens.of(v).hasBuildNumber())
                .toList();
        String specification = clean(manifest.get(SPECIFICATION));
        if (file.version().isEmpty()) {
            String stated = own.isEmpty() ? specification : own.getFirst();
            String told = stated.isEmpty() ? inSections(file, manifest) : stated;
            return new ManifestVersion(told, !told.isEmpty());
        }
        for (String stated : own) {
            if (isSame(file.version(), stated)) {
                boolean beginning = VersionTokens.of(file.version()).isShortOf(VersionTokens.of(stated));
                return new ManifestVersion(beginning ? stated : file.version(), true);
            }
        }
        return own.isEmpty()
                ? new ManifestVersion(file.version(), isSame(file.version(), specification))
                : new ManifestVersion(own.getFirst(), true);
    }

    /** Whether two forms of a version mean the same, or one goes on where the other ends. */
    static boolean isSame(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && VersionTokens.of(a).overlaps(VersionTokens.of(b));
    }

    /**
     * Old archives tell the version in a section for a package or class; it counts if that is named after the archive, as
     * {@code org/apache/xerces/impl/Version.class} in {@code xercesImpl.jar}, and all such sections agree.
     */
    private static String inSections(ArchiveName file, JarManifest manifest) {
        String letters = letters(file.artifact());
        List<String> versions = manifest.sections().stream()
                .filter(section -> letters(section.get("Name")).contains(letters))
                .map(section -> clean(section.get("Implementation-Version")))
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
        return versions.size() == 1 && !letters.isEmpty() ? versions.getFirst() : "";
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.chars().filter(Character::isLetter).map(Character::toLowerCase).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The first word, if it is a version: {@code 8.7.0 2dc63e9 - someone} and {@code 8.7.0-release-12} say 8.7.0. */
    private static String clean(String stated) {
        int end = 0;
        while (end < stated.length() && " \t(,;".indexOf(stated.charAt(end)) < 0) {
            end++;
        }
        String word = stated.substring(0, end);
        int release = word.indexOf(RELEASE_BUILD);
        if (release > 0) {
            word = word.substring(0, release);
        }
        if (word.startsWith("v") && word.length() > 1) {
            word = word.substring(1);
        }
        boolean begins = !word.isEmpty() && Character.digit(word.charAt(0), 10) >= 0;
        return begins && !word.equals("0.0.0") ? Coordinates.versionOrEmpty(word) : "";
    }
}
