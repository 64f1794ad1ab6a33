package org.drydock.vuln.starter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Orders of versions for tests only: Maven's own class, and the simplest reading of the others that the set needs. */
interface Order extends Comparator<String> {
    Pattern PYTHON = Pattern.compile("([0-9]+(?:\\.[0-9]+)*)(?:(a|b|rc)([0-9]+))?");

    static Order of(String ecosystem) {
        return switch (ecosystem) {
            case "Maven" -> (a, b) -> new ComparableVersion(a).compareTo(new ComparableVersion(b));
            case "npm", "Go" -> Order::semantic;
            case "PyPI" -> Order::python;
            default -> throw new IllegalArgumentException("no order for " + ecosystem);
        };
    }

    /** Precedence by SemVer 2.0.0, with missing parts of the core as zero. */
    private static int semantic(String left, String right) {
        String[] a = left.split("\\+", 2)[0].split("-", 2);
        String[] b = right.split("\\+", 2)[0].split("-", 2);
        int core = compareNumbers(a[0], b[0]);
        if (core != 0 || (a.length == 1 && b.length == 1)) {
            return core;
        }
        return a.length != b.length ? b.length - a.length : Arrays.compare(parts(a[1]), parts(b[1]), Order::identifier);
    }

    private static String[] parts(String preRelease) {
        return preRelease.split("\\.", -1);
    }

    private static int identifier(String a, String b) {
        boolean numeric = a.chars().allMatch(Character::isDigit);
        if (numeric != b.chars().allMatch(Character::isDigit)) {
            return numeric ? -1 : 1;
        }
        return numeric ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    /** PEP 440 without epochs, post-releases, development releases and local versions. */
    private static int python(String left, String right) {
        Matcher a = PYTHON.matcher(left);
        Matcher b = PYTHON.matcher(right);
        if (!a.matches() || !b.matches()) {
            throw new IllegalArgumentException("not simple enough: " + left + ", " + right);
        }
        int release = compareNumbers(a.group(1), b.group(1));
        return release != 0 ? release : Long.compare(pre(a), pre(b));
    }

    private static long pre(Matcher version) {
        int phase = List.of("a", "b", "rc").indexOf(version.group(2) == null ? "" : version.group(2));
        return phase < 0 ? Long.MAX_VALUE : phase * 1000L + Long.parseLong(version.group(3));
    }

    private static int compareNumbers(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int compared =
                    Long.compare(i < a.length ? Long.parseLong(a[i]) : 0, i < b.length ? Long.parseLong(b[i]) : 0);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
