package org.drydock.vuln.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Supplier;
import org.drydock.vuln.AdvisoryKind;

/**
 * Module streams of Red Hat's family of distributions, as errata tell of them: the version says only that a package is of
 * some module ({@code 1.module_el8.5.0+246}), and the stream stands in the text ({@code Important: nodejs:16 security
 * update}).
 *
 * @see <a href="https://docs.fedoraproject.org/en-US/modularity/core-concepts/nsvca/">Names of module streams</a>
 */
public final class ModuleStreams {
    /** Limited to modular packages; the source does not say of which stream. */
    public static final String UNNAMED = "*";

    private static final Set<String> DISTRIBUTIONS =
            Set.of("almalinux", "rocky-linux", "red-hat", "red-hat-eus", "oracle-linux", "centos");
    private static final int MAX_TEXT = 1 << 16;

    private ModuleStreams() {}

    /** Whether packages of this namespace may be of modules. */
    public static boolean existIn(String namespace) {
        int colon = namespace.indexOf(':');
        return DISTRIBUTIONS.contains(colon < 0 ? namespace : namespace.substring(0, colon));
    }

    /**
     * The values that {@link org.drydock.vuln.Affected#module} takes, one statement for each, for a package that these
     * versions mend.
     */
    public static List<String> of(List<String> fixed, Supplier<List<String>> streams) {
        if (fixed.stream().noneMatch(ModuleStreams::isModular)) {
            return List.of("");
        }
        List<String> named = streams.get();
        return named.isEmpty() ? List.of(UNNAMED) : named;
    }

    /** Whether a package of this version was built in a module. */
    public static boolean isModular(String version) {
        return version.contains(".module_el") || version.contains(".module+el");
    }

    /**
     * The streams that an erratum names: every {@code name:stream} of its summary; if there is none, those in its text
     * that are called a module.
     */
    public static List<String> named(String summary, String details) {
        List<String> inSummary = named(summary, false);
        return inSummary.isEmpty() ? named(details, true) : inSummary;
    }

    private static List<String> named(String text, boolean onlyBeforeModule) {
        Set<String> streams = new LinkedHashSet<>();
        String candidate = "";
        StringTokenizer words =
                new StringTokenizer(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, " \t\r\n(),;\"'`");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (onlyBeforeModule
                    && !candidate.isEmpty()
                    && word.toLowerCase(Locale.ROOT).startsWith("module")) {
                streams.add(candidate);
            }
            String trimmed = trimEnd(word);
            candidate = isStream(trimmed) ? trimmed : "";
            if (!onlyBeforeModule && !candidate.isEmpty()) {
                streams.add(candidate);
            }
        }
        return List.copyOf(streams);
    }

    private static String trimEnd(String word) {
        int end = word.length();
        while (end > 0 && ".:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean isStream(String word) {
        int colon = word.indexOf(':');
        if (colon <= 0 || colon == word.length() - 1 || AdvisoryKind.of(word) == AdvisoryKind.ERRATUM) {
            return false;
        }
        String name = word.substring(0, colon);
        String stream = word.substring(colon + 1);
        return name.chars().anyMatch(Character::isLetter)
                && Character.isLetterOrDigit(name.charAt(0))
                && Character.isLetterOrDigit(stream.charAt(0))
                && name.chars().allMatch(ModuleStreams::isPart)
                && stream.chars().allMatch(ModuleStreams::isPart);
    }

    private static boolean isPart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-+".indexOf(c) >= 0;
    }
}
