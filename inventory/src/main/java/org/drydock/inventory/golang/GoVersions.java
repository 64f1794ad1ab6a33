package org.drydock.inventory.golang;

import java.util.List;
import java.util.Optional;

/** Finds versions where Go binaries state them in other words. */
final class GoVersions {
    private static final List<String> VERSION_VARIABLES =
            List.of("version", "buildversion", "appversion", "gitversion", "releaseversion");

    private GoVersions() {}

    /**
     * The release of a tool chain, which is the version of its standard library: {@code go1.22.1} tells {@code 1.22.1},
     * {@code go1.20.3 X:boringcrypto} tells {@code 1.20.3}, {@code devel go1.24-c0c1c4f Tue} tells
     * {@code 1.24-c0c1c4f}. Suffixes of other builders are dropped: {@code go1.22.5-1} is built from {@code 1.22.5}.
     */
    static Optional<String> standardLibrary(String toolChain) {
        boolean unreleased = toolChain.startsWith("devel");
        String rest = unreleased ? toolChain.substring("devel".length()).strip() : toolChain;
        if (!rest.startsWith("go")) {
            return Optional.empty();
        }
        int end = afterRelease(rest, "go".length());
        if (unreleased) {
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                end++;
            }
        }
        String release = rest.substring("go".length(), end);
        return isDigit(release, 0) ? Optional.of(release) : Optional.empty();
    }

    /**
     * The version that the build was told through {@code -ldflags="-X main.version=v1.2.3"}. Variables of the main
     * package come before those of the main module, and those before all others.
     */
    static Optional<String> linked(String linkerFlags, String mainModule) {
        Optional<String> found = Optional.empty();
        int foundRank = Integer.MAX_VALUE;
        boolean afterX = false;
        for (String field : GoSyntax.fields(linkerFlags)) {
            String assignment = afterX ? field : afterEquals(field);
            afterX = field.equals("-X") || field.equals("--X") || field.endsWith("=-X");
            int equals = assignment.indexOf('=');
            int dot = assignment.lastIndexOf('.', equals);
            if (equals < 0 || dot < 0 || !isVersionVariable(assignment.substring(dot + 1, equals))) {
                continue;
            }
            String value = assignment.substring(equals + 1);
            int rank = rank(assignment.substring(0, dot), mainModule);
            if (rank < foundRank && isVersion(value)) {
                foundRank = rank;
                found = Optional.of(value);
            }
        }
        return found;
    }

    /** {@code -X=main.version=v1}. */
    private static String afterEquals(String field) {
        String flag = field.startsWith("--") ? field.substring(1) : field;
        return flag.startsWith("-X=") ? flag.substring(3) : "";
    }

    private static int rank(String packagePath, String mainModule) {
        if (packagePath.equals("main")) {
            return 0;
        }
        return packagePath.equals(mainModule) || packagePath.startsWith(mainModule + "/") ? 1 : 2;
    }

    private static boolean isVersionVariable(String variable) {
        return VERSION_VARIABLES.stream().anyMatch(variable::equalsIgnoreCase);
    }

    /** Two or three numbers, then nothing, or a suffix after a hyphen or a plus. */
    static boolean isVersion(String text) {
        int at = text.startsWith("v") ? 1 : 0;
        int numbers = 0;
        while (isDigit(text, at)) {
            while (isDigit(text, at)) {
                at++;
            }
            numbers++;
            if (at < text.length() && text.charAt(at) == '.' && isDigit(text, at + 1)) {
                at++;
            }
        }
        if (numbers < 2 || numbers > 3) {
            return false;
        }
        return at == text.length() || isSuffix(text.substring(at));
    }

    private static boolean isSuffix(String text) {
        return (text.startsWith("-") || text.startsWith("+"))
                && text.length() > 1
                && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-+._".indexOf(c) >= 0));
    }

    /** Behind {@code 1.22}, {@code 1.22.1}, {@code 1.22rc1} or {@code 1.9beta2}. */
    private static int afterRelease(String text, int from) {
        int end = afterNumbers(text, from);
        for (String stage : List.of("rc", "beta", "alpha")) {
            if (text.startsWith(stage, end) && isDigit(text, end + stage.length())) {
                return afterNumbers(text, end + stage.length());
            }
        }
        return end;
    }

    private static int afterNumbers(String text, int from) {
        int at = from;
        while (isDigit(text, at) || (at < text.length() && text.charAt(at) == '.' && isDigit(text, at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
