package org.drydock.inventory.java;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the file name of an archive says, {@code artifact-version[-classifier].jar} by Maven's habit.
 *
 * @param stem the name without directories and extension
 * @param extension in lower case, without dot
 * @param artifact the stem without version and classifier
 * @param version empty if the name has none
 * @param classifier for example {@code sources}, {@code linux-x86_64}; mostly empty
 */
record ArchiveName(String stem, String extension, String artifact, String version, String classifier) {
    /** Words that belong to a version though they do not begin with a digit; a number may follow each. */
    private static final Set<String> QUALIFIERS = Set.of(
            "alpha",
            "beta",
            "milestone",
            "m",
            "rc",
            "cr",
            "snapshot",
            "final",
            "ga",
            "release",
            "sp",
            "pre",
            "preview",
            "dev",
            "jre",
            "android",
            "jdbc",
            "incubating",
            "redhat",
            "fuse",
            "jbossorg",
            "atlassian",
            "cloudera",
            "b",
            "eisop",
            "native",
            "r",
            "hadoop");

    private static final int MAX_STEM = 255;
    private static final int MAX_TOKENS = 64;

    static ArchiveName parse(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = file.substring(0, Math.min(dot > 0 ? dot : file.length(), MAX_STEM));
        String extension = dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return split(stem, extension);
    }

    String fileName() {
        return extension.isEmpty() ? stem : stem + "." + extension;
    }

    /** Whether this is an archive of sources or documentation, by its name. */
    boolean isAttachment() {
        return classifier.equals("sources") || classifier.equals("javadoc") || classifier.equals("test-sources");
    }

    /**
     * The last run of tokens that begins with a number and goes on with numbers and qualifiers is the version: in
     * {@code log4j-1.2-api-2.14.1} it is the second one, and in {@code x-1.0-linux-x86_64} what follows is a classifier.
     */
    private static ArchiveName split(String stem, String extension) {
        List<String> tokens = List.of(stem.split("-", MAX_TOKENS));
        int from = -1;
        int to = -1;
        for (int i = 1; i < tokens.size(); i++) {
            if (i == to && (isNumber(tokens.get(i)) || isQualifier(tokens.get(i)))) {
                to = i + 1;
            } else if (isNumber(tokens.get(i))) {
                from = i;
                to = i + 1;
            }
        }
        if (from < 0) {
            return splitAtUnderscore(stem, extension);
        }
        return new ArchiveName(
                stem, extension, join(tokens, 0, from), join(tokens, from, to), join(tokens, to, tokens.size()));
    }

    /** {@code symbolic.name_1.2.3.v2026}, the habit of Eclipse. */
    private static ArchiveName splitAtUnderscore(String stem, String extension) {
        int underscore = stem.lastIndexOf('_');
        boolean versioned = underscore > 0 && isNumber(stem.substring(underscore + 1)) && stem.indexOf('.') > 0;
        return versioned
                ? new ArchiveName(stem, extension, stem.substring(0, underscore), stem.substring(underscore + 1), "")
                : new ArchiveName(stem, extension, stem, "", "");
    }

    private static String join(List<String> tokens, int from, int to) {
        return tokens.subList(from, to).stream().collect(Collectors.joining("-"));
    }

    private static boolean isNumber(String token) {
        int at = token.startsWith("v") ? 1 : 0;
        return token.length() > at && isDigit(token.charAt(at));
    }

    private static boolean isQualifier(String token) {
        int end = token.length();
        while (end > 0 && (isDigit(token.charAt(end - 1)) || token.charAt(end - 1) == '.')) {
            end--;
        }
        return QUALIFIERS.contains(token.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
